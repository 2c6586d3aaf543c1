"""How much there is of everything: in the document as pandoc understands it, and in the structure of the PDF made of it."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pypandoc
from pikepdf import Dictionary, Pdf

from scripts.export import Book
from scripts.export.manuscript import manuscript
from scripts.export.pandoc import FILTERS, READER
from tests.export.pdf_faults import elements, outline

Counts = Counter[str]


def document(book: Book) -> Any:
    """The book as pandoc's document tree, after the filter that all formats share."""
    text = manuscript(book)
    with TemporaryDirectory() as folder:
        data = Path(folder) / "book.json"
        data.write_text(json.dumps(text.data(), ensure_ascii=False), encoding="utf-8")
        done = subprocess.run(
            [
                pypandoc.get_pandoc_path(),
                f"--from={READER}",
                "--to=json",
                f"--metadata=book:{data}",
                f"--lua-filter={FILTERS / 'book.lua'}",
            ],
            input=text.markdown,
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
    return json.loads(done.stdout)


def nodes(tree: Any) -> Iterator[dict[str, Any]]:
    """Every block and inline of a document tree, outermost first."""
    if isinstance(tree, dict):
        if "t" in tree:
            yield tree
        for value in tree.values():
            yield from nodes(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from nodes(value)


def _attributes(node: dict[str, Any]) -> tuple[str, list[str], dict[str, str]]:
    id_, classes, pairs = node["c"][0]
    return id_, classes, dict(pairs)


def _header_cells(table: dict[str, Any]) -> int:
    _, _, columns, (_, head), bodies, _ = table["c"]
    rows = sum(len(body[3]) for body in bodies)
    of_columns = sum(len(row[1]) for row in head)
    of_rows = rows if len(head) * len(columns) + rows <= rows * (len(columns) - 1) else 0
    return of_columns + of_rows


def of_document(tree: Any) -> Counts:
    """Counts of a document tree: headings by level, tables, header cells, figures, notes, links, list items, passages."""
    found: Counts = Counter()
    for node in nodes(tree["blocks"]):
        match node["t"]:
            case "Header":
                found[f"headings of level {node['c'][0]}"] += 1
            case "Table":
                found["tables"] += 1
                found["header cells"] += _header_cells(node)
            case "Image":
                found["figures"] += 1
            case "Note":
                found["notes"] += 1
                found["links"] += 2  # to the note, and back
            case "Link":
                found["links"] += 1
            case "BulletList" | "OrderedList":
                found["list items"] += len(node["c"] if node["t"] == "BulletList" else node["c"][1])
            case "DefinitionList":
                found["list items"] += len(node["c"])
            case "Div" if "diagram" in _attributes(node)[1]:
                found["figures"] += 1
    found["bookmarks"] = sum(count for name, count in found.items() if name.startswith("headings"))
    return +found


def of_pdf(pdf: Pdf) -> Counts:
    """The same counts of a PDF's structure, without its contents and lists of pictures and tables."""
    found: Counts = Counter()
    lists = 0
    for element in _body(pdf):
        kind = str(element.S)
        if kind == "/TOC":
            lists += 1
        name = {
            "/Table": "tables",
            "/TH": "header cells",
            "/Figure": "figures",
            "/Note": "notes",
            "/Link": "links",
            "/LI": "list items",
        }.get(kind)
        if name:
            found[name] += 1
        elif kind[1:2] == "H" and kind[2:].isdigit():
            found[f"headings of level {kind[2:]}"] += 1
    found["bookmarks"] = len(list(outline(pdf)))
    return +found


def _body(pdf: Pdf) -> Iterator[Dictionary]:
    inside = {element.objgen for toc in elements(pdf) if toc.S == "/TOC" for element in _below(toc)}
    return (element for element in elements(pdf) if element.objgen not in inside or element.S == "/TOC")


def _below(element: Dictionary) -> Iterator[Dictionary]:
    kids: Any = element.get("/K", [])
    for kid in kids if not isinstance(kids, Dictionary) else [kids]:
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid
            yield from _below(kid)
