"""Editions and the ledger of what became of each core element."""

from __future__ import annotations

from macros.model import Language, Site
from macros.problem import Misuse, say
from macros.views import lookup
from macros.views.citation import sources
from macros.views.rendering import render


def edition_note(site: Site, language: Language, model: str) -> str:
    """Say which edition a guide shows and how settled it is.

    Example: {{ edition_note("etsiva-sosiaalityo") }}
    """
    guide = lookup.guide(site, model)
    newer = [edition.date for edition in guide.editions if edition.id > guide.current.id]
    return render(
        "edition_note",
        site,
        language,
        edition=guide.current,
        newer=newer,
        sources=sources(site, language, guide.current.sources),
    )


def edition_list(site: Site, language: Language, model: str) -> str:
    """List the editions of a model, newest first: date, status, what is known of each and what is not.

    Example: {{ edition_list("etsiva-sosiaalityo") }}
    """
    guide = lookup.guide(site, model)
    rows = [(edition, sources(site, language, edition.sources)) for edition in reversed(guide.editions)]
    return render("edition_list", site, language, guide=guide, rows=rows)


def ledger_table(site: Site, language: Language, model: str, earlier: str, later: str) -> str:
    """Show what became of each core element from one edition to a later one, how surely, and why it is read so.

    Example: {{ ledger_table("etsiva-sosiaalityo", "2022-02", "2023-11") }}
    """
    guide = lookup.guide(site, model)
    before, after = lookup.edition(guide, earlier), lookup.edition(guide, later)
    transition = next((entry for entry in guide.ledger if (entry.earlier, entry.later) == (before.id, after.id)), None)
    if transition is None:
        steps = tuple(say("phrases/step", earlier=entry.earlier, later=entry.later) for entry in guide.ledger)
        mend = say("phrases/steps", pairs=steps) if steps else say("phrases/no-steps")
        told = say("unknown-id/ledger", model=guide.id, earlier=earlier, later=later, pairs=mend)
        raise Misuse(told, wanted=later)
    rows = [
        (
            row,
            lookup.element(before, row.element),
            [lookup.element(after, id_) for id_ in row.into],
            sources(site, language, row.sources),
        )
        for row in transition.rows
    ]
    return render("ledger_table", site, language, transition=transition, before=before, after=after, rows=rows)
