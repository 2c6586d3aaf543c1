"""A form as a Word or an OpenDocument text: pandoc writes it in the house's styles, the fields stay fields."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZipFile

from docx.opc.oxml import serialize_part_xml
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from scripts.export.archive import packed
from scripts.export.mending import mend
from scripts.export.opendocument import dress
from scripts.export.pandoc import READER, started
from scripts.export.reference import reference
from scripts.export.runs import keep_next, style_of

_ROOM = 640
"""Least height of a row of a table that holds a field, in twentieths of a point: two lines by hand."""


_SHORT = 400  # letters; a shorter paragraph below a heading does not end a page
_LINES = 2
"""Empty lines below a long answer, for those who write by hand."""


@dataclass(frozen=True, slots=True)
class FormText:
    """A form in Markdown, and what it says of itself.

    Attributes:
        markdown: The text, its fields raw in the format it is to be written in.
        title: Its title.
        subject: What it is for.
        mark: What stands at the head of each page, beside the title.
        author: Who made it.
        keywords: What it is about.
        locale: The locale of its language.
        accent: Colour of headings and lines, as ``#RRGGBB``.
        published: The day of the content it was made of.
    """

    markdown: str
    title: str
    subject: str
    mark: str
    author: str
    keywords: tuple[str, ...]
    locale: str
    accent: str
    published: date


def form_docx(text: FormText) -> bytes:
    """Write a form as DOCX; the same bytes each time."""
    accent = text.accent.lstrip("#").upper()
    parts = _written(text, "docx+native_numbering", reference(accent))
    front = {
        "title": text.title,
        "subject": text.subject,
        "authors": [text.author],
        "keywords": text.keywords,
        "locale": text.locale,
        "date": [text.published.year, text.published.month, text.published.day],
        "draft": text.mark,
        "accent": text.accent,
    }
    mended = mend(parts, front)
    mended["word/document.xml"] = _with_room(mended["word/document.xml"])
    return packed(mended, "[Content_Types].xml")


def form_odt(text: FormText) -> bytes:
    """Write a form as ODT; the same bytes each time."""
    about = {"title": text.title, "subject": text.subject, "creator": text.author}
    parts = dress(_written(text, "odt"), text.locale, text.accent, about)
    return packed(parts, "mimetype", stored=True)


def _written(text: FormText, to: str, base: bytes | None = None) -> dict[str, bytes]:
    with TemporaryDirectory() as name:
        folder = Path(name)
        source, output, model = folder / "form.md", folder / "form", folder / "reference.docx"
        source.write_text(text.markdown, encoding="utf-8")
        options = [
            f"--from={READER}+raw_attribute",
            f"--to={to}",
            f"--metadata=lang:{text.locale}",
            f"--output={output}",
        ]
        if base:
            model.write_bytes(base)
            options.append(f"--reference-doc={model}")
        with started([*options, str(source)], text.published):
            pass
        with ZipFile(output) as archive:
            return {entry: archive.read(entry) for entry in archive.namelist()}


def _with_room(data: bytes) -> bytes:
    """Long answers and rows that hold a field have room to be written by hand; what leads to a field stays with it."""
    root = parse_xml(data)
    for paragraph in root.iter(qn("w:p")):
        if style_of(paragraph) == "FieldText":
            paragraph.append(parse_xml(f"<w:r {nsdecls('w')}>{'<w:br/>' * _LINES}</w:r>"))
    for paragraph in root.find(qn("w:body")).findall(qn("w:p")):
        before, after = paragraph.getprevious(), paragraph.getnext()
        tabled = after is not None and after.tag == qn("w:tbl")
        headed = before is not None and before.tag == qn("w:p") and style_of(before).startswith("Heading")
        short = sum(len(part.text or "") for part in paragraph.iter(qn("w:t"))) < _SHORT
        if (headed and (tabled or short)) or (tabled and style_of(paragraph) == "FieldText"):
            keep_next(paragraph)
    for row in root.iter(qn("w:tr")):
        if row.find(f".//{qn('w:sdt')}") is not None:
            _heighten(row)
    return bytes(serialize_part_xml(root))


def _heighten(row: Any) -> None:
    properties = row.find(qn("w:trPr"))
    if properties is None:
        properties = OxmlElement("w:trPr")
        row.insert(0, properties)
    height = OxmlElement("w:trHeight")
    height.set(qn("w:val"), str(_ROOM))
    height.set(qn("w:hRule"), "atLeast")
    properties.append(height)
