"""Asking all engines all queries in turn, and what each fetches."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from playwright.sync_api import Browser, Page, TimeoutError  # noqa: A004 - playwright names it so

from tests.benchmarks.search.engines import Engine, Reply
from tests.benchmarks.search.keys import CLOCK
from tests.search.queries import Query
from tests.search.server import Fetched, Served

BATCH = 20
"""Queries to a page load."""
WARMING = "thl"
"""Asked after each page load and not counted."""
OF_SEARCH = ("search", "lunr")
"""By these in an address a file of the search is told that a page fetches before anybody asks."""
UNANSWERED = Reply([], math.inf)
"""No page, and endless time."""


class Load(NamedTuple):
    """Bytes that search needs until it shows a first result: raw, as sent, and of those sent before the reader's first focus."""

    raw: int
    sent: int
    before: int


def replies(
    browser: Browser, served: Served, engines: Sequence[Engine], language: str, queries: Sequence[Query]
) -> dict[str, list[Reply]]:
    """The replies of each engine by its name, in the order of the queries; ``UNANSWERED`` where none comes in time.

    The engines take turns, so that a busy moment of the machine meets all alike.
    """
    found: dict[str, list[Reply]] = {engine.name: [] for engine in engines}
    for first in range(0, len(queries), BATCH):
        for engine in engines:
            found[engine.name] += _batch(browser, served, engine, language, queries[first : first + BATCH])
    return found


def _batch(browser: Browser, served: Served, engine: Engine, language: str, queries: Sequence[Query]) -> list[Reply]:
    """The replies to a batch: after a query without an answer the next one is asked on a page of its own."""
    given: list[Reply] = []
    while len(given) < len(queries):
        with _opened(browser, served, engine, language) as page:
            try:
                engine.start(page)
                engine.ask(page, WARMING)
                for query in queries[len(given) :]:
                    given.append(engine.ask(page, query.text))
            except TimeoutError:
                given.append(UNANSWERED)
    return given


def load(browser: Browser, served: Served, engine: Engine, language: str, text: str) -> Load | None:
    """What a reader with an empty cache fetches from the first focus to the first result; none if that does not come in time.

    Files of the search that its page fetches before anybody asks for them count as well; they are told by their address.
    """
    served.fetched.clear()
    with _opened(browser, served, engine, language) as page:
        page.wait_for_load_state("networkidle")
        early = [file for file in served.fetched if any(word in file.address for word in OF_SEARCH)]
        served.fetched.clear()
        try:
            engine.start(page)
            engine.first(page, text)
        except TimeoutError:
            return None
        return total(early, list(served.fetched))


def total(early: Sequence[Fetched], later: Sequence[Fetched]) -> Load:
    """The sums over files fetched before and after the first focus."""
    files = [*early, *later]
    return Load(sum(file.raw for file in files), sum(file.sent for file in files), sum(file.sent for file in early))


@contextmanager
def _opened(browser: Browser, served: Served, engine: Engine, language: str) -> Iterator[Page]:
    """A language's front page in a browser that has never been there."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale=language)
    context.add_init_script(CLOCK)
    page = context.new_page()
    page.goto(f"{served.address}{engine.folder}/{language}/")
    try:
        yield page
    finally:
        context.close()
