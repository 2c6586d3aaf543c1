"""What is built stands aside until it is whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.place import aside, put_in_place


def test_the_folder_aside_is_gone_afterwards_whatever_happens(tmp_path: Path) -> None:
    def stops_midway() -> None:
        with aside(tmp_path) as folder:
            (folder / "half").write_text("half", encoding="utf-8")
            raise ValueError("midway")

    with pytest.raises(ValueError, match="midway"):
        stops_midway()
    assert list((tmp_path / "build").iterdir()) == []


def test_a_new_folder_takes_the_place_of_the_old_one_whole(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/old.html").touch()
    with aside(tmp_path) as folder:
        (folder / "new").mkdir()
        (folder / "new/new.html").touch()
        put_in_place(folder / "new", tmp_path / "site", folder)
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["new.html"]


def test_the_old_folder_comes_back_if_the_new_one_cannot_be_put_in_place(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/old.html").touch()
    with aside(tmp_path) as folder, pytest.raises(FileNotFoundError):
        put_in_place(folder / "missing", tmp_path / "site", folder)
    assert (tmp_path / "site/old.html").exists()
