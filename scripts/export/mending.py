"""What pandoc leaves out of a Word document, put into its parts afterwards."""

from __future__ import annotations

import re
from datetime import date
from typing import Any
from xml.sax.saxutils import escape

from docx.opc.oxml import serialize_part_xml
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn

from scripts.export.reference import RUNNING_TITLE

TEXT_WIDTH = 9070  # of a line, in twentieths of a point
BOXES = r"Callout|Card|ElementBox|Entry|Unknown"
_INDENT = 320  # of the text of a list in a box
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
    mended = {name: data for name, data in parts.items() if name != "docProps/custom.xml"}
    for name in ("[Content_Types].xml", "_rels/.rels"):
        mended[name] = re.sub(rb"<(Override|Relationship)\b[^>]*docProps/custom\.xml[^>]*/>", b"", parts[name])
    texts = {key: escape(front[key]) for key in ("title", "subject", "locale")}
    mended["docProps/core.xml"] = _CORE.format(
        **texts,
        authors=escape("; ".join(front["authors"])),
        keywords=escape("; ".join(front["keywords"])),
        day=date(*front["date"]),
    ).encode()
    mended["docProps/app.xml"] = _APP.encode()
    running = escape(" – ".join(filter(None, (front["title"], front["draft"])))).encode()
    for name in [name for name in mended if name.startswith("word/header")]:
        mended[name] = mended[name].replace(RUNNING_TITLE.encode(), running)
    for name in ("word/settings.xml", "word/styles.xml"):
        mended[name] = re.sub(
            rb'(<w:(?:lang|themeFontLang)\b[^>]*w:val=)"[^"]*"', rb'\1"' + front["locale"].encode() + b'"', mended[name]
        )
    mended["word/document.xml"] = _document(parts["word/document.xml"])
    return mended


def _document(data: bytes) -> bytes:
    root = parse_xml(data)
    for table in root.iter(qn("w:tbl")):
        _set_table(table)
    for picture in root.iter(qn("wp:inline")):
        for side in "TBLR":
            picture.set(f"dist{side}", "0")  # or LibreOffice sets it 3 mm off
        for inner in picture.iter(qn("pic:cNvPr")):
            inner.set("descr", picture.find(qn("wp:docPr")).get("descr"))  # pandoc gives the file's name
    for paragraph in root.iter(qn("w:p")):
        _set_paragraph(paragraph)
    _name_places_once(root)
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


def _set_paragraph(paragraph: Any) -> None:
    """Undo what pandoc does to a paragraph against its style."""
    name = _style(paragraph)
    if re.fullmatch(r"TOC[1-3]", name):
        for link_style in list(paragraph.iter(qn("w:rStyle"))):
            link_style.getparent().remove(link_style)
    if re.match(BOXES, name) and name.endswith("List"):
        _indent(paragraph)
    if re.match(BOXES, name) or name == "Compact":
        _separate(paragraph, name)
    elif name == "TableCaption":
        for text in paragraph.iter(qn("w:t")):
            text.text = re.sub(r"^: ", ". ", text.text or "")


def _path(*names: str) -> str:
    return "/".join(qn(name) for name in names)


def _style(paragraph: Any) -> str:
    """Id of a paragraph's style."""
    style = paragraph.find(_path("w:pPr", "w:pStyle"))
    return "" if style is None else str(style.get(qn("w:val")))


def _set_table(table: Any) -> None:
    """Fit the columns to the line, let the first one head the rows, keep rows whole, give cells their own style of text."""
    columns = table.findall(_path("w:tblGrid", "w:gridCol"))
    total = sum(int(column.get(qn("w:w"))) for column in columns)
    for column in columns:
        column.set(qn("w:w"), str(round(int(column.get(qn("w:w"))) * TEXT_WIDTH / total)))
    look = table.find(_path("w:tblPr", "w:tblLook"))
    look.set(qn("w:firstColumn"), "1")
    look.set(qn("w:val"), "00A0")
    for row in table.findall(qn("w:tr")):
        properties = row.find(qn("w:trPr"))
        if properties is None:
            properties = OxmlElement("w:trPr")
            row.insert(0, properties)
        properties.insert(0, OxmlElement("w:cantSplit"))
    for style in table.iter(qn("w:pStyle")):
        if style.get(qn("w:val")) in ("Compact", "FirstParagraph", "BodyText"):
            style.set(qn("w:val"), "TableText")


def _indent(paragraph: Any) -> None:
    """Set a list in a box so far in that the border beside it stays straight: the list's own indent would win over the style's."""
    properties = paragraph.find(qn("w:pPr"))
    level = properties.find(_path("w:numPr", "w:ilvl"))
    if level is None:
        return
    left = 240 + _INDENT * (int(level.get(qn("w:val"))) + 1)
    indent = OxmlElement("w:ind", {qn("w:left"): str(left), qn("w:hanging"): str(_INDENT)})
    properties.find(qn("w:numPr")).addnext(indent)


def _room(paragraph: Any, **room: int) -> None:
    """Set the space before or after a paragraph, against its style."""
    properties = paragraph.find(qn("w:pPr"))
    spacing = OxmlElement("w:spacing", {qn(f"w:{side}"): str(value) for side, value in room.items()})
    indent = properties.find(qn("w:ind"))
    if indent is None:
        properties.append(spacing)
    else:
        indent.addprevious(spacing)


def _family(style: str) -> str:
    """What box or list a paragraph of this style belongs to."""
    return style.removesuffix("List").removesuffix("Title")


def _separate(paragraph: Any, name: str) -> None:
    """Leave room around boxes and below lists; within them there is none, so that a border beside them has no gaps."""
    before, after = (
        next(paragraph.itersiblings(qn("w:p"), qn("w:tbl"), preceding=back), None) for back in (True, False)
    )
    previous, following = (
        "" if other is None or other.tag != qn("w:p") else _style(other) for other in (before, after)
    )
    room = {}
    if re.match(BOXES, name) and not name.endswith("Title") and _family(previous) != _family(name):
        room["before"] = 160
    if _family(following) != _family(name) or following.endswith("Title"):
        room["after"] = 200 if re.match(BOXES, name) else 140
    if name.startswith("Card") and following == "Card":
        paragraph.find(_path("w:pPr", "w:pStyle")).addnext(OxmlElement("w:keepNext"))
    if room:
        _room(paragraph, **room)
