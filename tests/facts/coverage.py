"""The table ``coverage.tsv``: each fact of the dossier the guides were written from, and where it is carried.

A row has the fact's id, what it is in a few words, the records that carry it (``data/….yml#topic/claim``) or the section
of a page (``docs/fi/….md#heading``), the page that shows it, and, for a fact that is not used, the reason.

``python -m tests.facts.coverage SITE`` writes the column of pages anew from a built site.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from macros.passages import without_marks
from tests.prose import blocks, pages
from tests.workplaces import PROJECT

TABLE = Path(__file__).parent / "coverage.tsv"
_FIELDS = ("fact", "what", "where", "page", "reason")


@dataclass(frozen=True)
class Row:
    """One fact; ``where`` and ``page`` are "-" if it is not used."""

    fact: str
    what: str
    where: str
    page: str
    reason: str

    @property
    def used(self) -> bool:
        """Whether it is carried anywhere."""
        return self.where != "-"


@cache
def rows() -> tuple[Row, ...]:
    """The table."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return tuple(Row(*(row[field] for field in _FIELDS)) for row in csv.DictReader(file, delimiter="\t"))


@cache
def _data(path: str) -> Any:
    return yaml.safe_load((PROJECT / path).read_text(encoding="utf-8"))


def record(place: str) -> Any:
    """What stands at ``data/file.yml#id/id/field``; None if there is nothing. An id may stand in any list of the record."""
    path, _, way = place.partition("#")
    value = _data(path)
    for part in way.split("/"):
        value = _step(value, part)
    return value


def _step(value: Any, part: str) -> Any:
    if isinstance(value, list):
        return next((item for item in value if isinstance(item, dict) and item.get("id") == part), None)
    if isinstance(value, dict):
        if part in value:
            return value[part]
        inner = (_step(item, part) for item in value.values() if isinstance(item, list))
        return next((found for found in inner if found is not None), None)
    return None


def texts(value: Any) -> Iterator[str]:
    """What a reader of the Finnish pages sees of a record: its Finnish texts, or the strings a reference holds."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)
    elif isinstance(value, dict):
        if "fi" in value:
            yield from texts(value["fi"])
        else:
            for key, item in value.items():
                if key not in ("id", "sources", "status", "ref", "type", "language"):
                    yield from texts(item)


def _telling(value: Any) -> str:
    """The text by which a record is known on a page: its label or text, or else the fullest there is."""
    chosen = value.get("label") or value.get("text") if isinstance(value, dict) else None
    return max(texts(chosen or value), key=len, default="\0")


def plain(text: str) -> str:
    """A text without Markdown's marks and in one line, as it can be looked for on a page."""
    return " ".join(re.sub(r"[*_`\\]", "", without_marks(text)).split()).casefold()


def shown(site: Path) -> dict[str, str]:
    """The plain text of every Finnish page, by its address."""
    return {address: "\n".join(plain(block.whole) for block in blocks(path)) for address, path in pages(site, "fi")}


def pages_of(row: Row, text_of: dict[str, str]) -> list[str]:
    """Addresses of the pages that show a fact, its own guide's first."""
    found: list[str] = []
    for place in row.where.split() if row.used else ():
        if place.startswith("docs/"):
            address, _, anchor = place.removeprefix("docs/fi/").partition("#")
            if re.search(rf"\{{ #{re.escape(anchor)} \}}", (PROJECT / "docs/fi" / address).read_text(encoding="utf-8")):
                found.append(address.removesuffix("index.md").removesuffix(".md").strip("/"))
            continue
        wanted = plain(_telling(record(place)))
        found += [address for address, text in text_of.items() if wanted in text]
        guide = place.split("/")[2] if place.startswith("data/models/") else "\0"
        found.sort(key=lambda address: not address.startswith(guide))
    return list(dict.fromkeys(found))


def main(site: Path) -> None:
    """Write the table anew: the page that shows each fact."""
    text_of = shown(site)
    kept = [replace(row, page=next(iter(pages_of(row, text_of)), "-")) for row in rows()]
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(_FIELDS)
        writer.writerows([getattr(row, field) for field in _FIELDS] for row in kept)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
