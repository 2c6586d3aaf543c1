"""What the self-check of a model's core elements saves to a file."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from macros.model.record import Id, NonEmpty, Record

Step = Annotated[str, StringConstraints(pattern=r"^([a-z0-9]+(-[a-z0-9]+)*)?$")]
"""Id of an answer of the form ``fidelity-check``; empty where nobody has answered."""
Day = Annotated[str, StringConstraints(pattern=r"^(\d{4}-\d\d-\d\d)?$")]
Words = Annotated[str, StringConstraints(max_length=10_000)]


class SelfCheckAbout(Record):
    """Whose check it is.

    Attributes:
        team: The unit or team, in its own words.
        date: The day, ``2026-03-01``; empty if none was given.
    """

    team: Words = ""
    date: Day = ""


class SelfCheckAnswer(Record):
    """How one core element is carried out.

    Attributes:
        step: The answer about the whole element.
        note: Notes, in the team's own words.
        questions: The answer to each question of the element, by the question's id.
    """

    step: Step = ""
    note: Words = ""
    questions: dict[Id, Step] = Field(default_factory=dict)


class SelfCheck(Record):
    """The answers of one team about one model.

    Attributes:
        format: Always ``self-check``.
        version: Version of the format; whoever reads it refuses others.
        model: Id of the model.
        edition: Id of the edition whose core elements were asked about.
        about: Whose check it is.
        answers: The answers, by the id of the core element.
    """

    format: Literal["self-check"]
    version: Literal[1]
    model: Id
    edition: NonEmpty
    about: SelfCheckAbout = Field(default_factory=SelfCheckAbout)
    answers: dict[Id, SelfCheckAnswer] = Field(default_factory=dict)
