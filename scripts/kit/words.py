"""Words of the data in the language of a kit, as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from macros.model import Claim, SourceRef, Text
from macros.views.citation import linked
from macros.views.claims import sentence
from macros.views.rendering import day
from scripts.export import Book


def words(book: Book, text: Text) -> str:
    """A text in the language of the book, in one line."""
    return " ".join(text[book.language.id].split())


def edition_line(book: Book) -> str:
    """Which edition the core elements are from, with its date."""
    edition = book.guide.current
    return f"{words(book, edition.title)}, {day(edition.date, book.language.locale)}"


def said(book: Book, claims: Sequence[Claim]) -> str:
    """Claims with their standing and their sources, for the notes."""
    return "\n".join(f"- {sentence(book.site, book.language, claim)}" for claim in claims)


def read_from(book: Book, items: Iterable[SourceRef]) -> str:
    """What something is read from, for the notes."""
    return f"{book.label('export-bibliography')}: {linked(book.site, book.language, items)}"


def raised(text: str) -> str:
    """A text that begins a line."""
    return text[:1].upper() + text[1:]
