"""The metadata of a deposit, field by field; what nobody has given has no field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, Self

from macros.model import Publication
from macros.passages import without_marks
from macros.views.rendering import person
from scripts.package.deposit import Deposit


class Field(NamedTuple):
    """A value of qualified Dublin Core, as DSpace names its fields.

    Attributes:
        schema: Name of the metadata schema: ``dc``.
        element: Name of the element.
        qualifier: What narrows it; None if nothing does.
        language: ISO 639-1 code of the value's language; None for what has none.
        value: Plain text in one line.
    """

    schema: str
    element: str
    qualifier: str | None
    language: str | None
    value: str

    @classmethod
    def named(cls, name: str, value: str, language: str | None = None) -> Self:
        """The field with a name such as ``dc.title`` or ``dc.identifier.urn``; the value is put into one line."""
        schema, element, *qualifier = name.split(".", 2)
        return cls(schema, element, qualifier[0] if qualifier else None, language, " ".join(value.split()))

    @property
    def name(self) -> str:
        """Its name, the parts joined by points."""
        return ".".join(part for part in (self.schema, self.element, self.qualifier) if part)


def fields(deposit: Deposit) -> tuple[Field, ...]:
    """The metadata of a deposit, by the names Julkari uses, the widest there are; a profile fits them to a repository.

    Never the handle, accession or provenance: the repository writes these itself.
    """
    found = [field for field in _fields(deposit) if field.value]
    return tuple(dict.fromkeys(found))


def _fields(deposit: Deposit) -> Iterator[Field]:
    info = deposit.site.info
    for language, name in _titles(deposit):
        yield Field.named("dc.title" if language == deposit.language.id else "dc.title.alternative", name, language)
    for publication in deposit.publications:
        for author in publication.authors:
            yield Field.named("dc.contributor.author", person(author))
    if not any(publication.authors for publication in deposit.publications):
        yield Field.named("dc.contributor.editor", info.editor)
    issued = next((publication.issued for publication in deposit.publications if publication.issued), None)
    if issued:
        yield Field.named("dc.date.issued", issued)
    if info.publisher:
        yield Field.named("dc.publisher", info.publisher)
    for publication in deposit.publications:
        yield from _given(publication, info.publisher, {file.format for file in deposit.files})
    for spoken in deposit.languages:
        yield Field.named("dc.language.iso", spoken.id)
    yield from _rights(info.licence.content)
    yield from _content(deposit)


def _titles(deposit: Deposit) -> Iterator[tuple[str, str]]:
    """Titles by language, the deposit's own first: those of its files, and those its files print above an abstract."""
    own = [language.id for language in deposit.languages]
    abstract = deposit.guide.model.abstract
    for language in deposit.spoken:
        if language.id in own or (abstract and language.id in abstract):
            yield language.id, title(deposit, language.id)


def title(deposit: Deposit, language: str) -> str:
    """Title and subtitle in the form "Pääotsikko : Alaotsikko"; without one of its own, the subtitle is the edition's title."""
    found = re.sub(r"\s*:\s+", " : ", _plain(deposit.guide.model.title[language]), count=1)
    return found if " : " in found else f"{found} : {_plain(deposit.guide.current.title[language])}"


def _given(publication: Publication, publisher: str | None, formats: set[str]) -> Iterator[Field]:
    """What was given to one publication, as far as it is of files in the deposit."""
    organisation = publication.organisation or publisher
    series = publication.series
    for name, value in (
        ("dc.organization", organisation),
        *(
            ("dc.identifier.isbn", isbn)
            for format_, isbn in sorted(publication.isbn.items(), key=lambda item: (item[0] != "pdf", item[0]))
            if format_ in formats
        ),
        ("dc.identifier.urn", publication.urn),
        ("dc.identifier.doi", publication.doi),
        ("dc.identifier.issn", series and series.issn),
        ("dc.relation.ispartofseries", series and " ; ".join(part for part in (series.title, series.number) if part)),
    ):
        if value:
            yield Field.named(name, value)


def _rights(licence: str | None) -> Iterator[Field]:
    """A licence's name and its address, whichever somebody has given."""
    address = re.search(r"https?://[^\s<>()]+", licence or "")
    words = (licence or "").replace(address[0], "") if address else licence or ""
    yield Field.named("dc.rights", words.strip(" \t\n,;:()<>"))
    yield Field.named("dc.rights.uri", address[0] if address else "")


def _content(deposit: Deposit) -> Iterator[Field]:
    """Subjects and abstracts in every language the files hold them in."""
    model = deposit.guide.model
    for publication in deposit.publications:
        for subject in publication.subjects:
            yield Field.named("dc.subject", subject, publication.language)
    for language in deposit.spoken:
        for word in model.keywords.get(language.id, ()):
            yield Field.named("dc.subject", _plain(word), language.id)
    for language in deposit.spoken:
        if model.abstract and language.id in model.abstract:
            yield Field.named("dc.description.abstract", _plain(model.abstract[language.id]), language.id)


def _plain(text: str) -> str:
    return without_marks(text)
