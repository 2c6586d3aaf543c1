"""The work on pages can be shared without a difference."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.check import check
from tests.workplaces import broken


@pytest.mark.parametrize("name", ["all-at-once", "unknown-id", "page-parity"])
def test_sharing_the_work_finds_the_same_problems(name: str, tmp_path: Path) -> None:
    root = broken(name, tmp_path / "work")
    assert check(root, workers=3).problems == check(root).problems != ()
