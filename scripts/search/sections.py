"""What is searched: the sections of the built pages, as MkDocs' search plugin takes them apart."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from posixpath import basename

from lxml import etree

INDEX = "search/search_index.json"
"""Where the plugin writes what is on the pages."""


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
        description: What one finds on it, in a sentence; it is searched, but not shown.
    """

    address: str
    title: str
    sections: tuple[Section, ...]
    description: str = ""


def read_documents(built: Path) -> tuple[Document, ...]:
    """Read what MkDocs' search plugin has written of a language, and the descriptions in the heads of the pages.

    Args:
        built: The folder of the built pages of the language.

    Returns:
        The pages with their sections, in the site's order.
    """
    pages: dict[str, list[Section]] = {}
    for entry in json.loads((built / INDEX).read_text(encoding="utf-8"))["docs"]:
        address, _, anchor = entry["location"].partition("#")
        pages.setdefault(address, []).append(Section(anchor, plain(entry["title"]), plain(entry["text"])))
    return tuple(
        Document(address, sections[0].title, tuple(sections), _description(built / address / "index.html"))
        for address, sections in pages.items()
    )


def _description(page: Path) -> str:
    """What the head of a page says of it."""
    if not page.is_file():
        return ""
    head = page.read_text(encoding="utf-8").partition("</head>")[0]
    found = etree.fromstring(head, etree.HTMLParser()).xpath("//meta[@name='description']/@content")
    return str(found[0]) if found else ""


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
