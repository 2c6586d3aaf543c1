"""Dated events: workshops, webinars, deadlines."""

from __future__ import annotations

from typing import Literal

from macros.model.claim import Sources
from macros.model.record import Id, IsoDate, Record
from macros.model.text import Text

EventKind = Literal["workshop", "webinar", "deadline", "meeting", "plan"]


class Event(Record):
    """One event.

    Attributes:
        id: Permanent name.
        kind: What sort of event it is.
        title: What it was called.
        start: Day, month or year (ISO 8601), as exactly as the sources tell.
        end: Its last day, if it took longer.
        hours: Hours of the day, as a reader would write them.
        place: Where it was.
        text: What it was for.
        unknown: What the sources do not tell.
        sources: Where it is read from.
        reading: What is uncertain about how the source was read.
    """

    id: Id
    kind: EventKind
    title: Text
    start: IsoDate
    end: IsoDate | None = None
    hours: Text | None = None
    place: Text | None = None
    text: Text | None = None
    unknown: Text | None = None
    sources: Sources
    reading: Text | None = None
