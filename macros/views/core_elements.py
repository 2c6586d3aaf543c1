"""Core elements: lists, cards and the box each has on its own section."""

from __future__ import annotations

from macros.model import CoreElement, Edition, Guide, Language, LedgerRow, Site
from macros.problem import Misuse, say
from macros.views import lookup
from macros.views.citation import sources
from macros.views.claims import sentence
from macros.views.rendering import render


def element_address(site: Site, guide: Guide, edition: Edition, element: CoreElement) -> str | None:
    """Where the section of an element stands, from the language's root; None if it has none."""
    page = f"{guide.id}/ydinelementit.md"
    return f"/{page}#{element.id}" if edition is guide.current and page in site.addresses else None


def core_element_list(site: Site, language: Language, model: str, edition: str | None = None) -> str:
    """Number the core elements of the edition shown, or of another edition, with their sources.

    Example: {{ core_element_list("etsiva-sosiaalityo", "2022-02") }}
    """
    guide = lookup.guide(site, model)
    found = lookup.edition(guide, edition)
    rows = [
        (element, element_address(site, guide, found, element), sources(site, language, element.sources))
        for element in found.core_elements
    ]
    return render("core_element_list", site, language, edition=found, rows=rows)


def core_element_cards(site: Site, language: Language, model: str) -> str:
    """Show the core elements as cards: number, label, one sentence, standing, and the way in.

    Example: {{ core_element_cards("etsiva-sosiaalityo") }}
    """
    guide = lookup.guide(site, model)
    rows = [(element, element_address(site, guide, guide.current, element)) for element in guide.elements]
    return render("core_element_cards", site, language, guide=guide, edition=guide.current, rows=rows)


def core_element_box(site: Site, language: Language, model: str, element: str) -> str:
    """Show what the data hold of one core element: its sources, what is said of it, and its earlier wordings.

    Example: {{ core_element_box("etsiva-sosiaalityo", "reaching-out") }}
    """
    guide = lookup.guide(site, model)
    found = lookup.element(guide.current, element)
    return render(
        "core_element_box",
        site,
        language,
        guide=guide,
        edition=guide.current,
        element=found,
        sources=sources(site, language, found.sources),
        sentences=[sentence(site, language, claim) for claim in found.claims],
        earlier=_earlier(guide, found),
    )


def element_questions(site: Site, language: Language, model: str, element: str) -> str:
    """List the questions by which those who do the work check it against a core element of the edition shown.

    Example: {{ element_questions("etsiva-sosiaalityo", "reaching-out") }}
    """
    found = lookup.element(lookup.guide(site, model).current, element)
    if not found.questions:
        raise Misuse(say("unknown-id/questions", element=found.id), wanted="questions")
    return render("element_questions", site, language, questions=found.questions)


def _earlier(guide: Guide, element: CoreElement) -> list[tuple[Edition, CoreElement, LedgerRow]]:
    """The elements of earlier editions that this one carries on, newest edition first, by the ledger."""
    found = []
    for transition in guide.ledger:
        edition = guide.edition(transition.earlier)
        if edition is None or transition.later != guide.current.id:
            continue
        for row in transition.rows:
            before = edition.element(row.element)
            if element.id in row.into and before:
                found.append((edition, before, row))
    return sorted(found, key=lambda entry: (entry[0].id, -entry[1].number), reverse=True)
