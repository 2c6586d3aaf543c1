"""A book as PDF that keeps to PDF/UA-1 and PDF/A-2a: pandoc writes Typst, typst sets it."""

from __future__ import annotations

import json
import re
import shutil
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import typst

from macros.problem import ContentError, Problem
from scripts.export.finish import finish
from scripts.export.manuscript import Manuscript
from scripts.export.pandoc import run

TEMPLATE = Path(__file__).parent / "templates" / "guide.typ"
FONTS = Path(__file__).parents[2] / "overrides" / "assets" / "fonts"


@cache
def fonts() -> typst.Fonts:
    """The fonts of the site and no others; read once."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])


def pdf(text: Manuscript) -> bytes:
    """Set a manuscript.

    Returns:
        The PDF, the same bytes each time.

    Raises:
        ContentError: The content keeps the PDF from being made or from being accessible.
    """
    with TemporaryDirectory() as name:
        folder = Path(name)
        run(text, folder, "typst", folder / "body.typ", "--wrap=none")
        for figure in text.figures.values():
            (folder / figure.data["svg"]).write_text(figure.svg, encoding="utf-8")
        shutil.copy(TEMPLATE, folder)
        head = '#import "guide.typ": *\n#show: guide\n'
        source = head + (folder / "body.typ").read_text(encoding="utf-8")
        try:
            return finish(typst.compile(
                source.encode(),
                root=str(folder),
                font_paths=fonts(),
                pdf_standards=["ua-1", "a-2a"],
                timestamp=datetime.combine(text.book.published, time(), UTC),
            ))
        except typst.TypstError as error:
            (Path("/tmp/x") / "failed.typ").write_text(source)
            raise
