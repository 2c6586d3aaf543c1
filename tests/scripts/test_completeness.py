"""Editors are told how completely the models are described, and no build fails for it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from scripts.__main__ import main
from tests.workplaces import PROJECT, smallest


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = smallest(tmp_path / "work")
    shutil.copy(PROJECT / "tests/macros/completeness.yml", root / "data/models/malli/completeness.yml")
    monkeypatch.chdir(root)
    return root


def test_the_check_closes_with_one_line_on_all_models(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--messages", "en"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert len(told) == 2
    assert "malli (1 described, 1 partly, 10 not known)" in told[1]


def test_asked_for_every_gap_is_told_in_the_language_of_the_messages(
    work: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--completeness", "--messages", "sv"]) == 0
    told = capsys.readouterr().out.splitlines()[1:]
    assert told[0].startswith("modell (")
    assert told[1:3] == [
        "  2. Varför: motivering, teori och mål: delvis beskrivet",
        "     Teorin | mekanismerna saknas.",
    ]
    assert len(told) == 1 + 2 * 11  # the name is described, and is no gap


def test_programs_that_read_the_problems_are_not_disturbed(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--completeness", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["problems"] == []


def test_a_model_that_nobody_has_judged_is_passed_over(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (work / "data/models/malli/completeness.yml").unlink()
    assert main(["check", "--messages", "en"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1
