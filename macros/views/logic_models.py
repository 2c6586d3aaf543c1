"""The logic model as a picture, as tables and as text."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from macros.diagram import description, draw
from macros.model import Box, Guide, Language, Site, Text
from macros.same import Same
from macros.views import lookup
from macros.views.citation import sources
from macros.views.claims import mark
from macros.views.parts import CONTEXT, part_addresses
from macros.views.rendering import render


@lru_cache(maxsize=32)
def _drawn(
    guide: Same[Guide],
    labels: Same[Mapping[str, Text]],
    language: str,
    width: Literal["wide", "narrow"],
    links: tuple[tuple[str, str], ...],
) -> str:
    """The drawing, made once however many pages show it."""
    return draw(guide.value, labels.value, language, width=width, links=dict(links))


def logic_model_diagram(site: Site, language: Language, model: str) -> str:
    """Draw the logic model from the data, its parts as links, with the same told in text below.

    Example: {{ logic_model_diagram("etsiva-sosiaalityo") }}
    """
    guide = lookup.guide(site, model)
    lookup.logic_model(guide)
    links = tuple(part_addresses(site, guide).items())
    return render(
        "logic_model_diagram",
        site,
        language,
        guide=guide,
        wide=_drawn(Same(guide), Same(site.labels), language.id, "wide", links),
        narrow=_drawn(Same(guide), Same(site.labels), language.id, "narrow", links),
        description=description(guide, site.labels, language.id),
    )


def logic_model_table(site: Site, language: Language, model: str, side: str) -> str:
    """Show one side of the logic model as a table: ``client`` or ``organisation``; ``context`` is what stands before them.

    Example: {{ logic_model_table("etsiva-sosiaalityo", "client") }}
    """
    guide = lookup.guide(site, model)
    logic = lookup.logic_model(guide)
    sides = {track.id: track for track in logic.tracks}

    def row(stage: str, box: Box) -> tuple[str, Box, str, str]:
        return stage, box, mark(site, language, box.status), sources(site, language, box.sources)

    if side == CONTEXT and side not in sides and logic.context:
        rows = [row("context", box) for box in logic.context]
        return render("logic_model_table", site, language, guide=guide, elements=[], rows=rows, unknown=None)
    found = lookup.find(sides, side, "side")
    heading = [row("short-term", found.short_term_heading)] if found.short_term_heading else []
    rows = (
        [row("mechanism", box) for box in found.mechanisms]
        + heading
        + [row("short-term", box) for box in found.short_term]
        + [row("long-term", box) for box in found.long_term]
    )
    addresses = part_addresses(site, guide)
    elements = [(lookup.element(guide.current, id_), addresses.get(id_)) for id_ in found.core_elements]
    return render("logic_model_table", site, language, guide=guide, elements=elements, rows=rows, unknown=found.unknown)


def hypothesis_table(site: Site, language: Language, model: str) -> str:
    """Show the links between mechanisms and outcomes that the sources state outright.

    Example: {{ hypothesis_table("etsiva-sosiaalityo") }}
    """
    logic = lookup.logic_model(lookup.guide(site, model))
    boxes = {box.id: box for track in logic.tracks for box in track.boxes}
    rows = [
        (
            hypothesis,
            lookup.find(boxes, hypothesis.outcome, "part"),
            sources(site, language, hypothesis.sources),
        )
        for hypothesis in sorted(logic.hypotheses, key=lambda hypothesis: hypothesis.number)
    ]
    return render("hypothesis_table", site, language, rows=rows)
