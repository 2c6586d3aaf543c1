"""Notes of a local edition on national pages: on front pages that it is one, and at each core element how it is carried out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from posixpath import basename, dirname

from macros.insertion import insert
from macros.model import Language, Site
from macros.units import headings
from macros.views.overlay import element_note, front_note, guide_note

FRONT = "index.md"
ELEMENTS = "ydinelementit.md"
"""The page of a guide that has a section for each core element."""


def set_local_notes(
    markdown: str, lines: list[int], site: Site, language: Language, address: str, placed: Callable[[str], str]
) -> tuple[str, list[int]]:
    """Put the notes of a local edition on a page; on a national site, and on other pages, nothing.

    Args:
        markdown: Expanded Markdown.
        lines: For each of its lines, the line of the file it comes from.
        site: The content.
        language: The page's language.
        address: The page, relative to its language's folder.
        placed: Makes a link from the root of the site one from where the page stands.

    Returns:
        The Markdown with the notes, and its lines.
    """
    if site.overlay is None:
        return markdown, lines
    rows, lines = markdown.split("\n"), [*lines]
    places: dict[str, int] = {}
    for id_, _, row in headings(markdown, 0):
        places.setdefault(id_, row)
    for at, note in sorted(_notes(site, language, address, places, len(rows)), reverse=True):
        insert(rows, lines, at, placed(note), lines[min(at, len(lines)) - 1] if lines and at else 1)
    return "\n".join(rows), lines


def _notes(site: Site, language: Language, address: str, places: dict[str, int], end: int) -> Iterator[tuple[int, str]]:
    """Each note, after the row (from 0) before which it stands."""
    assert site.overlay
    first = min(places.values(), default=end)
    guide = site.guides.get(dirname(address))
    if address == FRONT:
        yield first, front_note(site, language)
    elif guide and basename(address) == FRONT:
        yield first, guide_note(site, language, site.overlay, guide)
    elif guide and basename(address) == ELEMENTS:
        for adaptation in site.overlay.of(guide.id):
            element = guide.current.element(adaptation.element)
            if element and element.id in places:
                yield places[element.id] + 1, element_note(site, language, site.overlay, element, adaptation)
