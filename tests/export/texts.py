"""The text of a guide, letter by letter: as the exported document has it, and as each format shows it.

Spaces, hyphens and other signs are left out: each format breaks and divides lines in its own way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import docx as word
from docx.oxml.ns import qn
from outloud.model import Document
from pikepdf import Array

from tests import prose

_LETTERS = re.compile(r"[^\W_]+")


def letters(texts: Iterable[str]) -> str:
    """The letters and digits of a text given in pieces."""
    return "".join(_LETTERS.findall("".join(texts)))


def difference(one: str, other: str) -> str:
    """Where two texts part, with some letters before and after; empty if they are the same."""
    if one == other:
        return ""
    place = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return f"{one[max(0, place - 40) : place + 40]} ≠ {other[max(0, place - 40) : place + 40]}"


def of_chapter(blocks: list[Any]) -> str:
    """The letters of one chapter without its citations and its drawings, to be held against the page it was made from."""
    return letters(_inner(blocks, cited=False))


def of_page(path: Path) -> str:
    """The letters of a built page likewise, without what only the site shows."""
    return letters(text for block in prose.blocks(path, *_SITE_ALONE) for _, text in block.runs)


_SITE_ALONE = ("site-only", "diagram", "diagram-text", "guide-mark", "translation-note", "page-contents")


def of_document(tree: Any) -> str:
    """The letters of pandoc's document tree, without captions of tables, notes and drawings, which stand elsewhere in the formats."""
    return letters(_inner(tree["blocks"]))


_NO_TEXT_INSIDE = frozenset(["Note", "Image", "RawInline", "RawBlock", "Space", "SoftBreak", "LineBreak"])
_SECOND = frozenset(["Link", "Div", "Span", "Quoted", "OrderedList", "Code", "CodeBlock"])
"""Kinds of node whose text is the second of their parts."""


def _inner(tree: Any, *, cited: bool = True) -> Iterator[str]:
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, list):
        for item in tree:
            yield from _inner(item, cited=cited)
    elif isinstance(tree, dict) and "c" in tree and tree["t"] not in _NO_TEXT_INSIDE:
        yield from _inner(_text_of(tree["t"], tree["c"], cited=cited), cited=cited)


def _text_of(kind: str, content: Any, *, cited: bool) -> Any:
    """Of the parts of a node those that are its text."""
    if kind == "Link":
        target = content[2][0]
        left_out = not cited and (target.startswith("#diagram-") or "lahteet--ref-" in target)
        return [] if left_out else content[1]
    if kind == "Div":
        drawn = {"diagram"} if cited else {"diagram", "diagram-text"}
        return [] if drawn & set(content[0][1]) else content[1]
    if kind == "Header":
        return content[2]
    if kind == "Table":
        rows = [*content[3][1], *(row for body in content[4] for row in body[3])]
        return [cell[4] for row in rows for cell in row[1]]
    return content[1] if kind in _SECOND else content


def of_pdf(path: Path, lists: Iterable[str]) -> str:
    """The letters of a PDF in the order of its tags, as they are read aloud: without captions, notes and drawings.

    Args:
        path: The file.
        lists: Headings of the contents and of the lists of pictures and tables, which are left out with them.
    """
    document = Document(str(path))
    try:
        pages = {page.objgen: page.index for page in document.pages}
        return letters(_tagged(document, document.struct_root.K, pages, None, frozenset(lists)))
    finally:
        document.close()


_NO_TEXT = frozenset(["/TOC", "/Caption", "/Note", "/Figure", "/Title"])


def _tagged(
    document: Document, kids: Any, pages: dict[Any, int], sheet: int | None, lists: frozenset[str]
) -> Iterator[str]:
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, int):
            yield _shown(document, sheet, kid)
            continue
        place = pages[kid.Pg.objgen] if "/Pg" in kid else sheet
        if "/MCID" in kid:
            yield _shown(document, place, int(kid.MCID))
        elif "/S" in kid and str(kid.S) not in _NO_TEXT and str(kid.get("/T", "")) not in lists:
            inner = "".join(_tagged(document, kid.get("/K", Array()), pages, place, lists))
            # The label of a list item is its sign or number; that of a definition is its term.
            if kid.S != "/Lbl" or not re.fullmatch(r"[\W\d]*", inner):
                yield inner


def _shown(document: Document, sheet: int | None, number: int) -> str:
    return str(document.content(sheet).mcid_text.get((None, number), ""))


def of_docx(path: Path) -> str:
    """The letters of a Word document from the publication page on, without contents, captions and notes."""
    found: list[str] = []
    started = False
    skipped = re.compile(r"TOC\w*|TableOfFigures|ListHeading|TableCaption|ImageCaption")
    for paragraph in word.Document(str(path)).element.body.iter(qn("w:p")):
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        name = "" if style is None else str(style.get(qn("w:val")))
        started = started or name == "Heading1"
        if started and not skipped.fullmatch(name):
            found += [str(node.text or "") for node in paragraph.iter(qn("w:t"))]
    return letters(found)
