"""Citations and the bibliography."""

from __future__ import annotations

from collections.abc import Iterable

from macros.model import Claim, Language, Site, SourceRef
from macros.model.claim import Credit
from macros.problem import Misuse
from macros.views import lookup
from macros.views.rendering import render


def locate(site: Site, language: Language, kind: str, value: str) -> str:
    """A place in a source, in words: ``dia 44``, ``17 §``."""
    several = "s" if kind in ("slide", "page") and not value.isdigit() else ""
    return site.labels[f"locator-{kind}{several}"][language.id].replace("{}", value)


def linked(site: Site, language: Language, source: SourceRef | Credit) -> str:
    """A source as a link to its entry in the bibliography, without brackets."""
    reference = lookup.reference(site, source.ref)
    text = reference.label(language.id)
    places = source.locators if isinstance(source, SourceRef) else ((("page", source.page),) if source.page else ())
    for kind, value in places:
        text += f", {locate(site, language, kind, value)}"
    return f"[{text}](/lahteet.md#ref-{reference.id})"


def sources(site: Site, language: Language, items: Iterable[SourceRef | Credit]) -> str:
    """Several sources in one pair of brackets."""
    return "(" + "; ".join(linked(site, language, item) for item in items) + ")"


def claim_sources(site: Site, language: Language, claim: Claim) -> str:
    """The sources of a claim, and whom they themselves give as its origin."""
    text = "; ".join(linked(site, language, source) for source in claim.sources)
    if claim.credited_to:
        origin = "; ".join(linked(site, language, credit) for credit in claim.credited_to)
        text += f"; {site.labels['credited-to'][language.id]} {origin}"
    return f"({text})"


def cite(site: Site, language: Language, ref: str, *, slide: str | None = None, page: str | None = None, section: str | None = None, part: str | None = None) -> str:
    """Name a source and the place in it, in brackets, with a link to the bibliography.

    Example: {{ cite("thl-2023-webinaari", slide="44") }}
    """
    places = {"slide": slide, "page": page, "section": section, "part": part}
    given = {kind: value for kind, value in places.items() if value is not None}
    lookup.reference(site, ref)
    if len(given) > 1:
        raise Misuse("macro-argument", '"cite" was given more than one place in the source', "keep one of slide, page, section and part")
    source = SourceRef(ref=ref, **given) if given else Credit(ref=ref)
    return sources(site, language, [source])


def bibliography(site: Site, language: Language, *ids: str) -> str:
    """List the sources: all of them, or those named.

    Example: {{ bibliography() }}
    """
    chosen = [lookup.reference(site, id_) for id_ in ids] or list(site.references.values())
    ordered = sorted(chosen, key=lambda reference: reference.label(language.id).casefold())
    return render("bibliography", site, language, references=ordered)
