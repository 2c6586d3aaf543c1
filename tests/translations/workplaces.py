"""A small workplace whose translations are all recorded, and ways to work on it."""

from __future__ import annotations

import subprocess
from pathlib import Path

from macros.messages import catalogue
from scripts import translations
from scripts.translations import Finding
from tests.workplaces import smallest

PAGE = "docs/malli/index.md"
SECTION = f"{PAGE}#for-whom"


def recorded(root: Path, state: str = "draft") -> Path:
    """The smallest workplace with a ledger that holds every unit."""
    smallest(root)
    accept(root, None, state)
    return root


def accept(root: Path, chosen: set[str] | None, state: str | None = None, *, unchanged: bool = False) -> list[str]:
    content, _ = translations.readable(root)
    found = translations.findings(content, ())
    told = translations.accept(root, content, found, chosen, state, unchanged=unchanged)  # type: ignore[arg-type]
    return list(map(catalogue("en").text, told))


def found(root: Path) -> dict[str, Finding]:
    """Every unit in Swedish, by its key."""
    content, _ = translations.readable(root)
    return {finding.key: finding for finding in translations.findings(content, ["sv"])}


def open_units(root: Path) -> dict[str, str]:
    """How the units stand that are not as recorded."""
    return {key: each.standing for key, each in found(root).items() if each.standing != "current"}


def edit(root: Path, path: str, old: str, new: str) -> None:
    file = root / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def git(root: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=Author", "-c", "user.email=author@example.org")
    subprocess.run(["git", *identity, *arguments], cwd=root, check=True, capture_output=True)


def keep(root: Path) -> None:
    """Put all files into the history."""
    git(root, "init", "-q")
    git(root, "add", "--all")
    git(root, "commit", "-qm", "As it was")
