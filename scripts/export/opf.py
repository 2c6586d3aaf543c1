"""What an EPUB says of itself to libraries and reading systems: the metadata of its package document."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

from macros.views.rendering import person
from scripts.export.book import Book
from scripts.export.front import front_matter


@dataclass(frozen=True, slots=True)
class Name:
    """Somebody named in the metadata; ``role`` is a MARC relator code, ``sorted_as`` empty if that is the name itself."""

    text: str
    role: str
    sorted_as: str = ""


@dataclass(frozen=True, slots=True)
class Metadata:
    """The metadata of one book (EPUB 3.3, section 5.5); what nobody has given is empty.

    Attributes:
        identifiers: URIs; the first one names the book.
        draft: Whether nobody has given the book an identifier it can be cited by. Without any, the first one here is made
            up of what the book is.
        date: ISO 8601, as exactly as it is known.
        creators: Authors, or else who has compiled the book.
        contributors: The body responsible.
        series: Title, and number if it has one.
        issn: ISSN of the series, as a URN.
        modified: The same moment each time the same book is made (ISO 8601, UTC).
        access_modes: What senses the content is for (``schema:accessMode``).
        features: What the book has for accessibility (``schema:accessibilityFeature``).
        summary: The same in words, in the book's language.
    """

    identifiers: tuple[str, ...]
    draft: bool
    title: str
    language: str
    date: str
    creators: tuple[Name, ...]
    contributors: tuple[Name, ...]
    publisher: str
    description: str
    subjects: tuple[str, ...]
    rights: str
    series: str
    issn: str
    modified: str
    access_modes: tuple[str, ...]
    features: tuple[str, ...]
    summary: str


def metadata(book: Book, *, pictures: bool, described: bool) -> Metadata:
    """The metadata of a book.

    Args:
        book: The book.
        pictures: Whether its chapters hold any.
        described: Whether each of these is told in words at length.
    """
    front, publication, info = front_matter(book), book.publication, book.site.info
    given = _identifiers(book)
    series = publication.series
    return Metadata(
        identifiers=given or (_made_up(book),),
        draft=book.publication.identifier is None,
        title=front["title"],
        language=book.language.locale,
        date=publication.issued or book.guide.current.date,
        creators=tuple(
            Name(name.literal or f"{name.given or ''} {name.family or ''}".strip(), "aut", person(name))
            for name in publication.authors
        )
        or (Name(info.editor, "edt"),),
        contributors=(Name(publication.organisation, "isb"),) if publication.organisation else (),
        publisher=info.publisher or "",
        description=front["subject"],
        subjects=tuple(dict.fromkeys([*front["keywords"], *publication.subjects])),
        rights=info.licence.content or "",
        series=" ".join(filter(None, (series.title, series.number))) if series else "",
        issn=f"urn:issn:{series.issn}" if series and series.issn else "",
        modified=f"{book.published.isoformat()}T00:00:00Z",
        access_modes=("textual", "visual") if pictures else ("textual",),
        features=(
            *("tableOfContents", "structuralNavigation", "readingOrder", "alternativeText"),
            *(["longDescription"] if pictures and described else []),
            *([] if pictures else ["displayTransformability"]),  # it would not be true of words in a picture
        ),
        summary=book.label("export-accessibility"),
    )


def _identifiers(book: Book) -> tuple[str, ...]:
    """What somebody has given to this very file or to the publication, as URIs."""
    publication = book.publication
    isbn = publication.isbn.get("epub", "").replace("-", "")
    given = (
        isbn and f"urn:isbn:{isbn}",
        publication.doi and f"https://doi.org/{publication.doi}",
        publication.urn,
        publication.handle and f"https://hdl.handle.net/{publication.handle}",
    )
    return tuple(filter(None, given))


def _made_up(book: Book) -> str:
    """A UUID (RFC 9562, version 5) of site, guide, edition and language: the same each time, and nobody's identifier."""
    name = f"{book.site.info.address}{book.guide.id}/{book.guide.current.id}/{book.language.id}"
    return f"urn:uuid:{uuid5(NAMESPACE_URL, name)}"
