"""Every mistake an author can make: told with file, line and mend, all in one run, and nothing is built."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from macros.messages import catalogue
from macros.problem import ContentError, Problem
from scripts import adaptations, translations
from scripts.check import check
from scripts.output import as_text
from scripts.workflow import compare_published
from tests.workplaces import CASES, broken, smallest

EXPECTED = {"fi": "expected.txt", "en": "expected.en.txt"}
"""The file with the messages of a case, by their language."""
NAMES = sorted(path.name for path in CASES.iterdir())


def test_the_smallest_workplace_is_in_order(tmp_path: Path) -> None:
    assert check(smallest(tmp_path / "work")).problems == ()


@pytest.mark.parametrize("name", NAMES)
def test_the_whole_list_of_problems_is_told(name: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """Run with ``--update-golden`` after a wanted change, and read the difference: these texts are what authors meet."""
    problems = told(broken(name, tmp_path / "work"), command_of(name))
    for language, file in EXPECTED.items():
        text = as_text(problems, catalogue(language))
        # what a file's checksum is changes with the program
        text = re.sub(r"\b[0-9a-f]{64}\b", "…", text)
        path = CASES / name / file
        if request.config.getoption("--update-golden"):
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")


def command_of(name: str) -> list[str]:
    """The command whose mistake a case is, if it is not "check"."""
    command = CASES / name / "command.txt"
    return command.read_text(encoding="utf-8").split() if command.exists() else []


def told(root: Path, command: Sequence[str] = ()) -> tuple[Problem, ...]:
    """What a command tells; by default "check": of the content, and of published files if the content is in order."""
    if command:
        return refused(root, command)
    result = check(root)
    if not result.problems:
        try:
            compare_published(root, result, lambda _: None)
        except ContentError as error:
            return tuple(error.problems)
    return result.problems


def refused(root: Path, command: Sequence[str]) -> tuple[Problem, ...]:
    """Why a command on translations, or on adaptation logs, does not do all it was asked to; all files are as they were."""
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    with pytest.raises(ContentError) as caught:
        _do(root, *command[1:])
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before
    return tuple(caught.value.problems)


def _do(root: Path, action: str, *options: str) -> None:
    if action == "merge":
        try:
            adaptations.perform(root, options, "logs/all.json", "fi", lambda _: None)
        finally:
            (root / "logs/all.json").unlink()
        return
    content, _ = translations.readable(root)
    if action == "import":
        translations.take(root, content, options[0])
        return
    names = {name for name in options if "/" in name}
    found, unchanged = translations.findings(content, ()), "--unchanged" in options
    list(translations.accept(root, content, found, names, None, unchanged=unchanged))


@pytest.mark.parametrize("file", EXPECTED.values())
def test_no_case_passes(file: str) -> None:
    assert [name for name in NAMES if not (CASES / name / file).read_text(encoding="utf-8").strip()] == []
