"""Measure the commands on the real content and print a table.

Seconds differ from machine to machine, so each row is also given as a ratio to the first, ``check``, of the same run.
"""

from __future__ import annotations

import multiprocessing
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from scripts.check import publishable
from scripts.export import Format, export
from scripts.workflow import books
from tests.workplaces import PROJECT

RUNS = 3
GUIDE = "etsiva-sosiaalityo"


class Cost(NamedTuple):
    """Wall seconds (the median of the runs) and peak memory in megabytes (of the largest process)."""

    seconds: float
    megabytes: float


def command(*arguments: str, runs: int = RUNS) -> Cost:
    """What a command costs as a whole process, with all it starts."""
    seconds, peak = [], 0.0
    for _ in range(runs):
        begun = time.perf_counter()
        process = subprocess.Popen([sys.executable, "-m", *arguments], stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        seconds.append(time.perf_counter() - begun)
        peak = max(peak, usage.ru_maxrss / 1000)
        if status:
            raise SystemExit(f"{' '.join(arguments)} failed")
    return Cost(sorted(seconds)[len(seconds) // 2], peak)


def worker(format_: Format) -> Cost:
    """What one guide costs a worker that has started already: the median of further books."""
    result = publishable(Path.cwd())
    book = books(Path.cwd(), result, [GUIDE], ["fi"])[0]
    seconds = []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(RUNS + 1):
            begun = time.perf_counter()
            export(book, format_, Path(folder) / f"book.{format_}")
            seconds.append(time.perf_counter() - begun)
    return Cost(sorted(seconds[1:])[RUNS // 2], resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000)


def apart(function: Callable[[Format], Cost], format_: Format) -> Cost:
    """Run in a fresh process, so that its peak memory is its own."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(function, (format_,))


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder) / "work"
        shutil.copytree(
            PROJECT,
            work,
            ignore=shutil.ignore_patterns(".git", ".venv", "site", "dist", "build", "tests", "__pycache__", ".*_cache"),
        )
        os.chdir(work)
        os.environ["PYTHONPATH"] = str(PROJECT)
        rows = {
            "check": command("scripts", "check"),
            "site, Finnish alone": command("scripts", "build", "--lang", "fi"),
            "site, Swedish alone": command("scripts", "build", "--lang", "sv"),
            "site, both languages": command("scripts", "build"),
            f"{GUIDE} to PDF, worker": apart(worker, "pdf"),
            f"{GUIDE} to DOCX, worker": apart(worker, "docx"),
            "everything (make site)": command("scripts", "site", runs=1),
        }
        os.chdir(PROJECT)
    first = rows["check"].seconds
    sys.stdout.write(f"{'':<36}{'seconds':>9}{'ratio':>8}{'peak MB':>9}\n")
    for name, cost in rows.items():
        sys.stdout.write(f"{name:<36}{cost.seconds:>9.2f}{cost.seconds / first:>8.2f}{cost.megabytes:>9.0f}\n")
    slower = max(rows["site, Finnish alone"].seconds, rows["site, Swedish alone"].seconds)
    sys.stdout.write(f"\nboth languages / the slower one alone: {rows['site, both languages'].seconds / slower:.2f}\n")


if __name__ == "__main__":
    main()
