"""Core elements: lists, cards and the box each has on its own section."""

from __future__ import annotations

from macros.model import CoreElement, Edition, Guide, Language, Site
from macros.model.lineage import ancestors, former, origins
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
    """Show what the data hold of one core element: its sources, what is said of it, and what it was in earlier editions.

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
        origins=origins(guide, found),
        only_list=sum(1 for edition in guide.editions if edition.core_elements) == 1,
        versions=versions_address(site, guide),
    )


def element_questions(site: Site, language: Language, model: str, element: str) -> str:
    """List the questions by which those who do the work check it against a core element of the edition shown.

    Example: {{ element_questions("etsiva-sosiaalityo", "reaching-out") }}
    """
    found = lookup.element(lookup.guide(site, model).current, element)
    if not found.questions:
        raise Misuse(say("unknown-id/questions", element=found.id), wanted="questions")
    return render("element_questions", site, language, questions=found.questions)


def former_elements(site: Site, language: Language, model: str) -> str:
    """List the core elements of earlier editions that the edition shown no longer has, each at its old address, and say where they went.

    Example: {{ former_elements("etsiva-sosiaalityo") }}
    """
    guide = lookup.guide(site, model)
    rows = [
        (ancestor, [(heir, element_address(site, guide, guide.current, heir)) for heir in ancestor.heirs])
        for ancestor in former(guide)
    ]
    return render("former_elements", site, language, rows=rows)


def core_element_comparison(site: Site, language: Language, model: str) -> str:
    """Compare the core elements of the editions side by side: what each of today's was called before, by the ledger.

    Example: {{ core_element_comparison("etsiva-sosiaalityo") }}
    """
    guide = lookup.guide(site, model)
    told = ancestors(guide)
    earlier = list({ancestor.edition.id: ancestor.edition for ancestor in told}.values())

    def before(element: CoreElement | None) -> list[list[CoreElement]]:
        """For each earlier edition, the elements that an element carries on; without one, those that nothing does."""
        return [
            [
                ancestor.element
                for ancestor in told
                if ancestor.edition is edition and (element in ancestor.heirs if element else not ancestor.heirs)
            ]
            for edition in earlier
        ]

    rows = [
        (element, element_address(site, guide, guide.current, element), before(element)) for element in guide.elements
    ]
    return render(
        "core_element_comparison", site, language, guide=guide, editions=earlier, rows=rows, without=before(None)
    )


def versions_address(site: Site, guide: Guide) -> str | None:
    """Where a guide tells of its editions, from the language's root; None if it has no page for that."""
    page = f"{guide.id}/versiot.md"
    return f"/{page}" if page in site.addresses else None
