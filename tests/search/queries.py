"""The queries that search is measured with, each with the pages that answer it: ``queries.tsv``."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import NamedTuple

from tests.workplaces import PROJECT

QUERIES = PROJECT / "tests/search/queries.tsv"
COLUMNS = ("language", "half", "kind", "query", "pages")
WORK, REPORT = "work", "report"
"""The half to work with; and the half that is kept apart: nobody looks at its queries while the search is made."""
FRONT = "."
"""The address of a language's front page."""


class Query(NamedTuple):
    """What a reader types, and the addresses that answer it (``etsiva-sosiaalityo/ydinelementit``)."""

    language: str
    half: str
    kind: str
    text: str
    pages: frozenset[str]


def read(path: Path = QUERIES) -> list[Query]:
    """All queries, in the file's order.

    Raises:
        ValueError: The file has other columns, or a line has too few or too many.
    """
    with path.open(encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    if not lines or tuple(lines[0]) != COLUMNS:
        raise ValueError(f"{path.name}: the columns are not {', '.join(COLUMNS)}")
    for number, cells in enumerate(lines[1:], start=2):
        if len(cells) != len(COLUMNS):
            raise ValueError(f"{path.name}:{number}: {len(cells)} columns instead of {len(COLUMNS)}")
    return [
        Query(language, half, kind, text, frozenset(pages.split("|")))
        for language, half, kind, text, pages in lines[1:]
    ]


def chosen(queries: Iterable[Query], language: str, halves: Collection[str], kind: str | None = None) -> list[Query]:
    """The queries of a language in some halves; of one kind if it is given."""
    return [
        query for query in queries if query.language == language and query.half in halves and kind in (None, query.kind)
    ]


def address(place: str) -> str:
    """A page's address as the queries name it, from a link's: without slashes, query and fragment; ``.`` for the front page."""
    return place.split("#", 1)[0].split("?", 1)[0].strip("/") or FRONT


def addresses(places: Iterable[str]) -> list[str]:
    """Results as pages: each once, where it first appears."""
    return list(dict.fromkeys(address(place) for place in places))
