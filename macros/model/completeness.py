"""How completely the sources describe a model, item by item of TIDieR."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import model_validator

from macros.model.record import NonEmpty, Record, refusal
from macros.model.text import Text

TidierItem = Literal[
    "name",
    "why",
    "materials",
    "procedures",
    "provider",
    "mode",
    "place",
    "dose",
    "tailoring",
    "modifications",
    "planned",
    "actual",
]
"""The twelve items of TIDieR (Template for Intervention Description and Replication, 2014), in its order."""

Coverage = Literal["described", "partly", "unknown"]


class DescribedAt(Record):
    """A place that describes something.

    Attributes:
        text: The text of the data that does: ``model/resources``, ``model/noste#noste-team``, ``evaluation/aims``, ``model#title``.
        section: Where the guide shows it, from the guide's folder: ``edellytykset.md#resources``.
    """

    text: NonEmpty
    section: NonEmpty


class Completeness(Record):
    """How completely one item is described. That is the editors' judgement.

    Attributes:
        id: The item.
        coverage: ``described``, ``partly`` or ``unknown`` (the sources do not tell).
        where: Places that describe it; at least one, unless it is unknown.
        missing: What the sources do not tell; needed unless all is described.
    """

    id: TidierItem
    coverage: Coverage
    where: tuple[DescribedAt, ...] = ()
    missing: Text | None = None

    @model_validator(mode="after")
    def _as_it_says(self) -> Self:
        if self.coverage == "unknown" and self.where:
            raise refusal("completeness/unknown", item=self.id)
        if self.coverage != "unknown" and not self.where:
            raise refusal("completeness/nowhere", item=self.id, coverage=self.coverage)
        if self.coverage == "described" and self.missing is not None:
            raise refusal("completeness/whole", item=self.id)
        if self.coverage != "described" and self.missing is None:
            raise refusal("completeness/missing", item=self.id, coverage=self.coverage)
        return self
