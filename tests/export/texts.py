"""The text of a guide, letter by letter: as the exported document has it, and as each format shows it.

Spaces, hyphens and other signs are left out: each format breaks and divides lines in its own way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
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


_SITE_ALONE = ("site-only", "diagram", "diagram-text", "breadcrumbs", "page-facts", "page-contents", "paper-notice")


def of_document(tree: Any) -> str:
    """The letters of pandoc's document tree, without captions of tables, notes and drawings, which stand elsewhere in the formats."""
    return letters(_inner(tree["blocks"]))


def passages_of_document(tree: Any, language: str, locales: Mapping[str, str]) -> dict[str, str]:
    """The letters in each language, by its locale; what bears no mark is in the language (a locale) given."""
    return _by_language(_spoken(tree["blocks"], language, locales))


_NO_TEXT_INSIDE = frozenset(["Note", "Image", "RawInline", "RawBlock", "Space", "SoftBreak", "LineBreak"])
_SECOND = frozenset(["Link", "Div", "Span", "Quoted", "OrderedList", "Code", "CodeBlock"])
"""Kinds of node whose text is the second of their parts."""
Spoken = Iterator[tuple[str, str]]
"""Texts, each after its language."""


def _inner(tree: Any, *, cited: bool = True) -> Iterator[str]:
    return (text for _, text in _spoken(tree, "", {}, cited=cited))


def _spoken(tree: Any, language: str, locales: Mapping[str, str], *, cited: bool = True) -> Spoken:
    if isinstance(tree, str):
        yield language, tree
    elif isinstance(tree, list):
        for item in tree:
            yield from _spoken(item, language, locales, cited=cited)
    elif isinstance(tree, dict) and "c" in tree and tree["t"] not in _NO_TEXT_INSIDE:
        if tree["t"] in ("Div", "Span"):
            language = locales.get(dict(tree["c"][0][2]).get("lang", ""), language)
        yield from _spoken(_text_of(tree["t"], tree["c"], cited=cited), language, locales, cited=cited)


def _by_language(texts: Spoken) -> dict[str, str]:
    pieces: dict[str, list[str]] = {}
    for language, text in texts:
        pieces.setdefault(language, []).append(text)
    return {language: found for language, texts in sorted(pieces.items()) if (found := letters(texts))}


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
    return letters(text for _, text in _read_aloud(path, lists))


def passages_of_pdf(path: Path, lists: Iterable[str]) -> dict[str, str]:
    """The same letters by the language in which they are read aloud."""
    return _by_language(iter(_read_aloud(path, lists)))


def _read_aloud(path: Path, lists: Iterable[str]) -> list[tuple[str, str]]:
    document = Document(str(path))
    try:
        pages = {page.objgen: page.index for page in document.pages}
        reader = _Reader(document, pages, frozenset(lists))
        return list(reader.tagged(document.struct_root.K, None, str(document.pdf.Root.get("/Lang", ""))))
    finally:
        document.close()


_NO_TEXT = frozenset(["/TOC", "/Caption", "/Note", "/Figure", "/Title"])
_MARKED = re.compile(rb"/MCID (\d+)/Lang\s*\(([^)]*)\)")


class _Reader:
    """Reads a PDF by its tags."""

    def __init__(self, document: Document, pages: dict[Any, int], lists: frozenset[str]) -> None:
        self._document, self._pages, self._lists = document, pages, lists
        self._languages: dict[int, dict[int, str]] = {}

    def tagged(self, kids: Any, sheet: int | None, language: str) -> Spoken:
        for kid in kids if isinstance(kids, Array) else [kids]:
            if isinstance(kid, int):
                yield self._shown(sheet, kid, language)
                continue
            place = self._pages[kid.Pg.objgen] if "/Pg" in kid else sheet
            spoken = str(kid.get("/Lang", language))
            if "/MCID" in kid:
                yield self._shown(place, int(kid.MCID), spoken)
            elif "/S" in kid and str(kid.S) not in _NO_TEXT and str(kid.get("/T", "")) not in self._lists:
                inner = list(self.tagged(kid.get("/K", Array()), place, spoken))
                # The label of a list item is its sign or number; that of a definition is its term.
                if kid.S != "/Lbl" or not re.fullmatch(r"[\W\d]*", "".join(text for _, text in inner)):
                    yield from inner

    def _shown(self, sheet: int | None, number: int, language: str) -> tuple[str, str]:
        assert sheet is not None
        if sheet not in self._languages:
            contents = self._document.pdf.pages[sheet].Contents.read_bytes()
            self._languages[sheet] = {int(id_): name.decode() for id_, name in _MARKED.findall(contents)}
        text = str(self._document.content(sheet).mcid_text.get((None, number), ""))
        return self._languages[sheet].get(number, language), text


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
