"""Workplaces to test with, made in a temporary folder."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import yaml

PROJECT = Path(__file__).parents[1]
CASES = PROJECT / "tests/cases"
SMALLEST = PROJECT / "tests/workplace"
SHARED = ("mkdocs.yml", "data/site.yml", "data/labels.yml", "data/signs.yml")


NAVIGATION = """\
  - index.md
  - Malli:
      - malli/index.md
      - malli/ydinelementit.md
  - lahteet.md
  - sanasto.md
"""


def smallest(to: Path) -> Path:
    """The smallest workplace, in order."""
    shutil.copytree(SMALLEST, to, ignore=shutil.ignore_patterns("README.md"), dirs_exist_ok=True)
    for name in SHARED:
        shutil.copy(PROJECT / name, to / name)
    config = (to / "mkdocs.yml").read_text(encoding="utf-8").split("\nnav:")[0]
    (to / "mkdocs.yml").write_text(f"{config}\nnav:\n{NAVIGATION}", encoding="utf-8")
    return to


def small_project(to: Path) -> Path:
    """The smallest workplace with the project's own code beside it, so that a site can be built and previewed there."""
    for folder in ("macros", "scripts", "overrides"):
        shutil.copytree(PROJECT / folder, to / folder, ignore=shutil.ignore_patterns("__pycache__"))
    return smallest(to)


def broken(name: str, to: Path) -> Path:
    """The smallest workplace, broken as a case says.

    The case's files are laid over, those in ``removed.txt`` taken away, and in files of the project itself one text
    replaced by another as ``edits.yml`` says; it may also make links and pipes, and put a text many times at the end of a
    file. A case whose mistake is one of another command than ``check`` names that in ``command.txt``.
    """
    case = CASES / name
    smallest(to)
    shutil.copytree(
        case,
        to,
        ignore=shutil.ignore_patterns("expected*.txt", "removed.txt", "edits.yml", "command.txt"),
        dirs_exist_ok=True,
    )
    removed = case / "removed.txt"
    for path in removed.read_text(encoding="utf-8").split() if removed.exists() else ():
        (to / path).unlink()
    edits = case / "edits.yml"
    for edit in yaml.safe_load(edits.read_text(encoding="utf-8")) if edits.exists() else ():
        path = to / edit["file"]
        if "link" in edit:
            path.symlink_to(edit["link"])
        elif "pipe" in edit:
            os.mkfifo(path)
        elif "times" in edit:
            path.write_text(path.read_text(encoding="utf-8") + edit["text"] * edit["times"], encoding="utf-8")
        else:
            text = path.read_text(encoding="utf-8")
            assert edit["old"] in text
            path.write_text(text.replace(edit["old"], edit["new"], 1), encoding="utf-8")
    return to
