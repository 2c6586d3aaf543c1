"""What is searched: the sections of the built pages, as MkDocs' search plugin takes them apart."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from posixpath import basename


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one heading, or on a page before its first.

    Attributes:
        anchor: Id of the heading; empty for the beginning of a page.
        title: The heading; for the beginning of a page, the page's title.
        text: The text, in one line without marks.
    """

    anchor: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """One page.

    Attributes:
        address: Its address from the folder of its language; empty for the front page.
        title: Its title.
        sections: Its sections in order, the beginning first.
    """

    address: str
    title: str
    sections: tuple[Section, ...]


def read_documents(path: Path) -> tuple[Document, ...]:
    """Read the file that MkDocs' search plugin writes (``search_index.json``).

    Returns:
        The pages with their sections, in the site's order.
    """
    pages: dict[str, list[Section]] = {}
    for entry in json.loads(path.read_text(encoding="utf-8"))["docs"]:
        address, _, anchor = entry["location"].partition("#")
        pages.setdefault(address, []).append(Section(anchor, plain(entry["title"]), plain(entry["text"])))
    return tuple(Document(address, sections[0].title, tuple(sections)) for address, sections in pages.items())


def plain(html: str) -> str:
    """The words of a piece of HTML, in one line."""
    text = re.sub(r"</?(?:p|li|ul|ol|div|table|tr|td|th|dd|dt|dl|pre|br)\b[^>]*>", " ", html)
    return " ".join(unescape(re.sub(r"<[^>]*>", "", text)).split())


def name_of(address: str) -> str:
    """The last part of a page's address (``ydinelementit``)."""
    return basename(address.rstrip("/"))


def words_of(documents: Iterable[Document]) -> Iterable[str]:
    """All text there is, piece by piece."""
    for document in documents:
        for section in document.sections:
            yield section.title
            yield section.text
