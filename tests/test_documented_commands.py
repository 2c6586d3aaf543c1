"""Every command that the documentation shows is run as it stands there."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.adaptations.test_merging import sheet_of
from tests.workplaces import PROJECT

DOCUMENTS = sorted(
    [PROJECT / "README.md", *PROJECT.glob(".github/**/*.md"), *PROJECT.glob("docs/*/tekijoille/**/*.md")],
    key=lambda path: path.relative_to(PROJECT).as_posix(),
)
_CODE = re.compile(r"```[a-z]*\n(.*?)```|`([^`\n]+)`", re.DOTALL)
_SYNOPSIS = re.compile(r"[\[|…<]| {2}\w")
"""What stands in a list of all commands with their options, and in no command that can be typed."""


def commands(beginning: str) -> dict[str, str]:
    """The commands that begin so, each once, in the order of the documents, with the document that shows it."""
    found: dict[str, str] = {}
    for path in DOCUMENTS:
        for match in _CODE.finditer(path.read_text(encoding="utf-8")):
            for row in (match[1] or match[2]).split("\n"):
                command = row.partition("#" if match[1] and " #" in row and "docs/" not in row else "\0")[0].strip()
                if command.startswith(beginning) and not _SYNOPSIS.search(command):
                    found.setdefault(command, path.relative_to(PROJECT).as_posix())
    return found


MAKE = commands("make ")
SCRIPTS = commands(".venv/bin/python -m ")


def test_the_documents_show_commands() -> None:
    assert {"make site", "make test", "make check", "make serve"} <= MAKE.keys()
    assert len(SCRIPTS) > 5
    assert commands("python -m scripts") == {}, "not the Python that the project has set up"


@pytest.mark.parametrize("command", MAKE)
def test_a_make_command_is_there_and_calls_what_there_is(command: str, tmp_path: Path) -> None:
    dry = subprocess.run(
        [*shlex.split(command), "--dry-run", f"VENV={tmp_path}"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert dry.returncode == 0, dry.stderr
    called = re.findall(r"-m scripts (\S+)((?: --\S+ \S+)*)$", dry.stdout, re.MULTILINE)
    for name, options in called:
        usage = subprocess.run(
            [sys.executable, "-m", "scripts", name, *shlex.split(options), "--help"],
            cwd=PROJECT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert usage.returncode == 0, usage.stderr


def test_the_other_commands_work_one_after_the_other(built_site: Path, tmp_path: Path) -> None:
    work = tmp_path / "work"
    shutil.copytree(built_site.parent, work, ignore=shutil.ignore_patterns("site", "dist"))
    log = (built_site / "api/v1/adaptation-log.example.json").read_bytes()
    (work / "b.json").write_bytes(log)
    (work / "a.xlsx").write_bytes(sheet_of(json.loads(log), "fi"))
    for command, shown in SCRIPTS.items():
        done = subprocess.run(
            [sys.executable, *shlex.split(command)[1:]],
            cwd=work,
            env=os.environ | ({"PYTHONPATH": str(PROJECT)} if "tests." in command else {}),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{shown}: {command}\n{done.stdout[-2000:]}{done.stderr}"
