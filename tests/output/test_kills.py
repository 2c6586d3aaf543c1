"""Killed at any moment, a command leaves the site and the packages whole: exactly the old or exactly the new ones."""

from __future__ import annotations

import random
import subprocess
import time
from collections import Counter

import pytest

from tests.output.commands import PLACES, digests, done, killed, left_over, points, start, stops, write
from tests.output.conftest import Built

SEED = 20260504
SHARES = {
    "build": {"command": 0.5, "mkdocs": 0.25},
    "site": {"command": 0.4, "mkdocs": 0.2, "worker": 0.2},
}
"""How many of the kills come at a given point in a process of a kind; the others come at a given time."""


@pytest.mark.parametrize(("command", "part"), [("build", 0.8), ("site", 0.2)])
def test_a_killed_command_leaves_all_old_or_all_new(
    command: str, part: float, built: Built, request: pytest.FixtureRequest
) -> None:
    """Real kills of the whole process group, at points drawn from a fixed seed; each run meets what the last one left."""
    kills = round(request.config.getoption("--kills") * part)
    root, chance = built.root, random.Random(SEED)
    whole, seconds = {}, 0.0
    last: dict[str, int] = {}
    for version in ("new", "old"):
        write(root, version)
        began = time.monotonic()
        if last:
            done(root, command)
        else:
            last = points(root, command)
        seconds = time.monotonic() - began
        whole[version] = digests(root)
    assert whole["new"][0] != whole["old"][0]

    plan: list[tuple[str, float]] = []
    for kind, share in SHARES[command].items():
        count = round(kills * share)
        plan += [(kind, 1 + (last[kind] - 1) * (index + chance.random()) / count) for index in range(count)]
    plan += [("time", seconds * chance.random()) for _ in range(kills - len(plan))]
    chance.shuffle(plan)

    outcomes: Counter[str] = Counter()
    for kind, point in plan:
        before = digests(root)
        wanted = "old" if before[0] == whole["new"][0] else "new"
        write(root, wanted)
        process = start(root, command, env={} if kind == "time" else stops(root, kind, int(point)))
        try:
            _, told = process.communicate(timeout=point if kind == "time" else None)
            assert "Traceback" not in told
        except subprocess.TimeoutExpired:
            killed(process)
        after = digests(root)
        for place, old, new, now in zip(PLACES, before, whole[wanted], after, strict=True):
            assert now in (old, new), f"{place} is neither the old nor the new one after a kill at {kind} {point}"
        if process.returncode == 0:  # it was quicker this time; another kill comes in place of this one
            plan.append(("command", 1 + (last["command"] - 1) * chance.random()))
        outcomes["finished" if process.returncode == 0 else "new" if after == whole[wanted] else "old"] += 1

    print(f"{command}: {dict(outcomes)}")  # noqa: T201 - shown by "make kills"
    assert outcomes["old"] + outcomes["new"] == kills, outcomes
    assert outcomes["old"], outcomes
    assert outcomes["new"] or kills < 10, f"no kill came after the exchange: {outcomes}"
    write(root, "new")
    done(root, command)
    assert digests(root) == whole["new"]
    assert left_over(root) == []
