"""A slide as content: paragraphs with a part to play, and what is said beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from scripts.export.figure import Figure

Part = Literal["lead", "text", "head", "item", "step", "quiet"]
"""What a paragraph is: the main sentence, text, a small heading, an item of a list or of a numbered one, an aside."""
Look = Literal["plain", "question"]

_LINK = re.compile(r"\[([^\[\]]*)\]\((?:[^()]|\([^()]*\))*\)(?:\{[^{}]*\})?")
_PASSAGE = re.compile(r"\[([^\[\]]*)\]\{[^{}]*\}")
_SIGNS = re.compile(r"<[^>]+>|\*\*|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])")


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of a slide, in Markdown."""

    part: Part
    text: str

    @property
    def plain(self) -> str:
        """The text as it is seen."""
        text = _PASSAGE.sub(r"\1", _LINK.sub(r"\1", self.text))
        return " ".join(re.sub(r"\\([^\w\s])", r"\1", _SIGNS.sub("", text)).split())


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide.

    Attributes:
        title: Its title in Markdown; no other slide of the deck has the same.
        body: What stands below the title.
        aside: What stands beside it, in a column of its own; if empty, there is one column.
        picture: A drawing in place of a body.
        notes: What the speaker should know, in Markdown.
        look: How it is painted.
    """

    title: str
    body: tuple[Block, ...] = ()
    aside: tuple[Block, ...] = ()
    picture: Figure | None = None
    notes: str = ""
    look: Look = "plain"


def blocks(markdown: str) -> Iterator[Block]:
    """The paragraphs of a passage of a page; lists become items, and what is no running text is left out."""
    for passage in re.split(r"\n\s*\n|\n(?=[-*] |\d+\. )", markdown.strip()):
        row = " ".join(passage.split()).removeprefix("> ")
        if not row or row.startswith(("<div", "</div", "|", "#", "```")):
            continue
        item = re.match(r"(?:[-*]|\d+\.)\s+(.*)", row)
        yield Block("item", item[1]) if item else Block("text", row)
