"""What is translated as one: a section of a page, or a text of the data. Each such unit has a permanent key.

``docs/<address>#<id>`` is a section, from a heading with an id to the next one; ``docs/<address>@title``,
``@description`` and ``@lead`` are what stands before the first of them. ``data/<file>#<way>`` is a text of the data; its
way leads through fields and ids, so that an entry put between others moves no key.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from macros.parser import Loc
from macros.source import parse

FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?)^---[ \t]*(\n|\Z)", re.DOTALL | re.MULTILINE)
"""The lines between ``---`` at the head of a page."""

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r" {0,3}#{1,6}[ \t].*\{:?\s*#([^\s}]+)[^}]*\}[ \t]*#*[ \t]*$")
_NAMES = (("id",), ("element",), ("earlier", "later"), ("in", "guide"), ("year",))
"""Fields that name an entry of a list, the best first; of an entry with none of them, its first source does."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a page.

    Attributes:
        key: Its key.
        text: Its text: of a section, with its heading.
        line: The line of the file on which it begins.
        start: Where the text begins in the file; for what stands in the front matter, where that does.
        end: Where it ends.
    """

    key: str
    text: str
    line: int
    start: int
    end: int


def digest(text: str) -> str:
    """The first twelve digits of a text's SHA-256; how it is divided into lines does not count."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:12]


def file_of(key: str, language: str) -> str:
    """The file that holds a unit in a language, relative to the workplace."""
    path = re.split("[#@]", key, maxsplit=1)[0]
    return path.replace("docs/", f"docs/{language}/", 1) if path.startswith("docs/") else path


def page_parts(address: str, text: str) -> list[Part]:
    """The parts of a page, in order.

    Args:
        address: The file, relative to its language's folder.
        text: All that stands in it, lines ended by line feeds.
    """
    front = FRONT_MATTER.match(text)
    parts = []
    if front:
        source = parse(front[1], address, first_line=2)
        fields = source.value if isinstance(source.value, dict) else {}
        for name in ("title", "description"):
            if isinstance(value := fields.get(name), str) and value.strip():
                line = source.line((name,))
                parts.append(Part(f"docs/{address}@{name}", value.strip(), line, front.start(1), front.end(1)))
    body = front.end() if front else 0
    line = 1 + text.count("\n", 0, body)
    starts = [("@lead", body, line), *(("#" + id_, at, line + row) for id_, at, row in headings(text, body))]
    for index, (name, start, first) in enumerate(starts):
        end = starts[index + 1][1] if index + 1 < len(starts) else len(text)
        own = text[start:end].strip()
        if own:
            inside = text.index(own, start)
            row = first + text.count("\n", start, inside)
            parts.append(Part(f"docs/{address}{name}", own, row, inside, inside + len(own)))
    return parts


def headings(text: str, start: int) -> Iterator[tuple[str, int, int]]:
    """Id, place and line (from 0) of each heading that has an id, from a place in a text on; code has none."""
    fence = ""
    for row, line in enumerate(text[start:].split("\n")):
        match = _FENCE.match(line)
        if match and not fence:
            fence = match[1]
        elif match and line.strip().startswith(fence) and not line.strip().strip(fence[0]):
            fence = ""
        elif not fence and "#" in line and (heading := _HEADING.match(line)):
            yield heading[1], start, row
        start += len(line) + 1


def data_texts(path: str, value: Any, languages: Collection[str]) -> Iterator[tuple[str, Loc, Mapping[str, str]]]:
    """Each text of a data file: its key, the way that leads to it, and what it is in each language.

    Args:
        path: The file, relative to the workplace.
        value: What stands in it.
        languages: Ids of the site's languages.
    """
    for names, loc, text in _texts(value, (), (), languages):
        yield f"{path}#{'/'.join(names)}", loc, text


def _texts(
    value: Any, names: tuple[str, ...], loc: Loc, languages: Collection[str]
) -> Iterator[tuple[tuple[str, ...], Loc, Mapping[str, str]]]:
    if isinstance(value, list):
        seen: Counter[str] = Counter()
        for index, item in enumerate(value):
            if isinstance(item, (dict, list)):
                name = _name(item, index)
                seen[name] += 1
                name = name if seen[name] == 1 else f"{name}-{seen[name]}"
                yield from _texts(item, (*names, name), (*loc, index), languages)
    elif isinstance(value, dict):
        if value and all(key in languages and isinstance(item, str) for key, item in value.items()):
            yield names, loc, value
            return
        for key, item in value.items():
            if isinstance(item, (dict, list)):
                yield from _texts(item, (*names, key), (*loc, key), languages)


def _name(item: Any, index: int) -> str:
    """What an entry of a list is called; one that nothing names is counted, from 1."""
    if isinstance(item, dict):
        for fields in _NAMES:
            given = [str(item[field]) for field in fields if isinstance(item.get(field), (str, int))]
            if given:
                return re.sub(r"\s+", "-", "--".join(given))
        sources = item.get("sources")
        if isinstance(sources, list) and sources and isinstance(sources[0], dict) and "ref" in sources[0]:
            return str(sources[0]["ref"])
    return str(index + 1)
