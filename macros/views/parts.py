"""Where the parts of a logic model stand in its guide, and what leads from one to another."""

from __future__ import annotations

from dataclasses import dataclass

from macros.model import Box, CoreElement, Guide, Hypothesis, Language, LogicModel, Site, Track
from macros.views import lookup
from macros.views.citation import sources
from macros.views.claims import mark
from macros.views.core_elements import element_address
from macros.views.rendering import render

CONTEXT = "context"
"""What the table of resources and circumstances is asked for by, beside the ids of the sides."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A hypothesis that leads to an outcome: its sources, its tag, and the parts that are its cause with what leads to them."""

    hypothesis: Hypothesis
    sources: str
    mark: str
    causes: tuple[tuple[Box, tuple[Stated, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    """What the sources say outright of the way to an outcome and onward from it, or onward from a mechanism.

    Attributes:
        box: The outcome or the mechanism.
        outcome: Whether it is an outcome.
        whole: The outcomes it brings together.
        stated: What leads to it.
        onward: What it leads to, with the hypothesis that says so.
    """

    box: Box
    outcome: bool
    whole: tuple[Box, ...]
    stated: tuple[Stated, ...]
    onward: tuple[tuple[Hypothesis, Box], ...]


def part_addresses(site: Site, guide: Guide) -> dict[str, str]:
    """Where each part of a guide's logic model has its place, by its id, from the language's root.

    A core element has its section; any other part its row in a table on the page of the logic model, if there is one.
    """
    logic = lookup.logic_model(guide)
    found = {element.id: element_address(site, guide, guide.current, element) for element in guide.elements}
    page = f"{guide.id}/logiikkamalli.md"
    if page in site.addresses:
        boxes = [*logic.context, *(box for track in logic.tracks for box in track.boxes)]
        found |= {box.id: f"/{page}#part-{box.id}" for box in boxes}
    return {id_: address for id_, address in found.items() if address}


def logic_model_paths(site: Site, language: Language, model: str) -> str:
    """Tell what leads to each outcome of the logic model, where the source says so outright, and what it does not say.

    Example: {{ logic_model_paths("etsiva-sosiaalityo") }}
    """
    guide = lookup.guide(site, model)
    logic = lookup.logic_model(guide)
    teller = _Teller(site, language, logic)
    sides = [(track, _stages(guide, track), teller.paths(track)) for track in logic.tracks]
    addresses = part_addresses(site, guide)

    def link(id_: str, words: str) -> str:
        return f"[{words}]({addresses[id_]})" if id_ in addresses else words

    return render("logic_model_paths", site, language, guide=guide, sides=sides, link=link)


def _stages(guide: Guide, track: Track) -> list[tuple[str, list[CoreElement | Box]]]:
    """The stages of a side that have parts, by the label of their title, in order."""
    elements: list[CoreElement | Box] = [lookup.element(guide.current, id_) for id_ in track.core_elements]
    heading = (track.short_term_heading,) if track.short_term_heading else ()
    stages: list[tuple[str, list[CoreElement | Box]]] = [
        ("core-elements", elements),
        ("mechanisms", list(track.mechanisms)),
        ("short-term", [*heading, *track.short_term]),
        ("long-term", list(track.long_term)),
    ]
    return [(title, parts) for title, parts in stages if parts]


class _Teller:
    def __init__(self, site: Site, language: Language, logic: LogicModel) -> None:
        self.site, self.language, self.logic = site, language, logic
        self.boxes = {box.id: box for track in logic.tracks for box in track.boxes}
        self.hypotheses = sorted(logic.hypotheses, key=lambda hypothesis: hypothesis.number)

    def paths(self, track: Track) -> list[Path]:
        """Of the mechanisms that the source gives as a cause, and of every outcome."""
        causes = [self.path(track, box) for box in track.mechanisms]
        return [path for path in causes if path.onward] + [self.path(track, box) for box in track.outcomes]

    def path(self, track: Track, box: Box) -> Path:
        return Path(
            box,
            outcome=box in track.outcomes,
            whole=track.short_term if box is track.short_term_heading else (),
            stated=self.stated(box.id, frozenset()),
            onward=tuple(
                (hypothesis, lookup.find(self.boxes, hypothesis.outcome, "part"))
                for hypothesis in self.hypotheses
                if box.id in hypothesis.causes
            ),
        )

    def stated(self, id_: str, before: frozenset[str]) -> tuple[Stated, ...]:
        """What leads to a part, as far back as it is told; a way that comes round again ends there."""
        reached = before | {id_}
        return tuple(
            Stated(
                hypothesis,
                sources(self.site, self.language, hypothesis.sources),
                mark(self.site, self.language, "hypothesis"),
                tuple(
                    (lookup.find(self.boxes, cause, "part"), self.stated(cause, reached))
                    for cause in hypothesis.causes
                    if cause not in reached
                ),
            )
            for hypothesis in self.hypotheses
            if hypothesis.outcome == id_
        )
