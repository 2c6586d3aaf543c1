"""What a local edition does otherwise than the national guides."""

from __future__ import annotations

from collections.abc import Sequence

from macros.model import Adaptation, CoreElement, Guide, Language, Overlay, Site
from macros.model.overlay import SECTION, Contact
from macros.views import lookup
from macros.views.core_elements import element_address
from macros.views.rendering import render
from macros.views.words import term

_FRONT = f"{SECTION}/index.md"
_TERM = "core-element"
"""The term of the glossary that says what happens if a core element is left out."""


def local_edition_note(site: Site, language: Language) -> str:
    """Say whether the site is a local edition: of what, by whom, based on which editions, and whom to ask.

    Example: {{ local_edition_note() }}
    """
    contacts = site.overlay.info.contacts if site.overlay else ()
    return _edition_note(site, language, list(site.guides.values()), contacts)


def front_note(site: Site, language: Language) -> str:
    """For the front page of the site: the same in short."""
    return _edition_note(site, language, [], ())


def _edition_note(site: Site, language: Language, guides: Sequence[Guide], contacts: Sequence[Contact]) -> str:
    front = f"/{_FRONT}" if _FRONT in site.addresses else None
    return render(
        "local_edition_note", site, language, overlay=site.overlay, guides=guides, contacts=contacts, front=front
    )


def adaptations(site: Site, language: Language, model: str) -> str:
    """Show element by element how an area carries out a model; an element nobody has recorded is said to be so.

    Example: {{ adaptations("etsiva-sosiaalityo") }}
    """
    guide = lookup.guide(site, model)
    made = {each.element: each for each in site.overlay.of(guide.id)} if site.overlay else {}
    rows = [
        (element, element_address(site, guide, guide.current, element), made.get(element.id))
        for element in guide.elements
    ]
    return render("adaptations", site, language, overlay=site.overlay, rows=rows, endangered=endangered(site, language))


def guide_note(site: Site, language: Language, overlay: Overlay, guide: Guide) -> str:
    """For the front page of a guide: that it is a local edition, and which core elements are carried out otherwise."""
    found = {
        carried: [
            (element, element_address(site, guide, guide.current, element))
            for each in overlay.of(guide.id, carried)
            if (element := guide.current.element(each.element))
        ]
        for carried in ("not", "partly", "adapted")
    }
    contacts = [each for each in overlay.info.contacts if each.guide in (None, guide.id)]
    return render(
        "local_guide_note",
        site,
        language,
        overlay=overlay,
        guide=guide,
        found=found,
        contacts=contacts,
        endangered=endangered(site, language),
    )


def element_note(site: Site, language: Language, overlay: Overlay, element: CoreElement, adaptation: Adaptation) -> str:
    """For the section of a core element: how it is carried out here, and what that means."""
    return render(
        "local_element",
        site,
        language,
        overlay=overlay,
        element=element,
        adaptation=adaptation,
        endangered=endangered(site, language),
    )


def endangered(site: Site, language: Language) -> str:
    """That the expected effect is in danger, with a link to why if the glossary tells it."""
    told = site.labels["local-endangered"][language.id]
    if _TERM not in site.terms:
        return told
    return f"{told} {site.labels['local-why'][language.id]} {term(site, language, _TERM)}."
