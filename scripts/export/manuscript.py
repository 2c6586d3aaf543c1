"""The chapters of a book joined into one Markdown text, and what the pandoc filters must know beside it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.problem import Message, Problem
from scripts.export.book import Book, Chapter, chapters
from scripts.export.figure import Figure, figure_of
from scripts.export.front import front_matter

_DIAGRAM = re.compile(r'<div class="diagram" data-diagram="([a-z0-9-]+)"[^>]*>')
_DIV = re.compile(r"<div\b|</div>")
_ORIGINAL = re.compile(r'<a class="original" href="(?:\.\./)+([^"]+)"[^>]*>(.*?)</a>')
"""A link to where the site has a page in another language."""
_FENCE = re.compile(r" {0,3}(```|~~~)")


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A book as one text.

    Attributes:
        book: The book.
        chapters: Its chapters.
        markdown: All of them, each begun by a heading ``# x { .page number=N }`` that the filters replace.
        figures: The diagrams in them, by the model they show, in the order of their last places.
        shown: How often each is shown.
        tree: The text as pandoc's document tree (JSON) after the filter that all formats share, if it has been read
            already (see ``pandoc.read``).
    """

    book: Book
    chapters: tuple[Chapter, ...]
    markdown: str
    figures: dict[str, Figure]
    shown: Counter[str]
    tree: str | None = None

    def data(self) -> dict[str, Any]:
        """What the filters read as JSON."""
        info = self.book.site.info
        known = not re.search(r"\.example(/|:|$)", info.address)
        return {
            "chapters": [
                {
                    "address": chapter.address,
                    "path": str(Path(chapter.path).absolute()),
                    "title": chapter.title,
                    "prefix": chapter.prefix,
                }
                for chapter in self.chapters
            ],
            "figures": {model: figure.data | {"count": self.shown[model]} for model, figure in self.figures.items()},
            "address": f"{info.address}{self.book.language.id}/" if known else "",
            "locales": {language.id: language.locale for language in self.book.site.languages.values()},
            "contents": self.book.label("export-contents"),
            "table": self.book.label("export-table"),
            "tables": self.book.label("export-tables"),
            "pictures": self.book.label("export-figures"),
            **self.front,
        }

    @property
    def front(self) -> dict[str, Any]:
        """What the book says of itself."""
        return front_matter(self.book)

    def problem(self, chapter: Chapter, needle: str, message: Message) -> Problem:
        """A Problem at the line of the chapter's file that holds ``needle``, or at its first line."""
        page = chapter.page
        if page is None:
            return Problem(chapter.path, 1, message)
        for index, row in enumerate(page.markdown.split("\n")):
            if needle and needle in row:
                return Problem(page.path, page.line(index), message)
        return Problem(page.path, 1, message)


def manuscript(book: Book) -> Manuscript:
    """Join the chapters of a book."""
    parts = chapters(book)
    shown: list[str] = []
    text = [
        f"# x {{ .page number={number} }}\n\n{_chapter(_outward(part.markdown, book), number, shown)}\n"
        for number, part in enumerate(parts, 1)
    ]
    last = dict.fromkeys(reversed(shown))
    figures = {model: figure_of(book, model, number) for number, model in enumerate(reversed(last), 1)}
    return Manuscript(book, parts, "\n".join(text), figures, Counter(shown))


def _outward(markdown: str, book: Book) -> str:
    """Links to the original lead to the published address, or are plain text while there is none."""
    address = book.site.info.known_address
    return _ORIGINAL.sub(lambda match: f"[{match[2]}]({address}{match[1]})" if address else match[2], markdown)


def _chapter(markdown: str, number: int, shown: list[str]) -> str:
    """Ready a chapter for the book.

    Its diagrams are emptied (those of the book are drawn for paper), its footnotes named apart from other chapters',
    and marks kept on the line of the words they follow.
    """
    start = 0
    while match := _DIAGRAM.search(markdown, start):
        shown.append(match[1])
        markdown = markdown[: match.end()] + markdown[_end(markdown, match.end()) :]
        start = match.end()
    rows = markdown.replace(' <span class="status', '\N{NO-BREAK SPACE}<span class="status').split("\n")
    code = False
    for index, row in enumerate(rows):
        if _FENCE.match(row):
            code = not code
        elif not code:
            rows[index] = re.sub(r"\[\^([^\]\s]+)\]", rf"[^{number}-\1]", row)
    return "\n".join(rows)


def _end(markdown: str, start: int) -> int:
    """Where the closing tag stands of a div whose content begins at ``start``."""
    depth = 1
    for match in _DIV.finditer(markdown, start):
        depth += 1 if match[0] == "<div" else -1
        if depth == 0:
            return match.start()
    return len(markdown)
