"""Bibliography in the form of CSL-JSON, written as YAML."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import ConfigDict, Field, model_validator

from macros.model.identifier import Handle, Urn
from macros.model.record import Id, NonEmpty, Record, day_of, refusal
from macros.model.text import Text

DateParts = Annotated[
    tuple[Annotated[tuple[int, ...], Field(min_length=1, max_length=3)], ...], Field(min_length=1, max_length=2)
]


class Name(Record):
    """A person (family and given) or an organisation (literal)."""

    family: NonEmpty | None = None
    given: NonEmpty | None = None
    literal: NonEmpty | None = None


class CslDate(Record):
    """A CSL date: ``date-parts: [[2023, 11, 28]]``."""

    model_config = ConfigDict(populate_by_name=True)

    date_parts: DateParts = Field(alias="date-parts")

    @model_validator(mode="after")
    def _real_days(self) -> Self:
        for parts in self.date_parts:
            try:
                day_of(parts)
            except ValueError:
                raise refusal("date/parts", value=str(list(parts))) from None
        return self


class Custom(Record):
    """What CSL leaves to its user.

    Attributes:
        label: Short name used in citations where it differs between languages (an act).
        missing: Parts of the reference the sources do not give, e.g. ``[title]``.
        note: What a reader should know of this source.
        urn: The work's own URN, as its publisher gave it: ``URN:NBN:fi-fe20231117147507``.
        handle: The work's own handle: ``10024/147835``.
    """

    label: Text | None = None
    missing: tuple[Literal["author", "title", "year", "publisher"], ...] = ()
    note: Text | None = None
    urn: Urn | None = None
    handle: Handle | None = None


class Reference(Record):
    """One work. Field names are those of CSL-JSON.

    ``citation-label`` is what stands in a citation: ``Institute 2023``; unique in the bibliography.
    """

    model_config = ConfigDict(populate_by_name=True)

    id: Id
    type: Literal[
        "article-journal",
        "article-magazine",
        "book",
        "chapter",
        "collection",
        "document",
        "legislation",
        "report",
        "speech",
        "webpage",
    ]
    citation_label: NonEmpty = Field(alias="citation-label")
    title: NonEmpty | None = None
    author: tuple[Name, ...] = ()
    issued: CslDate | None = None
    accessed: CslDate | None = None
    container_title: NonEmpty | None = Field(default=None, alias="container-title")
    collection_title: NonEmpty | None = Field(default=None, alias="collection-title")
    collection_number: NonEmpty | None = Field(default=None, alias="collection-number")
    number: NonEmpty | None = None
    publisher: NonEmpty | None = None
    publisher_place: NonEmpty | None = Field(default=None, alias="publisher-place")
    genre: NonEmpty | None = None
    language: NonEmpty | None = None
    url: NonEmpty | None = Field(default=None, alias="URL")
    custom: Custom = Custom()

    def label(self, language: str) -> str:
        """Short name for a citation in a language."""
        return self.custom.label[language] if self.custom.label else self.citation_label
