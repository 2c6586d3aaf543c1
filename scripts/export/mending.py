"""What pandoc leaves out of a Word document, put into its parts afterwards."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any
from xml.sax.saxutils import escape

from docx.opc.oxml import serialize_part_xml
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from scripts.export.blocks import set_blocks
from scripts.export.grid import set_table
from scripts.export.numbering import Numbering
from scripts.export.reference import RUNNING_MARK, RUNNING_TITLE
from scripts.export.runs import join_runs
from scripts.export.settings import fonts, settings, theme

_CORE = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title><dc:subject>{subject}</dc:subject>
<dc:creator>{authors}</dc:creator><cp:keywords>{keywords}</cp:keywords><dc:language>{locale}</dc:language>
<dcterms:created xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:modified>
</cp:coreProperties>"""
_APP = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>pandoc</Application></Properties>"""


def mend(parts: dict[str, bytes], front: dict[str, Any]) -> dict[str, bytes]:
    """Finish a document.

    Args:
        parts: The files in the DOCX, by name.
        front: What the book says of itself; see ``front.py``.

    Returns:
        The files of the finished document.
    """
    mended = described(parts, front)
    for name in [name for name in mended if name.startswith("word/header")]:
        for sign, text in ((RUNNING_TITLE, front["title"]), (RUNNING_MARK, front["draft"])):
            mended[name] = mended[name].replace(sign.encode(), escape(text).encode())
    mended["word/settings.xml"] = settings(front["locale"])
    mended["word/fontTable.xml"] = fonts()
    mended["word/theme/theme1.xml"] = theme(parts["word/theme/theme1.xml"], front["accent"].lstrip("#").upper())
    mended["word/styles.xml"] = re.sub(
        rb'(<w:lang\b[^>]*w:val=)"[^"]*"', rb'\1"' + front["locale"].encode() + b'"', parts["word/styles.xml"]
    )
    lists = Numbering(parts["word/numbering.xml"])
    mended["word/document.xml"] = _document(parts["word/document.xml"], lists)
    mended["word/footnotes.xml"] = _footnotes(parts["word/footnotes.xml"], lists)
    mended["word/numbering.xml"] = bytes(serialize_part_xml(lists.element))
    return mended


def described(parts: Mapping[str, bytes], front: Mapping[str, Any]) -> dict[str, bytes]:
    """The parts of an office document with what it says of itself in place of what pandoc says.

    Args:
        parts: The files in it, by name.
        front: What it says of itself; see ``front.py``.
    """
    mended = {name: data for name, data in parts.items() if name != "docProps/custom.xml"}
    for name in ("[Content_Types].xml", "_rels/.rels"):
        mended[name] = re.sub(rb"<(Override|Relationship)\b[^>]*docProps/custom\.xml[^>]*/>", b"", parts[name])
    core = _CORE.format(
        **{key: escape(front[key]) for key in ("title", "subject", "locale")},
        authors=escape("; ".join(front["authors"])),
        keywords=escape("; ".join(front["keywords"])),
        day=date(*front["date"]),
    )
    return mended | {"docProps/core.xml": core.encode(), "docProps/app.xml": _APP.encode()}


def _document(data: bytes, lists: Numbering) -> bytes:
    root = parse_xml(data)
    for picture in root.iter(qn("wp:inline")):
        for side in "TBLR":
            picture.set(f"dist{side}", "0")  # or LibreOffice sets it 3 mm off
        for inner in picture.iter(qn("pic:cNvPr")):
            inner.set("descr", picture.find(qn("wp:docPr")).get("descr"))  # pandoc gives the file's name
    for paragraph in root.iter(qn("w:p")):
        join_runs(paragraph)
        lists.settle(paragraph)
    for table in root.iter(qn("w:tbl")):
        set_table(table)
    set_blocks(root)
    _name_places_once(root)
    return bytes(serialize_part_xml(root))


def _footnotes(data: bytes, lists: Numbering) -> bytes:
    root = parse_xml(data)
    for paragraph in root.iter(qn("w:p")):
        join_runs(paragraph)
        lists.settle(paragraph)
    return bytes(serialize_part_xml(root))


def _name_places_once(root: Any) -> None:
    """Take away bookmarks whose name stands already: pandoc names a table both around it and in its caption."""
    names: set[str] = set()
    doubled: set[str] = set()
    for mark in list(root.iter(qn("w:bookmarkStart"))):
        name = mark.get(qn("w:name"))
        if name in names:
            doubled.add(mark.get(qn("w:id")))
            mark.getparent().remove(mark)
        names.add(name)
    for mark in list(root.iter(qn("w:bookmarkEnd"))):
        if mark.get(qn("w:id")) in doubled:
            mark.getparent().remove(mark)
