"""The contract of the commands: exit codes, messages, and what stays as it was."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.workplaces import PROJECT, broken, smallest


def run(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "scripts", *arguments],
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_check_of_good_content_exits_with_0(tmp_path: Path) -> None:
    result = run(smallest(tmp_path / "work"), "check")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith("In order: ")


@pytest.mark.parametrize("command", ["check", "build", "export", "package", "site"])
def test_a_mistake_exits_with_1_and_leaves_what_was_built(command: str, tmp_path: Path) -> None:
    root = broken("all-at-once", tmp_path / "work")
    for name in ("site/index.html", "site/downloads/malli.fi.pdf", "dist/julkari/malli.fi.zip"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("the last good one", encoding="utf-8")
    result = run(root, command)
    assert result.returncode == 1
    assert result.stdout == (PROJECT / "tests/cases/all-at-once/expected.txt").read_text(encoding="utf-8")
    assert "Traceback" not in result.stdout + result.stderr
    files = [path for folder in ("site", "dist") for path in (root / folder).rglob("*") if path.is_file()]
    assert len(files) == 3
    assert {path.read_text(encoding="utf-8") for path in files} == {"the last good one"}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["build", "--lang", "se"], 'There is no language "se"'),
        (["export", "--guide", "mali"], 'did you mean "malli"?'),
        (["export", "--format", "odt"], "invalid choice"),
        (["bild"], "invalid choice"),
        ([], "required"),
    ],
)
def test_a_wrong_command_exits_with_2_and_says_what_there_is(arguments: list[str], told: str, tmp_path: Path) -> None:
    result = run(smallest(tmp_path / "work"), *arguments)
    assert result.returncode == 2
    assert told in result.stderr


def test_a_folder_that_is_no_workplace_is_named_as_such(tmp_path: Path) -> None:
    result = run(tmp_path, "check")
    assert result.returncode == 2
    assert "no workplace" in result.stderr
