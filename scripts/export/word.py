"""A book as a Word document: pandoc writes it into the reference document, ``mending`` puts in what pandoc leaves out."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from scripts.export.archive import packed
from scripts.export.figure import png
from scripts.export.manuscript import Manuscript
from scripts.export.mending import mend
from scripts.export.pandoc import run
from scripts.export.reference import reference


def make_docx(text: Manuscript) -> bytes:
    """Write a manuscript as DOCX.

    Returns:
        The file, the same bytes each time.

    Raises:
        ContentError: The content does not hold together.
    """
    front = text.front
    with TemporaryDirectory() as name:
        folder = Path(name)
        for figure in text.figures.values():
            (folder / figure.data["png"]).write_bytes(png(figure))
        base = folder / "reference.docx"
        base.write_bytes(reference(front["accent"].lstrip("#").upper()))
        run(
            text,
            folder,
            "docx+native_numbering",
            folder / "book.docx",
            f"--reference-doc={base}",
        )
        with ZipFile(folder / "book.docx") as archive:
            parts = {entry: archive.read(entry) for entry in archive.namelist()}
    return packed(mend(parts, front), "[Content_Types].xml")
