"""What a validator of PDF/UA does not see: structure that is lawful but says less than the book does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import page
import pikepdf
from pikepdf import Array, Dictionary, Pdf


def conformance(path: Path) -> list[str]:
    """Rules of PDF/UA-1 and PDF/A-2a the file breaks."""
    reports = [page.validate_pdf(str(path), profile=profile) for profile in ("ua1", "2a")]
    return [f"{failure.rule_id}: {failure.message}" for report in reports for failure in report.failures]


def elements(pdf: Pdf) -> Iterator[Dictionary]:
    """The structure elements in reading order."""

    def below(node: Any) -> Iterator[Dictionary]:
        for kid in node if isinstance(node, Array) else [node]:
            if isinstance(kid, Dictionary) and "/S" in kid:
                yield kid
                yield from below(kid.get("/K", Array()))

    yield from below(pdf.Root.StructTreeRoot.K)


def outline(pdf: Pdf) -> Iterator[str]:
    """Titles of the bookmarks in order."""

    def along(item: Any) -> Iterator[str]:
        while item is not None:
            yield str(item.Title)
            yield from along(item.get("/First"))
            item = item.get("/Next")

    if "/Outlines" in pdf.Root:
        yield from along(pdf.Root.Outlines.get("/First"))


def passages(pdf: Pdf) -> set[str]:
    """Languages of passages, as the marked content names them."""
    found = {str(element.Lang) for element in elements(pdf) if "/Lang" in element}
    for sheet in pdf.pages:
        found |= {match.decode() for match in re.findall(rb"/Lang\s*\(([^)]*)\)", sheet.Contents.read_bytes())}
    return found


def destinations(pdf: Pdf) -> set[str]:
    """Names that links may lead to."""
    return set(pikepdf.NameTree(pdf.Root.Names.Dests)) if "/Names" in pdf.Root else set()


def scope(cell: Dictionary) -> str:
    """What a header cell heads, from its table attributes."""
    attributes = cell.get("/A", Array())
    owners = [
        entry
        for entry in (attributes if isinstance(attributes, Array) else [attributes])
        if entry.get("/O") == "/Table"
    ]
    return str(owners[0].get("/Scope", "")) if len(owners) == 1 else ""


def faults(pdf: Pdf, headings: list[tuple[int, str]], languages: set[str]) -> list[str]:
    """What the file does not say although the book does."""
    found = []
    tree = list(elements(pdf))
    if str(pdf.Root.get("/Lang", "")) != "fi-FI":
        found.append("document language")
    if not languages <= passages(pdf):
        found.append("passage language")
    # The contents, and the lists of pictures and tables, stand between the publication page and the first chapter.
    chapter = next(place for place, (level, _) in enumerate(headings) if level == 1 and place)
    lists = [(2, "Kuvat"), (2, "Taulukot")]
    marked = [*headings[:chapter], *lists, *headings[chapter:]]
    if list(outline(pdf)) != [title for _, title in marked]:
        found.append("bookmarks")
    listed = [*headings[:chapter], (1, "Sisällys"), *lists, *headings[chapter:]]
    expected = [(f"/H{level}", title) for level, title in listed]
    if [(str(e.S), str(e.get("/T"))) for e in tree if re.fullmatch(r"/H\d", str(e.S))] != expected:
        found.append("headings")
    cells = [e for e in tree if e.S == "/TH"]
    if not cells or any(not scope(cell) for cell in cells):
        found.append("scope of header cells")
    rows = [e for e in tree if e.S == "/TR" and len(e.K) > 2]  # in two columns the head of the column says enough
    if not rows or any(row.K[0].S != "/TH" for row in rows):
        found.append("row headers")
    figures = [e for e in tree if e.S == "/Figure"]
    if not figures or any(not str(e.get("/Alt", "")) for e in figures):
        found.append("alternative texts")
    sheets = {sheet.objgen for sheet in pdf.pages}
    links = [note for sheet in pdf.pages for note in sheet.get("/Annots", Array()) if note.Subtype == "/Link"]
    names = destinations(pdf)
    inner = [link.Dest for link in links if "/Dest" in link]
    if not inner or any(
        dest[0].objgen not in sheets if isinstance(dest, Array) else str(dest) not in names for dest in inner
    ):
        found.append("links")
    return found
