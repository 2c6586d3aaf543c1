"""The text readers meet on a built page: block by block, each stretch with its language, without menus, code and citations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "blockquote",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "li",
        "ol",
        "p",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_SILENT = frozenset(["code", "pre", "script", "style", "svg", "nav", "button", "form"])
_VOID = frozenset(["br", "hr", "img", "input", "link", "meta", "source", "wbr", "path"])


@dataclass
class Block:
    """One paragraph, list item, cell or heading.

    Attributes:
        tag: The element: ``p``, ``li``, ``h2`` …
        runs: Stretches of its text, each with its language; citations are left out.
    """

    tag: str
    runs: list[tuple[str, str]] = field(default_factory=list)

    def text(self, language: str) -> str:
        """What of it is in a language, in one line."""
        return " ".join("".join(text if spoken == language else " " for spoken, text in self.runs).split())

    @property
    def whole(self) -> str:
        """All of it, in one line."""
        return " ".join("".join(text for _, text in self.runs).split())


class _Reader(HTMLParser):
    def __init__(self, but: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.but = but
        self.blocks: list[Block] = []
        self.open: list[tuple[str, str, bool]] = []  # tag, language, whether it is left out

    @property
    def language(self) -> str:
        return self.open[-1][1] if self.open else ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            if tag == "br" and self.blocks:
                self.blocks[-1].runs.append((self.language, " "))
            return
        values = dict(attrs)
        silent = bool(self.open and self.open[-1][2])
        classes = (values.get("class") or "").split()
        silent |= tag in _SILENT or "headerlink" in classes or not self.but.isdisjoint(classes)
        silent |= tag == "a" and re.search(r"(^|lahteet/(index\.html)?)#ref-", values.get("href") or "") is not None
        self.open.append((tag, values.get("lang") or self.language, silent))
        if tag in _BLOCKS:
            self.blocks.append(Block(tag))

    def handle_endtag(self, tag: str) -> None:
        while self.open and any(name == tag for name, _, _ in self.open):
            name, _, _ = self.open.pop()
            if name == tag:
                break
        if tag in _BLOCKS:
            self.blocks.append(Block(self.open[-1][0] if self.open else ""))

    def handle_data(self, data: str) -> None:
        if self.blocks and self.open and not self.open[-1][2] and any(tag == "article" for tag, _, _ in self.open):
            self.blocks[-1].runs.append((self.language, data))


@cache
def blocks(path: Path, *but: str) -> tuple[Block, ...]:
    """The blocks of a built page's article, empty ones left out, and elements of the classes in ``but``."""
    reader = _Reader(frozenset(but))
    reader.feed(path.read_text(encoding="utf-8"))
    return tuple(block for block in reader.blocks if any(text.strip() for _, text in block.runs))


def pages(site: Path, language: str, *, but: tuple[str, ...] = ()) -> Iterator[tuple[str, Path]]:
    """Built pages of a language: address relative to the language's root, and file; those under ``but`` left out."""
    for path in sorted((site / language).rglob("index.html")):
        address = path.parent.relative_to(site / language).as_posix().removeprefix(".")
        if not address.startswith(but or ("\0",)):
            yield address, path
