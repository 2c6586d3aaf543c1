"""Files made side by side, as many at once as there are processors."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from concurrent.futures import as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import Any

from macros.problem import ContentError, say
from scripts.build import BuildError, Report
from scripts.workers import interrupts_held, worker_pool


@dataclass(frozen=True, slots=True)
class Job:
    """One piece of work.

    Attributes:
        make: What does it, in a process of its own.
        values: What it is called with.
        files: Names of the files it makes, told when they are there.
        weight: How much there is to do, in characters of text; the most begins first, so that no long one is last.
    """

    make: Callable[..., None]
    values: tuple[Any, ...]
    files: tuple[str, ...]
    weight: int


def do(jobs: Iterable[Job], report: Report) -> None:
    """Do the jobs.

    Raises:
        ContentError: Some could not be done; holds the Problems of all of them.
        BuildError: A process has died.
    """
    order = sorted(jobs, key=lambda job: -job.weight)
    problems = []
    with worker_pool(min(len(order), os.cpu_count() or 1) or 1) as pool:
        with interrupts_held():
            futures = {pool.submit(job.make, *job.values): job for job in order}
        for future in as_completed(futures):
            try:
                future.result()
            except ContentError as error:
                problems += error.problems
            except BrokenProcessPool:
                raise BuildError(say("commands/worker-stopped")) from None
            else:
                for name in futures[future].files:
                    report(name)
    if problems:
        raise ContentError(problems)
