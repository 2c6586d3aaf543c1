"""Engines are asked with real key presses, and their answers read as what they are; on a small page of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.benchmarks.search.engines import Ours
from tests.benchmarks.search.figures import late
from tests.benchmarks.search.rounds import load, replies
from tests.chromium import chromium
from tests.search.queries import WORK, Query
from tests.search.server import Served, serve

PAGE = """<!doctype html><html lang="fi"><meta charset="utf-8"><script src="search.js"></script>
<input name="query"><div id="answers"></div><script>
const box = document.querySelector("input")
box.addEventListener("keyup", async () => {
  const query = box.value.trim()
  const more = await (await fetch("index.txt")).text()
  if (query !== box.value.trim()) return
  answers.innerHTML = `<div><a data-search-page="" href="./">1</a><a data-search-page="${query}/" href="x">2</a></div>`
  answers.firstChild.dataset.searchAnswer = query
})
</script>"""
QUERIES = [Query("fi", WORK, "base", text, frozenset({"."})) for text in ("työ", "Ääni ja kynä", "kyn", "kynä")]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    folder = tmp_path / "ours/fi"
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(PAGE, encoding="utf-8")
    (folder / "search.js").write_text("// nothing\n" * 100, encoding="utf-8")
    (folder / "index.txt").write_text("word " * 1000, encoding="utf-8")
    with serve(tmp_path) as found:
        yield found


def test_each_query_is_typed_as_it_is_written_and_its_own_answer_is_read(browser: Browser, served: Served) -> None:
    ours = Ours()
    found = replies(browser, served, [ours], "fi", QUERIES)[ours.name]
    assert [reply.pages for reply in found] == [[".", query.text] for query in QUERIES]
    assert all(reply.milliseconds >= 0 for reply in found)


def test_what_search_fetches_is_counted_and_the_page_itself_is_not(browser: Browser, served: Served) -> None:
    found = load(browser, served, Ours(), "fi", "k")
    assert found
    assert found.raw == 100 * len("// nothing\n") + 5000
    assert 0 < found.before < found.sent < 300


def test_a_query_without_an_answer_in_time_counts_as_endless_and_the_others_are_asked_nevertheless(
    browser: Browser, served: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.benchmarks.search.engines.PATIENCE", 2000)
    deaf = PAGE.replace("if (query !== box.value.trim()) return", 'if (query === "kyn") return')
    (tmp_path / "ours/fi/index.html").write_text(deaf, encoding="utf-8")
    ours = Ours()
    found = replies(browser, served, [ours], "fi", QUERIES)[ours.name]
    assert [bool(reply.pages) for reply in found] == [True, True, False, True]
    assert list(late({ours.name: [reply.milliseconds for reply in found]})) == [
        "this search: 1 of 4 queries not answered in time\n"
    ]
    assert load(browser, served, ours, "fi", "kyn") is None
