"""What the search adds to building the site: with words analysed before, and anew."""

from __future__ import annotations

import shutil
from pathlib import Path

from scripts.morphology.readings import CACHE
from tests.benchmarks.commands import scripts
from tests.benchmarks.measures import RUNS, Cost, middle, process
from tests.benchmarks.table import table

WARM, COLD = 1.1, 45
"""A warm build may take so many times what one without our search takes; a cold one so many seconds more."""


def build_cost(work: Path, plain: Path) -> str:
    """The table of the site's build without our search and with it, measured in turns.

    Args:
        work: The workplace.
        plain: A copy of it in which Material's search is as it comes.
    """
    rows: dict[str, list[Cost]] = {
        "site with Material's search": [],
        "site, words remembered": [],
        "site, words anew": [],
    }
    without, warm, cold = rows.values()
    for _ in range(RUNS):
        shutil.rmtree(work / CACHE, ignore_errors=True)
        cold.append(process(scripts("build"), work))
        warm.append(process(scripts("build"), work))
        without.append(process(scripts("build"), plain))
    return costs({name: middle(some) for name, some in rows.items()})


def costs(rows: dict[str, Cost]) -> str:
    """The table, and below it what is allowed; the rows are the build without our search, warm and cold."""
    without, warm, cold = (cost.seconds for cost in rows.values())
    cells = [
        [name, f"{cost.seconds:.2f}", f"{cost.seconds / without:.2f}", f"{cost.megabytes:.0f}"]
        for name, cost in rows.items()
    ]
    return (
        table("search, build of all languages", ["seconds", "ratio", "peak MB"], cells)
        + f"remembered / without: {warm / without:.2f} (at most {WARM:.2f})\n"
        + f"anew, less without: {cold - without:.1f} s (at most {COLD})\n\n"
    )
