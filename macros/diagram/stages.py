"""What a diagram shows, in one language: the logic model read stage by stage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from macros.model import Box, CoreElement, Edition, Guide, LogicModel, Text, Track

Kind = Literal["context", "element", "mechanism", "outcome", "long"]
STAGES: tuple[tuple[Kind, str], ...] = (
    ("element", "diagram-core-elements"),
    ("mechanism", "diagram-mechanisms"),
    ("outcome", "diagram-short-term"),
    ("long", "diagram-long-term"),
)


@dataclass(frozen=True, slots=True)
class Card:
    """One box: what it says and how it stands.

    Attributes:
        id: Id of the box or core element.
        label: Its short wording.
        kind: Stage it belongs to.
        number: Place in the edition's list, for a core element.
        marks: Hypotheses that lead to it, as ``H1``.
        conditional: Whether it hangs on something, or could not be shown yet.
    """

    id: str
    label: str
    kind: Kind
    number: int | None = None
    marks: tuple[str, ...] = ()
    conditional: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """The boxes of one stage on one side.

    Attributes:
        side: Place of the side, from 0; None for what belongs to every side.
        cards: The boxes.
        heading: What they amount to together, if the source says so.
    """

    side: int | None
    cards: tuple[Card, ...]
    heading: Card | None = None


@dataclass(frozen=True, slots=True)
class Stage:
    """One step from context to outcomes; a group for each side, or one group for all."""

    kind: Kind
    title: str
    groups: tuple[Group, ...]

    @property
    def sided(self) -> bool:
        """Whether it has a group for each side."""
        return self.groups[0].side is not None


@dataclass(frozen=True, slots=True)
class Side:
    """One side of the model."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Content:
    """A whole diagram before it has a shape.

    Attributes:
        sides: The sides, in reading order.
        stages: Stages that hold anything, in order.
        loose: Core elements that start no side; None if there are none.
    """

    sides: tuple[Side, ...]
    stages: tuple[Stage, ...]
    loose: Stage | None


def logic_model(guide: Guide) -> LogicModel:
    """Return the logic model of the guide's current edition.

    Raises:
        ValueError: The edition has none; nothing can be drawn.
    """
    model = guide.current.logic_model
    if model is None:
        raise ValueError(f"edition {guide.current.id} of {guide.id} has no logic model")
    return model


def content(guide: Guide, labels: Mapping[str, Text], language: str) -> Content:
    """Read a guide's logic model for drawing.

    Raises:
        ValueError: The current edition has no logic model.
        KeyError: A label or a text is missing in the language.
    """
    model = logic_model(guide)
    reader = _Reader(guide.current, model, language)
    stages = [
        Stage("context", labels["diagram-context"][language], (Group(None, reader.cards(model.context, "context")),))
    ]
    for kind, title in STAGES:
        groups = tuple(reader.group(track, side, kind) for side, track in enumerate(model.tracks))
        stages.append(Stage(kind, labels[title][language], groups))
    started = {id_ for track in model.tracks for id_ in track.core_elements}
    loose = tuple(reader.element(element) for element in guide.elements if element.id not in started)
    return Content(
        sides=tuple(Side(track.id, track.title[language]) for track in model.tracks),
        stages=tuple(stage for stage in stages if any(group.cards for group in stage.groups)),
        loose=Stage("element", labels["diagram-other-elements"][language], (Group(None, loose),)) if loose else None,
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    edition: Edition
    model: LogicModel
    language: str

    def group(self, track: Track, side: int, kind: Kind) -> Group:
        if kind == "element":
            found = (self.edition.element(id_) for id_ in track.core_elements)
            return Group(side, tuple(self.element(element) for element in found if element))
        if kind == "mechanism":
            return Group(side, self.cards(track.mechanisms, kind))
        if kind == "long":
            return Group(side, self.cards(track.long_term, kind))
        heading = self.card(track.short_term_heading, kind) if track.short_term_heading else None
        cards = self.cards(track.short_term, kind)
        if heading and not cards:
            return Group(side, (heading,))
        return Group(side, cards, heading)

    def element(self, element: CoreElement) -> Card:
        return Card(element.id, element.label[self.language], "element", number=element.number)

    def cards(self, boxes: Iterable[Box], kind: Kind) -> tuple[Card, ...]:
        return tuple(self.card(box, kind) for box in boxes)

    def card(self, box: Box, kind: Kind) -> Card:
        marks = tuple(mark(link.number) for link in self.model.hypotheses if link.outcome == box.id)
        return Card(box.id, box.label[self.language], kind, marks=marks, conditional=box.condition is not None)


def mark(number: int) -> str:
    """Name a hypothesis as the diagram does: ``H1``."""
    return f"H{number}"
