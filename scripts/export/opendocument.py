"""What pandoc leaves out of an OpenDocument text: the house's look, the language, the paper, and what it says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lxml import etree

from scripts.export.styles import BODY, GREY, HEADINGS, INK, QUIET, SOFT

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_SPACES = {
    "style": f"{_OASIS}:style:1.0",
    "fo": f"{_OASIS}:xsl-fo-compatible:1.0",
    "office": f"{_OASIS}:office:1.0",
    "meta": f"{_OASIS}:meta:1.0",
    "table": f"{_OASIS}:table:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
}
_BOX = {"fo:border": f"0.5pt solid #{GREY}", "fo:padding": "0.12cm"}
_BAR = {"fo:border-left": "3pt solid #{accent}", "fo:padding": "0.2cm", "fo:background-color": f"#{SOFT}"}
_SPACED = {"fo:margin-top": "0.25cm", "fo:margin-bottom": "0.25cm"}

_PARAGRAPHS: Mapping[str, tuple[Mapping[str, str], Mapping[str, str]]] = {
    "Heading_20_1": ({}, {"fo:font-size": "21pt"}),
    "Heading_20_2": ({"fo:margin-top": "0.7cm"}, {"fo:font-size": "14.5pt", "fo:font-style": "normal"}),
    "Heading_20_3": ({"fo:margin-top": "0.5cm"}, {"fo:font-size": "12pt", "fo:font-style": "normal"}),
    "First_20_paragraph": ({"fo:keep-with-next": "always"}, {}),  # what stands under a heading leads to what comes next
    "Field": (_BOX | {"fo:margin-bottom": "0.3cm"}, {}),
    "Field_20_Label": (
        {"fo:margin-top": "0.3cm", "fo:margin-bottom": "0.1cm", "fo:keep-with-next": "always"},
        {"fo:font-weight": "bold"},
    ),
    "Field_20_Text": (_BOX | {"fo:margin-bottom": "0.3cm", "fo:padding-bottom": "1cm"}, {}),
    "Unknown": (_BAR | _SPACED, {}),
    "Edition_20_Note": (_BAR | _SPACED, {}),
    "Table_20_Contents": ({}, {"fo:font-size": "9.5pt"}),
    "Table_20_Heading": ({}, {"fo:font-size": "9.5pt", "fo:font-weight": "bold", "fo:font-style": "normal"}),
}
"""Paragraph styles: what they say of paragraphs and of letters."""


def dress(parts: Mapping[str, bytes], locale: str, accent: str, about: Mapping[str, str]) -> dict[str, bytes]:
    """Finish a document.

    Args:
        parts: The files in the ODT, by name.
        locale: The locale of its language: ``fi-FI``.
        accent: Colour of headings, as ``#RRGGBB``.
        about: What it says of itself, by names of Dublin Core: ``title``, ``subject``, ``creator``.

    Returns:
        The files of the finished document.
    """
    return {
        **parts,
        "styles.xml": _styles(parts["styles.xml"], locale, accent),
        "content.xml": _content(parts["content.xml"]),
        "META-INF/manifest.xml": parts["META-INF/manifest.xml"].replace(b'"application/xml"', b'"text/xml"'),
        "meta.xml": _meta(parts["meta.xml"], {**about, "language": locale}),
    }


def _styles(data: bytes, locale: str, accent: str) -> bytes:
    root = etree.fromstring(data)
    language, _, country = locale.partition("-")
    for letters in root.iterfind(".//style:default-style/style:text-properties", _SPACES):
        _set(
            letters,
            {
                "fo:language": language,
                "fo:country": country,
                "fo:color": f"#{INK}",
                "fo:font-family": f"{BODY}, Carlito",
            },
        )
        _set(letters, {"fo:font-size": "10.5pt"})
        letters.attrib.pop(_name("style:font-name"), None)
    for page in root.iterfind(".//style:page-layout-properties", _SPACES):
        _set(
            page,
            {
                "fo:page-width": "21cm",
                "fo:page-height": "29.7cm",
                **{f"fo:margin-{side}": "2.5cm" for side in ("left", "right", "top", "bottom")},
            },
        )
    styles = root.find("office:styles", _SPACES)
    for name, (paragraph, letters) in _PARAGRAPHS.items():
        style = _style(styles, name)
        _set(
            _child(style, "style:paragraph-properties", 0),
            {key: value.format(accent=accent.lstrip("#")) for key, value in paragraph.items()},
        )
        heading = {"fo:color": accent, "fo:font-family": f"{HEADINGS}, Caladea"} if name.startswith("Heading") else {}
        _set(_child(style, "style:text-properties", 1), {**letters, **heading})
    for family in ("text", "table-cell"):
        _set(etree.SubElement(styles, _name("style:default-style")), {"style:family": family})
    placeholder = etree.SubElement(styles, _name("style:style"))
    _set(placeholder, {"style:name": "Placeholder", "style:family": "text"})
    _set(_child(placeholder, "style:text-properties", 0), {"fo:color": f"#{QUIET}"})
    return _written(root)


def _style(styles: Any, name: str) -> Any:
    found = styles.find(f"style:style[@style:name='{name}'][@style:family='paragraph']", _SPACES)
    if found is None:
        found = etree.SubElement(styles, _name("style:style"))
        _set(found, {"style:name": name, "style:display-name": name.replace("_20_", " "), "style:family": "paragraph"})
        _set(found, {"style:parent-style-name": "Text_20_body"})
    return found


def _child(element: Any, name: str, place: int) -> Any:
    found = element.find(name, _SPACES)
    if found is None:
        found = etree.Element(_name(name))
        element.insert(place, found)
    return found


def _content(data: bytes) -> bytes:
    """Lines around the cells of tables, of which pandoc draws only that below the head; a row stays on one page."""
    root = etree.fromstring(data)
    for frame in root.xpath(".//style:style[@style:parent-style-name='Formula']", namespaces=_SPACES):
        frame.getparent().remove(frame)  # for formulas; there are none, and no such parent either
    for cell in root.iterfind(".//style:style[@style:family='table-cell']/style:table-cell-properties", _SPACES):
        _set(cell, {"fo:border": f"0.5pt solid #{GREY}", "fo:padding": "0.15cm"})
        for side in ("top", "bottom", "left", "right"):
            cell.attrib.pop(_name(f"fo:border-{side}"), None)
    whole = etree.SubElement(_child(root, "office:automatic-styles", 0), _name("style:style"))
    _set(whole, {"style:name": "Row", "style:family": "table-row"})
    _set(_child(whole, "style:table-row-properties", 0), {"fo:keep-together": "always"})
    for row in root.iter(_name("table:table-row")):
        _set(row, {"table:style-name": "Row"})
    return _written(root)


def _meta(data: bytes, about: Mapping[str, str]) -> bytes:
    root = etree.fromstring(data)
    meta = root.find("office:meta", _SPACES)
    for name, text in about.items():
        _child(meta, f"dc:{name}", len(meta)).text = text
    return _written(root)


def _name(name: str) -> str:
    space, _, local = name.partition(":")
    return f"{{{_SPACES[space]}}}{local}"


def _set(element: Any, values: Mapping[str, str]) -> None:
    for name, value in values.items():
        element.set(_name(name), value)


def _written(root: Any) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))
