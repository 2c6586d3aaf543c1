"""Instruments of evaluation: what they consist of, and by which rule one of their forms is chosen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Annotated, Literal

from pydantic import Field

from macros.model.claim import Sources
from macros.model.record import Id, IsoDate, Record
from macros.model.text import Text

LogicField = Literal["context", "core-elements", "mechanisms", "short-term", "long-term"]
"""A column of the logic model."""


class Form(Record):
    """One way of using an instrument, such as an interview or a measure."""

    id: Id
    name: Text
    summary: Text


class Condition(Record):
    """What decides between forms: a question that an area answers with yes or no.

    Attributes:
        id: Permanent name.
        question: The question.
        if_yes: The condition as a clause, for tables: ``if the system has it``.
        if_no: The same where it does not hold.
    """

    id: Id
    question: Text
    if_yes: Text
    if_no: Text


class Case(Record):
    """Which form these models use, always or under one condition.

    Attributes:
        models: Ids of the models.
        when: Id of the condition that must hold.
        unless: Id of the condition that must not hold.
        form: Id of the form they then use.
        sources: Where it is read from.
    """

    models: Annotated[tuple[Id, ...], Field(min_length=1)]
    when: Id | None = None
    unless: Id | None = None
    form: Id
    sources: Sources

    def applies(self, model: str, answers: Mapping[str, bool]) -> bool:
        """Whether it speaks of a model whose area has answered the conditions so."""
        return (
            model in self.models
            and (self.when is None or answers[self.when])
            and (self.unless is None or not answers[self.unless])
        )


class ChoiceRule(Record):
    """The rule by which a form is chosen.

    Attributes:
        date: The day, month or year the rule speaks of.
        conditions: What it asks of an area.
        cases: What follows, for each model.
        caution: What a reader must know before following it.
    """

    date: IsoDate
    conditions: tuple[Condition, ...] = ()
    cases: Annotated[tuple[Case, ...], Field(min_length=1)]
    caution: Text

    def answers(self) -> Iterator[dict[str, bool]]:
        """Every way an area can answer the conditions."""
        ids = [condition.id for condition in self.conditions]
        return (dict(zip(ids, values, strict=True)) for values in product((True, False), repeat=len(ids)))

    def choose(self, model: str, answers: Mapping[str, bool]) -> tuple[Case, ...]:
        """The cases that apply to a model; exactly one in a rule that is in order."""
        return tuple(case for case in self.cases if case.applies(model, answers))


class Part(Record):
    """A part of a framework.

    Attributes:
        id: Permanent name.
        name: What it is called.
        asks: What one asks about it.
        fields: Columns of the logic model where the answer belongs; inferred by the editors.
        note: What a reader should know of the pairing.
    """

    id: Id
    name: Text
    asks: Text
    fields: tuple[LogicField, ...] = ()
    note: Text | None = None


class Instrument(Record):
    """A measure, an interview template or a framework that the sources name for evaluation.

    Attributes:
        id: Permanent name.
        kind: ``measure`` or ``framework``.
        name: Its name.
        summary: What it is, in one sentence.
        known_use: What is known of how the models used it.
        forms: Ways of using it, if there are several.
        rule: Which form to use, if the sources give a rule.
        parts: What it consists of, if the sources tell.
        unknown: What the sources do not tell.
        sources: Where it is read from.
    """

    id: Id
    kind: Literal["measure", "framework"]
    name: Text
    summary: Text
    known_use: Text
    forms: tuple[Form, ...] = ()
    rule: ChoiceRule | None = None
    parts: tuple[Part, ...] = ()
    unknown: Text
    sources: Sources

    def form(self, id_: str) -> Form | None:
        """The form with this id, or None."""
        return next((form for form in self.forms if form.id == id_), None)
