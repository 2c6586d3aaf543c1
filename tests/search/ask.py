"""Ask the site's own search the queries to work with, and print those that it does not answer well.

``python -m tests.search.ask --lang fi [--kind typo] [--built site] [--deep 5] [QUERY …]``
The site must have been built. The half that is kept apart is never asked here.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import cast

from playwright.sync_api import Page

from tests.chromium import chromium
from tests.search.queries import WORK, Query, addresses, chosen, read
from tests.search.scores import Answer, answer, hit, score
from tests.search.server import serve

BOX = "input[name=query]"
PATIENCE = 10_000
"""Milliseconds to wait for an answer."""
ASK = """async ([texts, patience]) => {
  const box = document.querySelector("input[name=query]")
  const answers = []
  for (const text of texts) {
    const query = text.trim()
    const answered = () => document.querySelector("[data-search-answer]")?.dataset.searchAnswer === query
    const shown = new Promise((resolve) => {
      const look = () => {
        if (!answered()) return
        seen.disconnect()
        resolve(true)
      }
      const seen = new MutationObserver(look)
      seen.observe(document.documentElement, {attributes: true, childList: true, subtree: true})
      setTimeout(() => { seen.disconnect(); resolve(answered()) }, patience)
    })
    box.value = text
    box.dispatchEvent(new Event("input", {bubbles: true}))
    box.dispatchEvent(new KeyboardEvent("keyup", {bubbles: true}))
    if (!(answered() || await shown)) return {answers, stuck: text}
    const links = document.querySelectorAll("[data-search-answer] a[data-search-page]")
    answers.push([...links].map((link) => link.dataset.searchPage))
  }
  return {answers, stuck: null}
}"""


class Stuck(Exception):  # noqa: N818 - said of the search
    """The search did not answer a query."""


def ask(page: Page, address: str, texts: Sequence[str]) -> list[list[str]]:
    """The pages found for each text, asked on one page without key presses.

    Args:
        page: A browser's page.
        address: A language's front page.
        texts: What to ask.

    Raises:
        Stuck: There is no answer in time.
    """
    page.goto(address)
    page.locator(BOX).click()
    said = page.evaluate(ASK, [list(texts), PATIENCE])
    if said["stuck"] is not None:
        raise Stuck(f"no answer to “{said['stuck']}”: [data-search-answer] did not become the query")
    return [addresses(cast("list[str]", found)) for found in said["answers"]]


def misses(
    queries: Sequence[Query], found: Sequence[Sequence[str]], answers: Sequence[Answer], deep: int
) -> Iterator[str]:
    """A few lines for each query that is not answered among the first ones: what was asked, wanted, and came instead."""
    for query, pages, each in zip(queries, found, answers, strict=True):
        if hit(each, deep):
            continue
        yield f"{query.kind}: {query.text}\n"
        yield f"  wanted: {', '.join(sorted(query.pages))}" + (f" (came as {each.rank}.)\n" if each.rank else "\n")
        yield f"  came:   {', '.join(pages[:5]) or 'nothing'}\n"


def main() -> None:
    """Ask and print; exit code 1 if search does not answer."""
    parser = argparse.ArgumentParser(prog="python -m tests.search.ask", description=__doc__.split("\n")[0])
    parser.add_argument("--lang", default="fi", help="language to ask in")
    parser.add_argument("--kind", help="ask queries of this kind alone")
    parser.add_argument("--built", type=Path, default=Path("site"), help="the built site")
    parser.add_argument("--deep", type=int, default=5, help="a query is missed if no right page is among so many")
    parser.add_argument("query", nargs="*", help="ask these instead, and print what comes")
    wanted = parser.parse_args()
    queries = chosen(read(), wanted.lang, [WORK], wanted.kind)
    texts = wanted.query or [query.text for query in queries]
    if not (wanted.built / wanted.lang / "index.html").is_file():
        sys.exit(f"there is no site in {wanted.built}/{wanted.lang}: build it first, for example with make site")
    with serve(wanted.built) as served, chromium() as browser:
        try:
            found = ask(browser.new_page(), f"{served.address}{wanted.lang}/", texts)
        except Stuck as error:
            sys.exit(str(error))
    if wanted.query:
        for text, pages in zip(texts, found, strict=True):
            sys.stdout.write(f"{text}: {', '.join(pages) or 'nothing'}\n")
        return
    answers = [answer(pages, query.pages) for query, pages in zip(queries, found, strict=True)]
    sys.stdout.writelines(misses(queries, found, answers, wanted.deep))
    kinds: dict[str, list[Answer]] = {}
    for query, each in zip(queries, answers, strict=True):
        kinds.setdefault(query.kind, []).append(each)
    for name, some in [*sorted(kinds.items()), ("all", answers)]:
        sum_ = score(some)
        sys.stdout.write(
            f"{name}: {sum_.number} asked, hit@1 {sum_.hit1:.2f}, hit@5 {sum_.hit5:.2f}, MRR {sum_.mrr:.2f}, "
            f"nothing found {sum_.empty}\n"
        )


if __name__ == "__main__":
    main()
