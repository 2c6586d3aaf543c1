"""Workplaces to test with, made in a temporary folder."""

from __future__ import annotations

import shutil
from pathlib import Path

PROJECT = Path(__file__).parents[1]
CASES = PROJECT / "tests/cases"
SMALLEST = PROJECT / "tests/workplace"
SHARED = ("mkdocs.yml", "data/site.yml", "data/languages.yml", "data/labels.yml")


def smallest(to: Path) -> Path:
    """The smallest workplace, in order."""
    shutil.copytree(SMALLEST, to, ignore=shutil.ignore_patterns("README.md"), dirs_exist_ok=True)
    for name in SHARED:
        shutil.copy(PROJECT / name, to / name)
    return to


def broken(name: str, to: Path) -> Path:
    """The smallest workplace, broken as a case says: its files laid over, and those in ``removed.txt`` taken away."""
    smallest(to)
    shutil.copytree(CASES / name, to, ignore=shutil.ignore_patterns("expected.txt", "removed.txt"), dirs_exist_ok=True)
    removed = CASES / name / "removed.txt"
    for path in removed.read_text(encoding="utf-8").split() if removed.exists() else ():
        (to / path).unlink()
    return to
