"""Mistakes of real authors in a copy of the repository: each is told in a message from which a person who does not program can mend it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.messages import catalogue
from scripts.check import check
from scripts.output import as_text
from tests.workplaces import PROJECT

HERE = Path(__file__).parent
MISTAKES: list[dict[str, Any]] = yaml.safe_load((HERE / "mistakes.yml").read_text(encoding="utf-8"))
ROUNDS = sorted({mistake["round"] for mistake in MISTAKES})


def make(mistake: dict[str, Any], root: Path) -> None:
    """Do to a copy of the repository what a mistake says."""
    path = root / mistake["file"]
    if "write" in mistake:
        path.write_text(mistake["write"], encoding="utf-8")
        return
    if "delete" in mistake:
        path.unlink()
        return
    text = path.read_text(encoding="utf-8")
    changed = text
    if "old" in mistake:
        changed = text.replace(mistake["old"], mistake["new"], 1)
    elif "pattern" in mistake:
        changed = re.sub(mistake["pattern"], mistake["new"], text, count=1)
    elif "add" in mistake:
        changed = f"{text}\n{mistake['add']}\n"
    changed = changed.replace("\n", "\r\n") if "windows" in mistake else changed
    data = changed.encode(mistake.get("encoding", "utf-8"), errors="replace")
    assert data != text.encode(), mistake["done"]
    path.write_bytes(data)


@pytest.mark.parametrize("number", ROUNDS)
def test_every_mistake_of_an_author_is_told(number: int, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """Run with ``--update-golden`` after a wanted change, and read the messages as someone who does not program."""
    root = tmp_path / "work"
    for name in ("data", "docs"):
        shutil.copytree(PROJECT / name, root / name)
    shutil.copy(PROJECT / "mkdocs.yml", root)
    mistakes = [mistake for mistake in MISTAKES if mistake["round"] == number]
    for mistake in mistakes:
        make(mistake, root)
    problems = check(root).problems
    told = {(problem.path, problem.code) for problem in problems}
    for mistake in mistakes:
        place = mistake.get("at", mistake["file"])
        if mistake["code"]:
            assert (place, mistake["code"]) in told, (mistake["done"], as_text(problems, catalogue("fi")))
        else:
            assert place not in {path for path, _ in told}, mistake["done"]
    expected = HERE / f"expected.{number}.txt"
    places = {mistake.get("at", mistake["file"]) for mistake in mistakes}
    text = as_text([problem for problem in problems if problem.path in places], catalogue("fi"))
    text = re.sub(r":\d+:|(?<=\briv)\w+ \d+", "…", text)  # where they stand changes with every edit of the content
    if request.config.getoption("--update-golden"):
        expected.write_text(text, encoding="utf-8")
    assert text == expected.read_text(encoding="utf-8")


def test_there_are_forty_and_more() -> None:
    assert len([mistake for mistake in MISTAKES if mistake["code"]]) >= 40
