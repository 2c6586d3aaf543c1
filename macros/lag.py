"""A notice under the heading of each section whose translation lags behind its source."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from macros.callout import set_callouts
from macros.insertion import insert
from macros.model import Language, Site
from macros.units import Part, page_parts


def set_notices(
    markdown: str,
    lines: list[int],
    site: Site,
    language: Language,
    address: str,
    text: str,
    read: Mapping[int, Iterable[str]],
    placed: Callable[[str], str],
) -> tuple[str, list[int]]:
    """Put a notice into each section that lags: its own text does, or one that a macro shows in it.

    Args:
        markdown: Expanded Markdown.
        lines: For each of its lines, the line of the file it comes from.
        site: The content.
        language: The page's language.
        address: The page, relative to its language's folder.
        text: The file's text.
        read: Keys of the texts that each macro call shows, by its line of the file.
        placed: Makes a link from the root of the site one from where the page stands.

    Returns:
        The Markdown with the notices, and its lines.
    """
    lagging = site.translations[language.id].lagging if language.id in site.translations else frozenset()
    if not lagging:
        return markdown, lines
    parts = page_parts(address, text)
    found = {_section(parts, line) for line, keys in read.items() if lagging.intersection(keys)}
    found |= {_heading(part) for part in parts if part.key in lagging}
    rows, lines = markdown.split("\n"), [*lines]
    for line, id_ in sorted(found, reverse=True):
        at = lines.index(line) + 1 if id_ else 0
        origin = line if id_ else (lines[0] if lines else 1)
        notice, _ = set_callouts(placed(_notice(site, language, address, id_)), [origin] * 3, site.labels, language.id)
        insert(rows, lines, at, notice, origin)
    return "\n".join(rows), lines


def _heading(part: Part) -> tuple[int, str]:
    """Line and id of the heading of a part; none for what stands before the first heading."""
    _, mark, id_ = part.key.partition("#")
    return (part.line, id_) if mark else (0, "")


def _section(parts: list[Part], line: int) -> tuple[int, str]:
    """Line and id of the heading under which a line stands."""
    return max((place for place in map(_heading, parts) if place[1] and place[0] <= line), default=(0, ""))


def _notice(site: Site, language: Language, address: str, id_: str) -> str:
    source = site.source_language
    where = address.removesuffix("index.md").removesuffix(".md")
    place = f"{source.id}/{where}{'/' if where and not where.endswith('/') else ''}{'#' + id_ if id_ else ''}"
    told = site.labels["translation-lags"][language.id]
    original = site.labels["translation-original"][language.id]
    link = (
        f'<a class="original" href="//{place}" hreflang="{source.id}"><span lang="{source.id}">{source.name}</span></a>'
    )
    return f"> [!NOTE]\n> {told} {original} {link}"
