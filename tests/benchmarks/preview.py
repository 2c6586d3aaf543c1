"""From an author's saved edit to the text on the screen of the browser that shows the page."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from macros.model import Site
from tests.benchmarks.commands import scripts
from tests.benchmarks.measures import RUNS, middle, process
from tests.benchmarks.table import table
from tests.chromium import chromium
from tests.scripts.test_preview import preview, when_shown

EDITS = 15
"""Edits of one page, one after the other."""
LIMIT = 1.0
"""Seconds until an edit is on the screen."""
WAIT = 60_000
"""Milliseconds after which a preview that shows nothing counts as broken."""


def report(work: Path, site: Site) -> Iterator[str]:
    """The table of one page's edits beside a build of the page's language, which a preview without memory would make."""
    language = site.source_language
    page = max((work / "docs" / language.id).glob("*/*.md"), key=lambda path: path.stat().st_size)
    built = middle([process(scripts("build", "--lang", language.id), work) for _ in range(RUNS)])
    seconds = sorted(_shown(work, page, f"{page.parent.name}/{page.stem}/".replace("index/", "")))
    rows = [
        [name, f"{cost:.2f}", f"{cost / built.seconds:.2f}"]
        for name, cost in (
            (f"build of {language.id}, whole process", built.seconds),
            ("an edit on screen, median", median(seconds)),
            ("an edit on screen, slowest", seconds[-1]),
        )
    ]
    yield table(f"{EDITS} edits of {page.relative_to(work).as_posix()}", ["seconds", "ratio"], rows)
    yield f"median until it is on screen: {median(seconds):.2f} s (at most {LIMIT:.2f})\n"


def _shown(work: Path, page: Path, address: str) -> Iterator[float]:
    """Seconds from writing the file until the browser shows what was written, for each edit."""
    good = page.read_text(encoding="utf-8")
    with preview(work) as root, chromium() as browser:
        when_shown(root, "</html>")
        tab = browser.new_page()
        tab.goto(root + address)
        try:
            for number in range(EDITS + 1):
                said = f"Lause numero {number}."
                begun = time.perf_counter()
                page.write_text(f"{good}\n{said}\n", encoding="utf-8")
                tab.get_by_text(said, exact=True).wait_for(timeout=WAIT)
                if number:  # the first one loads what is then remembered
                    yield time.perf_counter() - begun
        finally:
            page.write_text(good, encoding="utf-8")
