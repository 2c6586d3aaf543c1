"""What the exports cost: each alone in a worker, and all of them with all processors, anew and with nothing changed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median

from macros.model import Site
from scripts.export import FORMATS
from tests.benchmarks.commands import forget, scripts
from tests.benchmarks.measures import RUNS, Cost, process
from tests.benchmarks.table import table
from tests.workplaces import PROJECT

PROCESSORS = os.cpu_count() or 1
SPREAD = 1.5
"""All exports may take at most this much of what the single ones would if they shared the processors evenly."""
ONE = {"pdf": 1.0, "docx": 1.0}
"""Seconds that one guide may take a worker."""


def report(work: Path, site: Site) -> Iterator[str]:
    """The table of single exports; then how all of them compare with it, and what is saved when nothing has changed."""
    alone: dict[str, dict[str, Cost]] = {
        f"{guide} {language.id}": {format_: _alone(work, guide, language.id, format_) for format_ in FORMATS}
        for guide in site.guides
        for language in site.built_languages
    }
    yield _single(alone)
    for format_ in FORMATS:
        slowest = max(alone, key=lambda name: alone[name][format_].seconds)
        limit = f" (at most {ONE[format_]:.2f})" if format_ in ONE else ""
        yield f"slowest to {format_.upper()}: {slowest}, {alone[slowest][format_].seconds:.2f} s{limit}\n"
    total = sum(cost.seconds for costs in alone.values() for cost in costs.values())
    anew, again = _worker(work, "all", str(RUNS))
    share = total / PROCESSORS
    yield f"sum of the single ones: {total:.2f} s; ÷ {PROCESSORS} processors: {share:.2f} s\n"
    yield f"all {len(alone) * len(FORMATS)} with {PROCESSORS} processors: {anew:.2f} s\n"
    yield f"all / (sum ÷ {PROCESSORS}): {anew / share:.2f} (at most {SPREAD:.2f})\n"
    yield f"all again, nothing changed: {again:.2f} s; again / anew: {again / anew:.3f}\n"
    first, second = _twice(work)
    yield f"the command export, twice: {first:.2f} s and {second:.2f} s; second / first: {second / first:.3f}\n"


def _single(alone: Mapping[str, Mapping[str, Cost]]) -> str:
    heads = [*(f"{format_} s" for format_ in FORMATS), *(f"{format_} MB" for format_ in FORMATS)]
    rows = [
        [
            name,
            *(f"{costs[format_].seconds:.2f}" for format_ in FORMATS),
            *(f"{costs[format_].megabytes:.0f}" for format_ in FORMATS),
        ]
        for name, costs in alone.items()
    ]
    return table("exports, each in a worker that has started", heads, rows)


def _alone(work: Path, guide: str, language: str, format_: str) -> Cost:
    seconds, megabytes = _worker(work, "one", guide, language, format_, str(RUNS))
    return Cost(seconds, megabytes)


def _worker(work: Path, *arguments: str) -> tuple[float, float]:
    result = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.worker", *arguments],
        cwd=work,
        env=os.environ | {"PYTHONPATH": str(PROJECT)},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    first, second = result.stdout.split()
    return float(first), float(second)


def _twice(work: Path) -> tuple[float, float]:
    """Median seconds of the whole command, anew and right after."""
    first, second = [], []
    for _ in range(RUNS):
        forget(work)
        first.append(process(scripts("export"), work).seconds)
        second.append(process(scripts("export"), work).seconds)
    return median(first), median(second)
