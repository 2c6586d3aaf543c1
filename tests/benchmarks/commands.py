"""What the commands cost on the real content."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from macros.model import Site
from scripts.export.cache import FOLDER
from scripts.morphology.readings import CACHE as WORDS
from tests.benchmarks.measures import RUNS, Cost, middle, process
from tests.benchmarks.table import table


def scripts(*arguments: str) -> list[str]:
    """The command line of one of the project's commands."""
    return [sys.executable, "-m", "scripts", *arguments]


def forget(work: Path) -> None:
    """Throw away the exports and the analyses of words made before, so that all are made anew."""
    for folder in (FOLDER, WORDS):
        shutil.rmtree(work / folder, ignore_errors=True)


def report(work: Path, site: Site) -> Iterator[str]:
    """The table of the commands, each also as a ratio to ``check``, and what a language more costs."""

    def cost(*arguments: str, runs: int = RUNS) -> Cost:
        return middle([process(scripts(*arguments), work) for _ in range(runs)])

    languages = [language.id for language in site.built_languages]
    checked = cost("check")
    alone = {id_: cost("build", "--lang", id_) for id_ in languages}
    together = cost("build")
    forget(work)
    rows = {"check": checked}
    rows |= {f"site, {id_} alone": alone[id_] for id_ in languages}
    rows |= {"site, all languages": together, "everything (make site), all anew": cost("site", runs=1)}
    yield table(
        "commands",
        ["seconds", "ratio", "peak MB"],
        [
            [name, f"{row.seconds:.2f}", f"{row.seconds / checked.seconds:.2f}", f"{row.megabytes:.0f}"]
            for name, row in rows.items()
        ],
    )
    slowest = max(row.seconds for row in alone.values())
    yield f"all {len(languages)} languages / the slowest one alone: {together.seconds / slowest:.2f}\n"
