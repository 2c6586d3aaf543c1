"""Sections of a guide's pages, found by the id of their heading: what a page says and the data do not."""

from __future__ import annotations

import re
from dataclasses import dataclass

from scripts.export import Book

_HEADING = re.compile(r"(#{2,6}) (.*?) \{ #([\w-]+) \}")
_FENCE = re.compile(r" {0,3}(```|~~~)")


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page: its heading and its text, both in Markdown."""

    title: str
    text: str


def section(book: Book, id_: str) -> Section | None:
    """The section of the guide whose heading has this id, up to the next heading; None if there is none."""
    for page in book.pages:
        title, rows = None, list[str]()
        code = False
        for row in page.markdown.split("\n"):
            if _FENCE.match(row):
                code = not code
            heading = None if code else _HEADING.fullmatch(row.rstrip())
            if heading and title is not None:
                break
            if heading and heading[3] == id_:
                title = heading[2]
            elif title is not None:
                rows.append(row)
        if title is not None:
            return Section(title, "\n".join(rows).strip())
    return None
