"""What there is to find in the chapters of an EPUB: headings, pictures, tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

_XHTML = "{http://www.w3.org/1999/xhtml}"
DEPTH = 3
"""Headings below this level are not listed."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A place in the book.

    Attributes:
        href: Its address, from the folder of the book.
        label: Its name, in pieces: text, and the text's language if it is another than the book's.
        level: Of a heading, from 1.
        entries: Headings below it.
    """

    href: str
    label: tuple[tuple[str, str], ...]
    level: int = 1
    entries: list[Entry] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its name as plain text."""
        return "".join(text for text, _ in self.label)


@dataclass(frozen=True, slots=True)
class Contents:
    """All there is to find in a book: its headings as a tree, its pictures, its tables, each in the order of the book."""

    headings: list[Entry]
    pictures: list[Entry]
    tables: list[Entry]


def contents(chapters: Mapping[str, str]) -> Contents:
    """Look through chapters in XHTML, by their address from the folder of the book."""
    roots = {name: ET.fromstring(text) for name, text in chapters.items()}  # noqa: S314 - written by ourselves
    return Contents(
        _tree(entry for name, root in roots.items() for entry in _headings(name, root)),
        [entry for name, root in roots.items() for entry in _captioned(name, root, "figure", "figcaption")],
        [entry for name, root in roots.items() for entry in _captioned(name, root, "table", "caption")],
    )


def _headings(name: str, root: ET.Element) -> Iterator[Entry]:
    for section in root.iter(f"{_XHTML}section"):
        for level in range(1, DEPTH + 1):
            heading = section.find(f"{_XHTML}h{level}")
            if heading is not None:
                yield Entry(f"{name}#{section.attrib['id']}", tuple(_pieces(heading)), level)
                break


def _captioned(name: str, root: ET.Element, kind: str, caption: str) -> Iterator[Entry]:
    for element in root.iter(f"{_XHTML}{kind}"):
        title = element.find(f"{_XHTML}{caption}")
        if title is not None and "id" in element.attrib:
            yield Entry(f"{name}#{element.attrib['id']}", tuple(_pieces(title)))


def _pieces(element: ET.Element, language: str = "") -> Iterator[tuple[str, str]]:
    """The text in an element, parted where the language changes; of links and notes the words alone."""
    if element.text:
        yield element.text, language
    for part in element:
        if part.attrib.get("role") != "doc-noteref":
            yield from _pieces(part, part.attrib.get("lang", language))
        if part.tail:
            yield part.tail, language


def _tree(entries: Iterable[Entry]) -> list[Entry]:
    top: list[Entry] = []
    open_entries: list[Entry] = []
    for entry in entries:
        while open_entries and open_entries[-1].level >= entry.level:
            open_entries.pop()
        (open_entries[-1].entries if open_entries else top).append(entry)
        open_entries.append(entry)
    return top
