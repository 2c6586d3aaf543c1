"""The Word document after another program has opened it and saved it: LibreOffice loses nothing a reader or an editor needs."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx as word
import pytest

from tests.libreoffice import WORD, converted, needs_libreoffice

Facts = dict[str, Any]


def _values(element: Any, path: str) -> list[str]:
    return [str(value) for value in element.xpath(path)]


def _text(element: Any) -> str:
    return "".join(element.xpath(".//w:t/text()"))


def facts(path: Path) -> Facts:
    """What must be the same before and after."""
    document: Any = word.Document(str(path))
    element = document.element
    others = sorted(set(_values(element, "//w:body//w:lang/@w:val")) - {"fi-FI"})
    return {
        "headings": [(p.style.name, p.text) for p in document.paragraphs if p.style.name.startswith("Heading")],
        "styles": [p.style.name for p in document.paragraphs],
        "tables": [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables],
        "heads": [len(table._tbl.xpath("w:tr[w:trPr/w:tblHeader]")) for table in document.tables],
        "alternative texts": _values(element, "//wp:docPr/@descr"),
        "passages": {
            locale: "".join(map(_text, element.xpath(f"//w:body//w:r[w:rPr/w:lang/@w:val='{locale}']")))
            for locale in others
        },
        "language": document.styles.element.xpath("string(w:docDefaults//w:lang/@w:val)"),
        "places": sorted(set(_values(element, "//w:bookmarkStart/@w:name"))),
        "links": _values(element, "//w:hyperlink/@w:anchor"),
        "outside": sorted(r.target_ref for r in document.part.rels.values() if r.is_external),
        "notes": len(_values(element, "//w:footnoteReference/@w:id")),
        "title": document.core_properties.title,
    }


@pytest.fixture(scope="session")
def saved(docx: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The document as LibreOffice saves it."""
    return converted(docx, WORD, tmp_path_factory.mktemp("libreoffice"))


@needs_libreoffice
@pytest.mark.parametrize(
    "kind",
    [
        "headings",
        "styles",
        "tables",
        "heads",
        "alternative texts",
        "passages",
        "language",
        "places",
        "links",
        "outside",
        "notes",
        "title",
    ],
)
def test_libreoffice_keeps(kind: str, docx: Path, saved: Path) -> None:
    before, after = facts(docx)[kind], facts(saved)[kind]
    assert before
    assert after == before


@needs_libreoffice
def test_libreoffice_keeps_the_bullets_of_styles(saved: Path) -> None:
    document = word.Document(str(saved))
    sheet = {style.name: style.element for style in document.styles}
    for name in ("List Bullet", "List Bullet 2", "List Number", "Element Box List", "Callout Note List"):
        assert sheet[name].xpath("w:pPr/w:numPr/w:numId"), name


BREAKS: dict[str, tuple[bytes, bytes]] = {
    "headings": (b'w:val="Heading2"', b'w:val="BodyText"'),
    "tables": (b"mekanismi", b"x"),
    "heads": (b'<w:tblHeader w:val="on"/>', b""),
    "alternative texts": (b' descr="Kaavio', b' descr="'),
    "passages": (b'<w:lang w:val="sv-FI"/>', b""),
    "places": (b'w:name="ydinelementit--support"', b'w:name="ydinelementit--other"'),
    "links": (b'w:anchor="ydinelementit--support"', b'w:anchor="ydinelementit"'),
    "notes": (b"<w:footnoteReference ", b"<w:footnoteRef "),
}


@pytest.mark.parametrize("kind", BREAKS)
def test_what_is_lost_is_seen(kind: str, docx: Path, tmp_path: Path) -> None:
    old, new = BREAKS[kind]
    with ZipFile(docx) as good, ZipFile(tmp_path / "broken.docx", "w") as bad:
        for name in good.namelist():
            data = good.read(name)
            bad.writestr(name, data.replace(old, new) if name == "word/document.xml" else data)
    assert facts(tmp_path / "broken.docx")[kind] != facts(docx)[kind]
