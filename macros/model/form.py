"""Forms that an area fills in: which there are, what they show of the data, and what they ask."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from macros.model.claim import SourceRef
from macros.model.record import Id, NonEmpty, Record
from macros.model.text import Text

FormFormat = Literal["docx", "odt", "xlsx"]
FieldKind = Literal["line", "text", "date", "choice"]
Repeated = Literal["core-element", "claim", "framework-part", "outcome"]
Shown = Literal["area", "edition", "omissions", "instruments"]
Offered = Literal["areas", "core-elements"]


class Option(Record):
    """One answer to choose.

    Attributes:
        id: Permanent name; what a file for programs holds.
        text: The answer in words.
        means: What follows from it, for answers about a core element.
        endangers: Whether the expected effect is at risk where it is the answer.
    """

    id: Id
    text: Text
    means: Text | None = None
    endangers: bool = False


class FormField(Record):
    """Something the form asks.

    Attributes:
        id: Permanent name, unique within its form; in the adaptation log the name of the field in JSON.
        label: What is asked, in a few words or a question.
        help: How to answer; stands in the field until it is filled in.
        kind: ``line`` (a few words), ``text`` (as long as it needs), ``date``, or ``choice``.
        offers: What of the data can be chosen, before the options.
        options: What can be chosen.
        needed: Whether an entry is of no use without it.
        sources: Where the question comes from; the editors' own without one.
    """

    id: Id
    label: Text
    help: Text | None = None
    kind: FieldKind = "text"
    offers: Offered | None = None
    options: tuple[Option, ...] = ()
    needed: bool = False
    sources: tuple[SourceRef, ...] = ()


class FormSection(Record):
    """A part of a form.

    Attributes:
        id: Permanent name, unique within its form.
        title: Its heading.
        intro: What it is for.
        shows: What it works out from the data: the area, the edition of the core elements, what is endangered where one
            is left out, the instruments of the model.
        topics: Topics whose claims it shows: ``model/skills``, ``implementation/plan``.
        each: What its fields are asked of, one by one.
        questions: Whether it asks the questions of each core element as well.
        rows: How often its fields stand there to be filled in, if they are not asked of anything.
        fields: What it asks.
    """

    id: Id
    title: Text
    intro: Text | None = None
    shows: Shown | None = None
    topics: tuple[NonEmpty, ...] = ()
    each: Repeated | None = None
    questions: bool = False
    rows: int = 1
    fields: tuple[FormField, ...] = ()


class Form(Record):
    """A form; there is one for each model and language.

    Attributes:
        id: Permanent name; part of the names of its files.
        title: What it is called.
        summary: What it is for, in a sentence or two.
        formats: Files it is made as.
        page: The page that explains it, from the root of a language; None if there is none.
        framework: Id of the instrument whose parts it asks about.
        answers: The steps in which questions are answered.
        sections: Its parts, in order.
    """

    id: Id
    title: Text
    summary: Text
    formats: Annotated[tuple[FormFormat, ...], Field(min_length=1)]
    page: NonEmpty | None = None
    framework: Id | None = None
    answers: tuple[Option, ...] = ()
    sections: Annotated[tuple[FormSection, ...], Field(min_length=1)]

    @property
    def fields(self) -> tuple[FormField, ...]:
        """Everything it asks, in order."""
        return tuple(field for section in self.sections for field in section.fields)

    @property
    def tells_of_areas(self) -> bool:
        """Whether it says what the sources tell of an area."""
        return any(section.shows == "area" for section in self.sections)
