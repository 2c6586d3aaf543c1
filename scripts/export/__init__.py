"""Exports: one guide in one language as an accessible PDF, as a Word document or as an EPUB."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import get_args

from macros.model.publication import FileFormat as Format
from scripts.export.book import Book
from scripts.export.cache import keep, kept, key, tidy
from scripts.export.epub import make_epub
from scripts.export.manuscript import Manuscript, manuscript
from scripts.export.pdf import make_pdf
from scripts.export.word import make_docx

FORMATS: tuple[Format, ...] = get_args(Format)
_MAKERS: dict[Format, Callable[[Manuscript], bytes]] = {"pdf": make_pdf, "docx": make_docx, "epub": make_epub}

__all__ = ["FORMATS", "Book", "Format", "export", "tidy"]


def export(book: Book, format: Format, to: Path, cache: Path | None = None) -> None:  # noqa: A002
    """Write a book as a file.

    Args:
        book: The guide, its language and its pages; paths of pages are read relative to the working folder.
        format: ``pdf`` (PDF/UA-1 and PDF/A-2a), ``docx`` or ``epub`` (EPUB 3.3).
        to: The file to write.
        cache: Folder of files made before; what has not changed is taken from there. None: make it anew.

    Raises:
        ContentError: With a Problem for each thing an author has to mend first; nothing is written then.
    """
    text = manuscript(book)
    if cache is None:
        to.write_bytes(_MAKERS[format](text))
        return
    name = key(text, format)
    data = kept(cache, name)
    if data is None:
        data = _MAKERS[format](text)
        keep(cache, name, data)
    to.write_bytes(data)
