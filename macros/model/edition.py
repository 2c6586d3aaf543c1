"""Editions of an operating model and the core elements each names."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, WithJsonSchema

from macros.model.claim import Claim, Sources
from macros.model.logic import LogicModel
from macros.model.record import Id, IsoDate, Record, refusal
from macros.model.text import Text

EditionStatus = Literal["preliminary", "pilot", "refined", "announced"]
NO_EDITION = "0000-00"
"""The id of an edition whose year and month nobody has given yet."""
MONTH = re.compile(r"(?!0000)[0-9]{4}-(?:0[1-9]|1[0-2])")
"""A year and a month that there are, ``2023-11``."""


def _year_and_month(value: str) -> str:
    if value != NO_EDITION and not MONTH.fullmatch(value):
        raise refusal("date/month", value=value)
    return value


EditionId = Annotated[
    str,
    AfterValidator(_year_and_month),
    WithJsonSchema({"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}$"}),
]
"""A year and a month, ``2023-11``, by which an edition is called and its file is named."""


class Question(Record):
    """A question by which those who do the work check it against a core element.

    It is the editors' own: it rests on the sources, but it stands in none of them, and it measures nothing.

    Attributes:
        id: Permanent name, unique within its element.
        text: The question.
    """

    id: Id
    text: Text


class CoreElement(Record):
    """A part of the model that may not be left out.

    Attributes:
        id: Permanent name, also the address of its section; the same in two editions if it is the same element.
        number: Place in the edition's list, from 1.
        label: The element's name; in Finnish as the source prints it.
        summary: What it is in one plain sentence of our own.
        sources: Where the label is read from.
        reading: What is uncertain about how the source was read.
        claims: What else the sources say of it.
        questions: What to ask of one's own work; the editors' own.
    """

    id: Id
    number: int
    label: Text
    summary: Text
    sources: Sources
    reading: Text | None = None
    claims: tuple[Claim, ...] = ()
    questions: tuple[Question, ...] = ()


class Edition(Record):
    """One edition of one model.

    Attributes:
        id: Year and month, ``2023-11``; the file's name.
        status: ``preliminary``, ``pilot``, ``refined``, or ``announced`` (its content is not known).
        title: What the edition is called.
        date: Day, month or year (ISO 8601), as exactly as the sources tell.
        date_note: What is uncertain about the date.
        known: What is known of it.
        unknown: What is not.
        sources: Where it is read from.
        core_elements: Its list; empty where the sources hold none.
        logic_model: Its logic model, if the sources hold one.
    """

    id: EditionId
    status: EditionStatus
    title: Text
    date: IsoDate
    date_note: Text | None = None
    known: tuple[Text, ...] = ()
    unknown: tuple[Text, ...] = ()
    sources: Sources
    core_elements: tuple[CoreElement, ...] = ()
    logic_model: LogicModel | None = None

    def element(self, id_: str) -> CoreElement | None:
        """The core element with this id, or None."""
        return next((element for element in self.core_elements if element.id == id_), None)
