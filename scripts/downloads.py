"""The files to download, as jobs that make them: what is in ``site/downloads/``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from macros.downloads import KIT
from scripts.export import Book, Format, export_formats
from scripts.export.cache import FOLDER
from scripts.jobs import Job
from scripts.kit import kit_files, make_kit


def exports(found: Sequence[Book], formats: Sequence[Format], to: Path) -> Iterator[Job]:
    """A job for each book, which writes it in all formats into a folder."""
    for book in found:
        files = {format_: to / name(book, format_) for format_ in formats}
        weight = len(formats) * sum(len(page.markdown) for page in book.pages)
        yield Job(
            export_formats, (book, files, Path.cwd() / FOLDER), tuple(path.name for path in files.values()), weight
        )


def kits(found: Sequence[Book], to: Path) -> Iterator[Job]:
    """A job for each book, which writes its workshop kit into a folder."""
    for book in found:
        files = {kind: to / file for kind, file in kit_files(book.guide, book.language).items()}
        names = tuple(f"{KIT}/{path.name}" for path in files.values())
        yield Job(make_kit, (book, files, Path.cwd() / FOLDER), names, sum(len(page.markdown) for page in book.pages))


def name(book: Book, format_: Format) -> str:
    """The file a book is exported to."""
    return f"{book.guide.id}.{book.language.id}.{format_}"
