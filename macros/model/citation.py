"""How a guide itself is cited: made of what is known of it as a publication, and of nothing else."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import ConfigDict, Field

from macros.model.bibliography import CslDate, Name
from macros.model.guide import Guide
from macros.model.language import Language
from macros.model.publication import FileFormat, Publication
from macros.model.record import NonEmpty, Record
from macros.model.site import Site

_READ_FIRST: tuple[FileFormat, ...] = ("pdf", "epub", "docx")
"""Formats in the order in which one of their ISBNs stands for the guide."""


class Citation(Record):
    """One guide in one edition and one language. Field names are those of CSL-JSON 1.0.2.

    Attributes:
        id: Key of the record: model, edition and language.
        type: ``report`` once somebody publishes it, ``document`` until then.
        title: The guide's title.
        author: Its authors, or the site's editor.
        issued: The day of publication, or the date of the edition shown.
        edition: What the edition is called.
        publisher: Who publishes it.
        collection_title: The series it is part of.
        collection_number: Its number there.
        isbn: The ISBN of one of its formats.
        issn: The ISSN of the series.
        doi: Its DOI.
        url: Where its identifier leads, or else where the guide stands.
        language: BCP 47 tag.
        keyword: What it is about, separated by commas.
        note: That it is a draft, if nobody has given it an identifier.
    """

    model_config = ConfigDict(populate_by_name=True)

    id: NonEmpty
    type: Literal["report", "document"]
    title: NonEmpty
    author: tuple[Name, ...]
    issued: CslDate
    edition: NonEmpty
    publisher: NonEmpty | None = None
    collection_title: NonEmpty | None = Field(default=None, alias="collection-title")
    collection_number: NonEmpty | None = Field(default=None, alias="collection-number")
    isbn: NonEmpty | None = Field(default=None, alias="ISBN")
    issn: NonEmpty | None = Field(default=None, alias="ISSN")
    doi: NonEmpty | None = Field(default=None, alias="DOI")
    url: NonEmpty | None = Field(default=None, alias="URL")
    language: NonEmpty
    keyword: NonEmpty | None = None
    note: NonEmpty | None = None

    @property
    def date(self) -> tuple[int, ...]:
        """Year, month and day of ``issued``, as many of them as are known."""
        return self.issued.date_parts[0]

    @property
    def keywords(self) -> tuple[str, ...]:
        """The words of ``keyword``."""
        return tuple(self.keyword.split(", ")) if self.keyword else ()

    def csl(self) -> dict[str, Any]:
        """The record as CSL-JSON has it; what is not known is absent."""
        return self.model_dump(mode="json", by_alias=True, exclude_none=True)


def citation(site: Site, guide: Guide, language: Language) -> Citation:
    """How the edition a guide shows is cited in a language."""
    given, id_ = site.publication(guide, language.id), language.id
    day = given.issued or guide.current.date
    series = given.series
    return Citation(
        id=f"{guide.id}-{guide.current.id}-{id_}",
        type="report" if site.info.publisher else "document",
        title=guide.model.title[id_],
        author=given.authors or (Name(literal=site.info.editor),),
        issued=CslDate(date_parts=(tuple(map(int, day.split("-"))),)),
        edition=guide.current.title[id_],
        publisher=site.info.publisher,
        collection_title=series.title if series else None,
        collection_number=series.number if series else None,
        isbn=_isbn(given),
        issn=series.issn if series else None,
        doi=given.doi,
        url=given.address or guide_address(site, guide, language),
        language=language.locale,
        keyword=", ".join(given.subjects or guide.model.keywords.get(id_, ())) or None,
        note=None if given.identifier else site.labels["export-draft"][id_],
    )


def guide_address(site: Site, guide: Guide, language: Language) -> str | None:
    """Where a guide stands in a language; None while nobody knows where the site will be."""
    return f"{site.info.known_address}{language.id}/{guide.id}/" if site.info.known_address else None


def _isbn(given: Publication) -> str | None:
    return next((given.isbn[format_] for format_ in _READ_FIRST if format_ in given.isbn), None)
