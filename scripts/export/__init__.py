"""Exports: one guide in one language as an accessible PDF or as a Word document."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from scripts.export.book import Book
from scripts.export.manuscript import manuscript
from scripts.export.pdf import make_pdf
from scripts.export.word import make_docx

Format = Literal["pdf", "docx"]
FORMATS: tuple[Format, ...] = ("pdf", "docx")

__all__ = ["FORMATS", "Book", "Format", "export"]


def export(book: Book, format: Format, to: Path) -> None:  # noqa: A002
    """Write a book as a file.

    Args:
        book: The guide, its language and its pages; paths of pages are read relative to the working folder.
        format: ``pdf`` (PDF/UA-1 and PDF/A-2a) or ``docx``.
        to: The file to write.

    Raises:
        ContentError: With a Problem for each thing an author has to mend first; nothing is written then.
    """
    text = manuscript(book)
    to.write_bytes(make_pdf(text) if format == "pdf" else make_docx(text))
