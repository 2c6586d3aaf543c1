"""The whole site of the real content, built once for all tests that look at what readers get."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.workplaces import PROJECT

IGNORED = (
    ".git",
    ".venv",
    "site",
    "dist",
    "build",
    "tests",
    "__pycache__",
    ".mypy_cache",
    ".ruff_cache",
    ".pytest_cache",
)


def workplace(to: Path) -> Path:
    """A copy of the project as an author would have it, without what was built."""
    shutil.copytree(PROJECT, to, ignore=shutil.ignore_patterns(*IGNORED))
    return to


def build(root: Path, environment: Mapping[str, str] = os.environ) -> Path:
    """Build everything there, with the command an author would use; returns ``site/``."""
    result = subprocess.run(
        [sys.executable, "-m", "scripts", "site"],
        cwd=root,
        env={**environment, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return root / "site"
