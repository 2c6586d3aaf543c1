"""Factual statements and where they come from."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from macros.model.record import Id, NonEmpty, Record, refusal
from macros.model.text import Text

ClaimStatus = Literal["law", "observed", "hypothesis", "judgement", "editorial"]


class SourceRef(Record):
    """A place in a source: bibliography id and exactly one locator.

    Attributes:
        ref: Id in ``bibliography.yml``.
        slide: Slide or slides of a presentation, as ``"44"`` or ``"44–45"``.
        page: Page or pages.
        section: Section of an act, without the sign: ``"10"``.
        part: Heading of the part of a page or document, as printed.
    """

    ref: Id
    slide: NonEmpty | None = None
    page: NonEmpty | None = None
    section: NonEmpty | None = None
    part: NonEmpty | None = None

    @property
    def locators(self) -> tuple[tuple[str, str], ...]:
        """Pairs of kind and value of the locators given."""
        kinds = ("slide", "page", "section", "part")
        return tuple((kind, value) for kind in kinds if (value := getattr(self, kind)) is not None)

    @model_validator(mode="after")
    def _one_locator(self) -> Self:
        if len(self.locators) != 1:
            raise refusal("locator/one")
        return self


class Credit(Record):
    """A work the source itself names as the origin of a statement; its place may be unknown."""

    ref: Id
    page: NonEmpty | None = None


Sources = Annotated[tuple[SourceRef, ...], Field(min_length=1)]


class Claim(Record):
    """One statement with its standing.

    Attributes:
        id: Permanent name, unique within its file.
        text: The statement, in our own words; a whole sentence.
        status: ``law`` (an act says so), ``observed`` (pilots or registers showed it), ``hypothesis``
            (assumed by the programme theory), ``judgement`` (the source's view or recommendation),
            ``editorial`` (inferred by the editors of the guide).
        sources: Where it is read from.
        credited_to: Works the source gives as the origin.
        reading: What is uncertain about how the source was read.
    """

    id: Id
    text: Text
    status: ClaimStatus
    sources: Sources
    credited_to: tuple[Credit, ...] = ()
    reading: Text | None = None


class Topic(Record):
    """Claims on one matter, or the plain word that the sources do not tell.

    Attributes:
        id: Permanent name, unique within its file.
        title: What the matter is called.
        claims: What is known.
        unknown: What the sources leave unsaid; required where there are no claims.
    """

    id: Id
    title: Text
    claims: tuple[Claim, ...] = ()
    unknown: Text | None = None

    @model_validator(mode="after")
    def _known_or_unknown(self) -> Self:
        if not self.claims and self.unknown is None:
            raise refusal("silent-topic/here")
        return self
