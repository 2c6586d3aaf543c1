"""How completely the sources describe a model."""

from __future__ import annotations

from collections import Counter
from posixpath import join, normpath
from typing import get_args

from macros.model import Completeness, Guide, Language, Site
from macros.model.completeness import Coverage
from macros.model.text import fill
from macros.problem import Misuse, say
from macros.views import lookup
from macros.views.claims import mark
from macros.views.rendering import render
from macros.views.text_places import find


def description_completeness(site: Site, language: Language, model: str) -> str:
    """Say item by item of TIDieR how completely the sources describe a model, where, and what they do not tell.

    Example: {{ description_completeness("etsiva-sosiaalityo") }}
    """
    guide = lookup.guide(site, model)
    if not guide.completeness:
        raise Misuse(say("completeness/none", model=guide.id), wanted="completeness")
    rows = [(item, _places(site, language, guide, item)) for item in guide.completeness]
    return render(
        "description_completeness",
        site,
        language,
        rows=rows,
        counts=counts(guide),
        editorial=mark(site, language, "editorial"),
    )


def counts(guide: Guide) -> list[tuple[Coverage, int]]:
    """How many items there are of each coverage, the best described first."""
    found = Counter(item.coverage for item in guide.completeness)
    return [(coverage, found[coverage]) for coverage in get_args(Coverage)]


def _places(site: Site, language: Language, guide: Guide, item: Completeness) -> list[str]:
    """Links to the sections that describe an item; texts of one topic on one section are one link."""
    links: dict[str, None] = {}
    for place in item.where:
        found = find(site, guide, place.text)
        title = (found.topic.title if found.topic else site.labels[f"innokyla-part-{found.part}"])[language.id]
        element = guide.current.element(place.section.partition("#")[2]) if found.part == "core-elements" else None
        if element:  # two links with the same words would lead to two places
            title = fill(site.labels["core-element-n"][language.id], element.number)
        links[f"[{title}](/{normpath(join(guide.id, place.section))})"] = None
    return list(links)
