"""What an area changed in a model, as it is entered in its log; the questions follow the FRAME framework."""

from __future__ import annotations

from types import UnionType
from typing import Annotated, Literal, Union, get_args, get_origin

from pydantic import AfterValidator

from macros.model.record import Id, IsoDate, NonEmpty, Record, refusal


def _whole_day(value: str) -> str:
    if len(value) != len("2023-11-28"):
        raise refusal("date/text", value=value)
    return value


Day = Annotated[IsoDate, AfterValidator(_whole_day)]
"""A day, ``2026-03-05``."""


class Adaptation(Record):
    """One change to a model.

    Attributes:
        date: The day it began.
        phase: How far the model had been taken into use.
        what: What was changed: how it was before, how it is now.
        element: Id of the core element it touches; null if it touches none.
        fidelity: Whether the core element is kept.
        kind: What kind of thing was changed.
        nature: What was done to the content, if that is what was changed.
        planned: Whether it was planned.
        decided_by: Who decided.
        level: Whom it concerns.
        goal: What it was for.
        reason: Where the need came from.
        why: Why, in the area's own words.
    """

    date: Day
    phase: Literal["before", "during", "spreading", "established"]
    what: NonEmpty
    element: Id | None
    fidelity: Literal["kept", "at-risk", "unknown"]
    kind: Literal["content", "setting", "target-group", "training", "taking-into-use"]
    nature: (
        Literal["refined", "added", "removed", "shortened", "lengthened", "replaced", "reordered", "combined"] | None
    ) = None
    planned: Literal["planned-ahead", "planned-in-response", "unplanned"]
    decided_by: Literal["workers", "supervisors", "management", "developers", "clients", "partners", "together"]
    level: Literal["one-client", "client-group", "one-worker", "unit", "county", "network"]
    goal: Literal["reach", "staying", "feasibility", "fit", "effect", "cost", "satisfaction"]
    reason: Literal["law-or-policy", "organisation", "workers", "clients"] | None = None
    why: NonEmpty


def values_of(field: str) -> tuple[str, ...]:
    """What a field of a change may hold; nothing if it takes any text."""
    type_ = Adaptation.model_fields[field].annotation
    if get_origin(type_) in (Union, UnionType):
        type_ = get_args(type_)[0]
    return get_args(type_) if get_origin(type_) is Literal else ()


class AdaptationLog(Record):
    """The log of an area for one model.

    Attributes:
        model: Id of the model.
        area: Name of the area.
        unit: The unit or working group.
        adaptations: What it changed.
    """

    model: Id
    area: NonEmpty
    unit: NonEmpty | None = None
    adaptations: tuple[Adaptation, ...]


class MergedAdaptation(Adaptation):
    """A change from one of several logs.

    Attributes:
        model: Id of the model.
        area: Name of the area.
        unit: The unit or working group.
    """

    model: Id
    area: NonEmpty
    unit: NonEmpty | None = None


class AdaptationCount(Record):
    """How many changes an area made to a core element.

    Attributes:
        model: Id of the model.
        element: Id of the core element; null for changes that touch none.
        area: Name of the area.
        count: How many changes.
        kept: Those by which the core element is kept.
        at_risk: Those by which it is at risk or left out.
        unknown: Those of which that is not known.
    """

    model: Id
    element: Id | None
    area: NonEmpty
    count: int
    kept: int
    at_risk: int
    unknown: int


class MergedLogs(Record):
    """Several logs put together.

    Attributes:
        adaptations: Every change, by model, day and area.
        summary: How many there are, by model, core element and area.
    """

    adaptations: tuple[MergedAdaptation, ...]
    summary: tuple[AdaptationCount, ...]
