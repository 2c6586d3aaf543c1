"""Exports: one guide in one language as an accessible PDF, as a Word document or as an EPUB."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import get_args

from macros.model.publication import FileFormat as Format
from macros.problem import ContentError
from scripts.export.book import Book
from scripts.export.cache import keep, kept, key, tidy
from scripts.export.epub import make_epub
from scripts.export.manuscript import Manuscript, manuscript
from scripts.export.pandoc import read
from scripts.export.pdf import make_pdf
from scripts.export.word import make_docx

FORMATS: tuple[Format, ...] = get_args(Format)
_MAKERS: dict[Format, Callable[[Manuscript], bytes]] = {"pdf": make_pdf, "docx": make_docx, "epub": make_epub}

__all__ = ["FORMATS", "Book", "Format", "export", "export_formats", "tidy"]


def export(book: Book, format: Format, to: Path, cache: Path | None = None) -> None:  # noqa: A002
    """Write a book as a file; see ``export_formats``."""
    export_formats(book, {format: to}, cache)


def export_formats(book: Book, files: Mapping[Format, Path], cache: Path | None = None) -> None:
    """Write a book as files of several formats; what they have in common is done once.

    Args:
        book: The guide, its language and its pages; paths of pages are read relative to the working folder.
        files: The file to write for each format: ``pdf`` (PDF/UA-1 and PDF/A-2a), ``docx`` or ``epub`` (EPUB 3.3).
        cache: Folder of files made before; what has not changed is taken from there. None: make it anew.

    Raises:
        ContentError: With a Problem for each thing an author has to mend first; nothing is written then.
    """
    text = manuscript(book)
    names = {format_: key(text, format_) for format_ in files} if cache else {}
    made = {format_: data for format_, name in names.items() if cache and (data := kept(cache, name))}
    lacking = [format_ for format_ in files if format_ not in made]
    if len(lacking) > 1:
        text = read(text)
    problems = []
    for format_ in lacking:
        try:
            made[format_] = _MAKERS[format_](text)
        except ContentError as error:
            problems += error.problems
            continue
        if cache:
            keep(cache, names[format_], made[format_])
    if problems:
        raise ContentError(problems)
    for format_, to in files.items():
        to.write_bytes(made[format_])
