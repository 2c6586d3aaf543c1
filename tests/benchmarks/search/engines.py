"""The searches that are compared, each asked in a browser's page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol
from urllib.parse import urljoin

from playwright.sync_api import Page

from tests.benchmarks.search.keys import BOX, press
from tests.search.queries import addresses
from tests.search.scores import DEPTH

PATIENCE = 20_000
"""Milliseconds to wait for an answer."""
STILL = 250
"""Milliseconds without a change after which Material's list of results is taken to be whole."""


class Reply(NamedTuple):
    """The pages found, the best first, and milliseconds from the last key press to the answer."""

    pages: list[str]
    milliseconds: float


class Engine(Protocol):
    """A search on a site that is served."""

    @property
    def name(self) -> str:
        """What it is called in the tables."""

    @property
    def folder(self) -> str:
        """The folder its site is served from; each language has one within."""

    def start(self, page: Page) -> None:
        """Open the search on a language's front page."""

    def ask(self, page: Page, text: str) -> Reply:
        """Ask, and take in the first results: as many as count, if there are so many."""

    def first(self, page: Page, text: str) -> None:
        """Ask, and do no more than is needed to show the first result."""


@dataclass(frozen=True)
class Ours:
    """The site's own search."""

    name: str = "this search"
    folder: str = "ours"

    def start(self, page: Page) -> None:
        """Put the cursor into the box."""
        page.locator(BOX).click()

    def ask(self, page: Page, text: str) -> Reply:
        """Type; the answer says itself which query it answers."""
        press(page, text)
        page.wait_for_function("text => searchClock.answer === text", arg=text.strip(), timeout=PATIENCE)
        found: list[str] = page.locator("[data-search-answer] a[data-search-page]").evaluate_all(
            "links => links.map(link => link.dataset.searchPage)"
        )
        return Reply(addresses(found), page.evaluate("Math.max(0, searchClock.answered - searchClock.key)"))

    def first(self, page: Page, text: str) -> None:
        """The same: what is shown is shown at once."""
        self.ask(page, text)


@dataclass(frozen=True)
class Material:
    """Material's own search, as it comes."""

    name: str = "Material, as it comes"
    folder: str = "material"

    def start(self, page: Page) -> None:
        """Put the cursor into the box, and wait until the index is there."""
        page.locator(BOX).click()
        page.wait_for_function("searchClock.ready", timeout=PATIENCE)

    def ask(self, page: Page, text: str) -> Reply:
        """Type, and wait until each question has its answer and the list no longer changes."""
        press(page, text)
        page.wait_for_function(
            "still => searchClock.told === searchClock.asked "
            "&& performance.now() - Math.max(searchClock.key, searchClock.changed) > still",
            arg=STILL,
            timeout=PATIENCE,
        )
        links: list[str] = page.locator(".md-search-result__item > a.md-search-result__link").evaluate_all(
            "links => links.map(link => link.href)"
        )
        milliseconds = page.evaluate("Math.max(0, searchClock.changed - searchClock.key)")
        return Reply(addresses(_below(urljoin(page.url, "."), links)), milliseconds)

    def first(self, page: Page, text: str) -> None:
        """The same: what is shown is shown at once."""
        self.ask(page, text)


@dataclass(frozen=True)
class Pagefind:
    """Pagefind's interface for programs, on a page with nothing else."""

    name: str = "Pagefind, as it comes"
    folder: str = "pagefind"

    def start(self, page: Page) -> None:
        """Load its script and what it needs for any query."""
        page.evaluate("async () => { window.pagefind = await import('./pagefind/pagefind.js'); await pagefind.init() }")

    def ask(self, page: Page, text: str) -> Reply:
        """Ask, as if that were the last key press; the answer is there when its first result can be shown."""
        said = self._said(page, text, DEPTH)
        return Reply(addresses(said["pages"]), said["milliseconds"])

    def first(self, page: Page, text: str) -> None:
        """Ask; each result is a file of its own, so the others are left."""
        self._said(page, text, 1)

    def _said(self, page: Page, text: str, depth: int) -> dict[str, Any]:
        said: dict[str, Any] = page.evaluate(
            """async ([text, depth]) => {
              const begun = performance.now()
              const {results} = await pagefind.search(text)
              await results[0]?.data()
              const milliseconds = performance.now() - begun
              const shown = await Promise.all(results.slice(0, depth).map((result) => result.data()))
              return {milliseconds, pages: shown.map((result) => result.raw_url)}
            }""",
            [text, depth],
        )
        return said


def _below(front: str, links: Sequence[str]) -> list[str]:
    return [link.removeprefix(front) for link in links if link.startswith(front)]
