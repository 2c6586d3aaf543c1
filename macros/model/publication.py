"""What has been given to a guide's files as a publication: names, numbers, a place in a series, and the day."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from macros.model.bibliography import Name
from macros.model.identifier import Doi, Handle, Isbn, Issn, Urn
from macros.model.record import Id, IsoDate, NonEmpty, Record, refusal

FileFormat = Literal["pdf", "docx", "epub"]
"""A format a guide is exported in."""


def _digest(value: str) -> str:
    if len(value) != 64 or not set(value) <= set("0123456789abcdef"):
        raise refusal("checksum/form", value=value)
    return value


Sha256 = Annotated[str, AfterValidator(_digest)]
"""A SHA-256 digest (FIPS 180-4) in hexadecimal."""


class Series(Record):
    """The series a publication is part of.

    Attributes:
        title: The series' name.
        number: Its number there, as ``12/2026``.
        issn: The series' ISSN.
    """

    title: NonEmpty
    number: NonEmpty | None = None
    issn: Issn | None = None


class Publication(Record):
    """One guide in one edition and one language, published or to be published.

    Nothing of it is made up by the program: what nobody has given is absent, and the files are then marked as drafts.

    Attributes:
        guide: Id of the model.
        edition: Id of its edition.
        language: Id of the language.
        status: ``draft``, or ``published``: then the files may not change any more.
        issued: The day of publication.
        authors: Who is named as its authors; without any, the site's editor.
        organisation: The body responsible, if it is another than the publisher.
        series: The series it is part of.
        isbn: An ISBN for each format.
        urn: Its URN.
        doi: Its DOI.
        handle: Its handle in the repository.
        collection: Handle of the repository's collection it is deposited in.
        subjects: Subject terms for the repository, in the publication's language.
        checksums: SHA-256 of each file that was published.
    """

    guide: Id
    edition: NonEmpty
    language: Id
    status: Literal["draft", "published"] = "draft"
    issued: IsoDate | None = None
    authors: tuple[Name, ...] = ()
    organisation: NonEmpty | None = None
    series: Series | None = None
    isbn: Mapping[FileFormat, Isbn] = Field(default_factory=dict)
    urn: Urn | None = None
    doi: Doi | None = None
    handle: Handle | None = None
    collection: Handle | None = None
    subjects: tuple[NonEmpty, ...] = ()
    checksums: Mapping[FileFormat, Sha256] = Field(default_factory=dict)

    @property
    def identifier(self) -> str | None:
        """The identifier it is best cited by: DOI, URN, handle; None if it has none."""
        return self.doi or self.urn or self.handle

    @property
    def address(self) -> str | None:
        """The address at which that identifier is resolved."""
        if self.doi:
            return f"https://doi.org/{self.doi}"
        if self.urn:
            return f"https://urn.fi/{self.urn}"
        return f"https://hdl.handle.net/{self.handle}" if self.handle else None
