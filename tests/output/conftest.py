"""A small project that has been built in two versions, so that both are known by their digests."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.output.commands import digests, done, project, write


@dataclass(frozen=True)
class Built:
    """A project whose content and output are of the version ``old``.

    Attributes:
        root: The workplace.
        old: Digests of the site and the packages as they are.
        new: What they become with the content's version ``new``.
    """

    root: Path
    old: tuple[str, ...]
    new: tuple[str, ...]

    def of(self, version: str) -> tuple[str, ...]:
        return self.old if version == "old" else self.new


@pytest.fixture(scope="session")
def master(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Built once; each test takes a copy."""
    root = project(tmp_path_factory.mktemp("master") / "work")
    found = {}
    for version in ("new", "old"):
        write(root, version)
        done(root, "site")
        found[version] = digests(root)
    assert set(found["old"]).isdisjoint(found["new"])
    assert "" not in found["old"] + found["new"]
    return Built(root, found["old"], found["new"])


@pytest.fixture
def built(master: Built, tmp_path: Path) -> Built:
    """A copy of the built project with all that was made, for a test to do harm to."""
    shutil.copytree(master.root.parent, tmp_path / "copy")
    return Built(tmp_path / "copy/work", master.old, master.new)
