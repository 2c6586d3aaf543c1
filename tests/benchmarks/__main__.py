"""Measure the commands on the real content and print a table.

Seconds differ from machine to machine, so each row is also given as a ratio to the first, ``check``, of the same run.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

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


def worker(format_: str) -> Cost:
    """What one guide costs a worker that has started already, measured in a process of its own."""
    command_line = [sys.executable, "-m", "tests.benchmarks.worker", GUIDE, format_, str(RUNS)]
    result = subprocess.run(command_line, capture_output=True, text=True, check=True)
    seconds, megabytes = result.stdout.split()
    return Cost(float(seconds), float(megabytes))


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
            f"{GUIDE} to PDF, worker": worker("pdf"),
            f"{GUIDE} to DOCX, worker": worker("docx"),
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
