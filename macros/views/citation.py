"""Citations and the bibliography."""

from __future__ import annotations

from collections.abc import Iterable

from macros.model import Claim, Guide, Language, Site, SourceRef
from macros.model.citation import citation
from macros.model.claim import Credit
from macros.problem import Misuse, say
from macros.views import lookup
from macros.views.rendering import render

FORMATS = {"bib": "BibTeX", "ris": "RIS", "csl.json": "CSL-JSON"}
"""What the formats of a guide's citation are called, by the endings of their files, in the order they are offered."""


def locate(site: Site, language: Language, kind: str, value: str, spoken: str | None = None) -> str:
    """A place in a source, in words: ``dia 44``, ``17 §``; a heading is marked if the source speaks another language."""
    if kind == "part" and spoken not in (None, language.id):
        value = f'<span lang="{spoken}">{value}</span>'
    several = "s" if kind in ("slide", "page") and not value.isdigit() else ""
    return site.labels[f"locator-{kind}{several}"][language.id].replace("{}", value)


def linked(site: Site, language: Language, items: Iterable[SourceRef | Credit]) -> str:
    """Sources as links to their entries in the bibliography, without brackets; places in one work stand together."""
    works: dict[str, dict[str, list[str]]] = {}
    for item in items:
        places = works.setdefault(item.ref, {})
        given = item.locators if isinstance(item, SourceRef) else ((("page", item.page),) if item.page else ())
        for kind, value in given:
            places.setdefault(kind, []).append(value)
    links = []
    for ref, places in works.items():
        reference = lookup.reference(site, ref)
        words = [locate(site, language, kind, _together(values), reference.language) for kind, values in places.items()]
        links.append(f"[{', '.join([reference.label(language.id), *words])}](/lahteet.md#ref-{reference.id})")
    return "; ".join(links)


def cited(site: Site, language: Language, source: SourceRef) -> str:
    """A source and the place in it, in plain words: ``THL 2023, dia 44``."""
    places = [locate(site, language, kind, value) for kind, value in source.locators]
    return ", ".join([lookup.reference(site, source.ref).label(language.id), *places])


def _together(values: list[str]) -> str:
    """Places in one work, in order, neighbours joined: ``43–45, 48``."""
    if not all(value.isdigit() for value in values):
        return ", ".join(dict.fromkeys(values))
    runs: list[list[int]] = []
    for number in sorted(set(map(int, values))):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(f"{first}–{last}" if last > first else f"{first}" for first, last in runs)


def sources(site: Site, language: Language, items: Iterable[SourceRef | Credit]) -> str:
    """Several sources in one pair of brackets."""
    return f"({linked(site, language, items)})"


def claim_sources(site: Site, language: Language, claim: Claim) -> str:
    """The sources of a claim, and whom they themselves give as its origin."""
    text = linked(site, language, claim.sources)
    if claim.credited_to:
        text += f"; {site.labels['credited-to'][language.id]} {linked(site, language, claim.credited_to)}"
    return f"({text})"


def cite(
    site: Site,
    language: Language,
    ref: str,
    *,
    slide: str | None = None,
    page: str | None = None,
    section: str | None = None,
    part: str | None = None,
) -> str:
    """Name a source and the place in it, in brackets, with a link to the bibliography.

    Example: {{ cite("thl-2023-webinaari", slide="44") }}
    """
    places = {"slide": slide, "page": page, "section": section, "part": part}
    given = {kind: value for kind, value in places.items() if value is not None}
    lookup.reference(site, ref)
    if len(given) > 1:
        raise Misuse(say("macro-argument/places"))
    source = SourceRef(ref=ref, **given) if given else Credit(ref=ref)
    return sources(site, language, [source])


def bibliography(site: Site, language: Language, *ids: str) -> str:
    """List the sources: all of them, or those named.

    Example: {{ bibliography() }}
    """
    chosen = [lookup.reference(site, id_) for id_ in ids] or list(site.references.values())
    ordered = sorted(chosen, key=lambda reference: reference.label(language.id).casefold())
    return render("bibliography", site, language, references=ordered)


def cite_guide(site: Site, language: Language, model: str) -> str:
    """Say how to cite a guide, and offer the citation as files for reference managers.

    Example: {{ cite_guide("etsiva-sosiaalityo") }}
    """
    guide = lookup.guide(site, model)
    made = {file.format: file for file in site.downloads if (file.guide, file.language) == (guide.id, language.id)}
    files = [(name, made[format_]) for format_, name in FORMATS.items() if format_ in made]
    return render("cite_guide", site, language, citation=citation_of(site, language, guide), files=files)


def citation_of(site: Site, language: Language, guide: Guide) -> str:
    """How to cite a guide, in words."""
    return render("citation", site, language, record=citation(site, guide, language))
