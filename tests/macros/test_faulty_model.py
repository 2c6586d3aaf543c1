"""A model's file that cannot be read is told as that, and nothing else falls over it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from scripts.check import check
from tests.workplaces import PROJECT


@pytest.mark.parametrize("model", sorted(path.name for path in (PROJECT / "data/models").iterdir() if path.is_dir()))
def test_a_model_that_cannot_be_read_is_one_problem(model: str, tmp_path: Path) -> None:
    for name in ("data", "docs", "overrides"):
        shutil.copytree(PROJECT / name, tmp_path / name)
    shutil.copy(PROJECT / "mkdocs.yml", tmp_path)
    (tmp_path / "data/models" / model / "model.yml").write_text("id: [\n", encoding="utf-8")
    assert {problem.path for problem in check(tmp_path).problems} == {f"data/models/{model}/model.yml"}
