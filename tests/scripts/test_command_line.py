"""The contract of the commands: exit codes, messages, and what stays as it was."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from macros.messages import catalogue, languages
from macros.problem import say
from scripts.check import check
from scripts.output import as_text
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
    assert result.stdout.startswith("Kunnossa: ")


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
        (["build", "--lang", "se"], 'Kieltä "se" ei ole: '),
        (["export", "--guide", "mali"], 'Opasta "mali" ei ole: tarkoititko "malli"?'),
        (["serve", "--lang", "se", "--messages", "en"], 'There is no language "se": '),
        (["check", "--messages", "de"], "invalid choice"),
        (["check", "--format", "xml"], "invalid choice"),
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
    for language, told in (("fi", "ei ole projektin kansio"), ("sv", "inte projektets mapp"), ("en", "no workplace")):
        result = run(tmp_path, "check", "--messages", language)
        assert result.returncode == 2
        assert told in result.stderr


@pytest.mark.parametrize("language", languages())
def test_messages_come_in_the_language_that_is_asked_for(language: str, tmp_path: Path) -> None:
    root = broken("all-at-once", tmp_path / "work")
    result = run(root, "check", "--messages", language)
    words = catalogue(language)
    assert result.returncode == 1
    assert result.stdout == as_text(check(root).problems, words)
    assert result.stderr == words.text(say("commands/problems", count=5)) + "\n"
    result = run(smallest(tmp_path / "good"), "check", "--messages", language)
    assert result.stdout == words.text(say("commands/in-order", pages=10, files=22)) + "\n"


def test_one_problem_is_told_as_one(tmp_path: Path) -> None:
    assert run(broken("wrong-value", tmp_path / "two"), "check").stderr.startswith("2 virhettä. ")
    assert run(broken("unknown-macro", tmp_path / "one"), "check").stderr.startswith("1 virhe. ")


def test_json_stands_alone_on_standard_output(tmp_path: Path) -> None:
    result = run(broken("all-at-once", tmp_path / "work"), "check", "--format", "json", "--messages", "en")
    assert result.returncode == 1
    told = json.loads(result.stdout)
    assert (told["version"], told["counts"]) == (1, {"problems": 5, "files": 5})
    assert told["problems"][0] == {
        "path": "data/models/malli/2023-11.yml",
        "line": 29,
        "code": "unknown-field",
        "what": '"mecanisms" is not a known field',
        "mend": 'did you mean "mechanisms"?',
    }
    result = run(smallest(tmp_path / "good"), "check", "--format", "json")
    assert (result.returncode, json.loads(result.stdout)["problems"]) == (0, [])
    assert result.stderr.startswith("Kunnossa: ")


def test_annotations_name_file_and_line_for_github(tmp_path: Path) -> None:
    result = run(broken("unknown-macro", tmp_path / "work"), "check", "--format", "github")
    assert result.returncode == 1
    assert result.stdout == (
        "::error file=docs/fi/malli/index.md,line=6,title=unknown-macro::"
        'makroa "model_sumary" ei ole [unknown-macro]%0AKorjaus: tarkoititko "model_summary"?\n'
    )
