"""A book as PDF that keeps to PDF/UA-1 and PDF/A-2a: pandoc writes Typst, typst sets it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory

import typst

from macros.problem import ContentError, Problem, say
from scripts.export.book import Book
from scripts.export.breaks import with_breaks
from scripts.export.finish import finish
from scripts.export.fonts import fonts
from scripts.export.hyphens import divided
from scripts.export.manuscript import Manuscript
from scripts.export.pandoc import running

STANDARDS: list[typst.PDFStandard] = ["ua-1", "a-2a"]
TEMPLATES = Path(__file__).parent / "templates" / "paper"


def make_pdf(text: Manuscript) -> bytes:
    """Set a manuscript.

    Returns:
        The PDF, the same bytes each time.

    Raises:
        ContentError: The content keeps the PDF from being made or from being accessible.
    """
    with TemporaryDirectory() as name:
        folder = Path(name)
        with running(text, folder, "typst", folder / "body.typ", "--wrap=none", extra=look(text.book)):
            compounds = divided(text.markdown, text.book.language.analyser)
            for figure in text.figures.values():
                (folder / figure.data["svg"]).write_text(figure.svg, encoding="utf-8")
            shutil.copytree(TEMPLATES, folder, dirs_exist_ok=True)
        main = folder / "main.typ"
        body = with_breaks((folder / "body.typ").read_text(encoding="utf-8"), compounds)
        source = '#import "guide.typ": *\n#show: guide\n' + body
        main.write_text(source, encoding="utf-8")
        try:
            return typeset(main, text.book.published)
        except RefusedError as error:
            raise ContentError(list(refused(text, source, error.diagnostic))) from error


class RefusedError(Exception):
    """Typst refused a source; ``diagnostic`` is what it said."""

    def __init__(self, diagnostic: str) -> None:
        super().__init__(diagnostic)
        self.diagnostic = diagnostic


def typeset(main: Path, day: date) -> bytes:
    """Set a Typst source as PDF/UA-1 and PDF/A-2a, in the fonts of the site.

    Args:
        main: The source; it may read files of its own folder and no others.
        day: The day the PDF says it was made on.

    Raises:
        RefusedError: Typst cannot set it, or not so that it is accessible.
    """
    try:
        compiled = typst.compile(
            str(main),
            root=str(main.parent),
            font_paths=fonts(),
            pdf_standards=STANDARDS,
            timestamp=datetime.combine(day, time(), UTC),
        )
    except typst.TypstError as error:
        raise RefusedError(str(error.diagnostic)) from error
    return finish(compiled)


def look(book: Book) -> dict[str, str]:
    """What the template must know besides what the book says of itself: the sign and the light colours of its model."""
    sign = book.guide.sign
    return {"sign": sign.shape, "ground": sign.light.ground, "frame": sign.light.frame}


def refused(text: Manuscript, source: str, diagnostic: str) -> Iterator[Problem]:
    """What typst refused, as Problems; the filter has put the chapter's number on a line before each chapter."""
    rows = source.split("\n")
    for message in re.split(r"^error: ", diagnostic, flags=re.MULTILINE)[1:]:
        place = re.search(r"main\.typ:(\d+):", message)
        before = "\n".join(rows[: int(place[1])]) if place else ""
        marks = re.findall(r"^// chapter (\d+)$", before, re.MULTILINE)
        chapter = text.chapters[int(marks[-1]) - 1] if marks else text.chapters[0]
        glyph = re.search(r'the text `"(.+?)"` could not be displayed', message)
        if glyph:
            yield text.problem(chapter, glyph[1][0], say("export-glyph/here", name=glyph[1]))
        else:
            yield text.problem(chapter, "", say("export-pdf/here"))
