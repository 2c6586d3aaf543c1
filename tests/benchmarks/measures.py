"""What a process costs: wall time and memory."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryFile
from typing import NamedTuple

from tests.workplaces import PROJECT

RUNS = 3
"""How often each thing is measured; the median counts."""


class Cost(NamedTuple):
    """Wall seconds, and peak memory in megabytes (of the largest process)."""

    seconds: float
    megabytes: float


class Failed(Exception):  # noqa: N818 - said of a command
    """A command failed; the message is the last lines it said."""


def process(command: Sequence[str], work: Path, environment: Mapping[str, str] | None = None) -> Cost:
    """What one run of a command costs as a whole process, with all it starts.

    Args:
        command: The command and its arguments.
        work: The folder to run it in; modules of the project that are not there are taken from the project's own.
        environment: Variables to set beside those that are set.

    Raises:
        Failed: It did not end well.
    """
    variables = os.environ | {"PYTHONPATH": str(PROJECT), "NO_MKDOCS_2_WARNING": "1"} | dict(environment or {})
    with TemporaryFile() as output:
        begun = time.perf_counter()
        running = subprocess.Popen(command, cwd=work, env=variables, stdout=output, stderr=output)
        _, status, usage = os.wait4(running.pid, 0)
        seconds = time.perf_counter() - begun
        running.returncode = os.waitstatus_to_exitcode(status)
        if running.returncode:
            output.seek(0)
            said = output.read().decode(errors="replace").strip().splitlines()
            raise Failed("\n".join(said[-10:]) if said else f"{command[0]} ended with {running.returncode}")
    return Cost(seconds, usage.ru_maxrss * 1024 / 1e6)


def middle(costs: Sequence[Cost]) -> Cost:
    """The median of the seconds, and the highest peak."""
    return Cost(median(cost.seconds for cost in costs), max(cost.megabytes for cost in costs))


class Usage(NamedTuple):
    """Wall seconds so far, processor seconds of all programs, and of this one with all it has started."""

    wall: float
    everybody: float
    ours: float


def usage() -> Usage:
    """What the processors have done so far; only Linux tells what they do for others, elsewhere it counts as nothing."""
    ours = sum(os.times()[:4])
    try:
        fields = Path("/proc/stat").read_text(encoding="ascii").split("\n", 1)[0].split()[1:9]
    except OSError:
        return Usage(time.perf_counter(), ours, ours)
    ticks = [int(field) for field in fields]
    busy = sum(ticks) - ticks[3] - ticks[4]  # less idle, and idle while waiting for a disk
    return Usage(time.perf_counter(), busy / os.sysconf("SC_CLK_TCK"), ours)


def disturbance(begun: Usage, ended: Usage) -> float:
    """The share of the processors that other programs took between two moments, from 0 to 1."""
    others = (ended.everybody - begun.everybody) - (ended.ours - begun.ours)
    return max(0.0, others / ((ended.wall - begun.wall) * (os.cpu_count() or 1)))
