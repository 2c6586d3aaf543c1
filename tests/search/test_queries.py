"""The queries that search is measured with are in order, and each is answered by pages that are there."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.search.queries import FRONT, REPORT, WORK, read
from tests.workplaces import PROJECT

QUERIES = read()
ENOUGH = {"fi": 120, "sv": 60, "en": 30}


@pytest.mark.parametrize("language", ENOUGH)
def test_there_are_enough_queries_in_each_language(language: str) -> None:
    assert sum(query.language == language for query in QUERIES) >= ENOUGH[language]


def test_there_are_no_other_languages_and_halves() -> None:
    assert {query.language for query in QUERIES} == set(ENOUGH)
    assert {query.half for query in QUERIES} == {WORK, REPORT}


def test_each_query_is_asked_once_in_a_language() -> None:
    counted = Counter((query.language, query.text.casefold()) for query in QUERIES)
    assert sum(number > 1 for number in counted.values()) == 0  # a count alone: half of the queries is not to be shown


def test_no_cell_is_empty_or_has_spaces_around_it() -> None:
    cells = [cell for query in QUERIES for cell in (query.kind, query.text, *query.pages)]
    assert sum(cell != cell.strip() or not cell for cell in cells) == 0


@pytest.mark.parametrize("language", ENOUGH)
def test_the_halves_have_as_many_queries_of_each_kind(language: str) -> None:
    counted = Counter((query.kind, query.half) for query in QUERIES if query.language == language)
    kinds = {kind for kind, _ in counted}
    uneven = {kind: (counted[kind, WORK], counted[kind, REPORT]) for kind in sorted(kinds)}
    assert {kind: pair for kind, pair in uneven.items() if abs(pair[0] - pair[1]) > 1} == {}


def test_every_query_is_answered_by_pages_that_are_there() -> None:
    lost = {
        (query.language, page)
        for query in QUERIES
        for page in query.pages
        if not _exists(query.language, "index" if page == FRONT else page)
    }
    assert len(lost) == 0


def _exists(language: str, page: str) -> bool:
    docs = PROJECT / "docs" / language
    return (docs / f"{page}.md").is_file() or (docs / page / "index.md").is_file()
