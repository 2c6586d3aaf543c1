"""What is built stands aside until it is whole, and takes its place in one step."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.messages import catalogue
from scripts import place
from scripts.exchange import exchange
from scripts.place import alone, aside, put_in_place
from scripts.refused import from_output, refused


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A workplace with a site."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site/old.html").touch()
    return tmp_path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def put_new(root: Path) -> None:
    with aside(root) as folder:
        (folder / "new").mkdir()
        (folder / "new/new.html").touch()
        put_in_place({"site": folder / "new"}, root, folder)


def test_the_folder_aside_is_gone_afterwards_whatever_happens(tmp_path: Path) -> None:
    def stops_midway() -> None:
        with aside(tmp_path) as folder:
            (folder / "half").write_text("half", encoding="utf-8")
            raise ValueError("midway")

    with pytest.raises(ValueError, match="midway"):
        stops_midway()
    assert names(tmp_path / "build") == []


def test_a_new_folder_takes_the_place_of_the_old_one_whole(old: Path) -> None:
    put_new(old)
    assert names(old / "site") == ["new.html"]
    assert names(old / "build") == []


def test_a_new_folder_takes_an_empty_place(tmp_path: Path) -> None:
    put_new(tmp_path)
    assert names(tmp_path / "site") == ["new.html"]


def test_the_old_folder_stays_if_the_new_one_cannot_be_put_in_place(old: Path) -> None:
    with aside(old) as folder, pytest.raises(FileNotFoundError):
        put_in_place({"site": folder / "missing"}, old, folder)
    assert names(old / "site") == ["old.html"]


@pytest.mark.parametrize("exchanges", [exchange, lambda one, other: False], ids=["one-step", "two-steps"])
def test_of_two_folders_none_is_put_in_place_if_one_cannot_be(
    exchanges: Callable[[Path, Path], bool], old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(place, "exchange", exchanges)
    for finished in (("api", "site"), ("site", "dist/julkari")):
        with aside(old) as folder:
            (folder / "new").mkdir()
            with pytest.raises(FileNotFoundError):
                put_in_place(dict(zip(finished, (folder / "new", folder / "missing"), strict=True)), old, folder)
        assert names(old / "site") == ["old.html"]
        assert not (old / "api").exists()


@pytest.mark.skipif(sys.platform not in ("linux", "darwin"), reason="the system has no call for it")
def test_two_folders_change_places_without_a_moment_between(old: Path) -> None:
    (old / "new").mkdir()
    inode = (old / "site").stat().st_ino
    assert exchange(old / "new", old / "site")
    assert (old / "new").stat().st_ino == inode
    assert names(old / "new") == ["old.html"]


def test_where_the_system_cannot_exchange_the_new_folder_still_takes_the_place(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(place, "exchange", lambda one, other: False)
    put_new(old)
    assert names(old / "site") == ["new.html"]
    assert names(old / "build") == []


def test_where_the_system_cannot_exchange_a_failure_between_the_two_steps_brings_the_old_folder_back(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(place, "exchange", lambda one, other: False)
    with aside(old) as folder, pytest.raises(FileNotFoundError):
        put_in_place({"site": folder / "missing"}, old, folder)
    assert names(old / "site") == ["old.html"]


def test_where_the_system_cannot_exchange_the_next_command_mends_what_a_killed_one_left(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(place, "exchange", lambda one, other: False)
    (old / "dist/julkari").mkdir(parents=True)
    (old / "dist/julkari/old.zip").touch()
    for where, name in (("site", "dead"), ("dist/julkari", "dead")):
        process = os.fork()
        if process == 0:  # killed between the two steps: what it would do next is never done
            with aside(old) as folder:
                monkeypatch.setattr(Path, "rename", _rename_and_end)
                put_in_place({where: folder / "missing"}, old, folder)
        assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 9, name
    assert not (old / "site").exists()
    with alone(old, lambda _: None):
        assert names(old / "site") == ["old.html"]
        assert names(old / "dist/julkari") == ["old.zip"]
        assert names(old / "build") == ["lock"]


def _rename_and_end(self: Path, target: Path) -> None:
    os.rename(self, target)  # noqa: PTH104 - Path.rename is what is replaced
    os._exit(9)


def test_a_refusal_is_told_with_its_place_and_its_mend(tmp_path: Path) -> None:
    full = OSError(errno.ENOSPC, "No space left on device", str(tmp_path / "build/aside-1/site/x.html"))
    told = [catalogue("en").text(line) for line in refused(full, tmp_path)]
    assert told[0].startswith("build/aside-1/site/x.html: there is no room left on the disk\n  To mend: make room")
    assert refused(FileNotFoundError(errno.ENOENT, "No such file", "x"), tmp_path) == []


def test_a_refusal_is_found_at_the_end_of_what_a_program_said() -> None:
    output = "Traceback …\nOSError: [Errno 28] No space left on device: '/w/site/x.html'\n"
    found = from_output(output)
    assert found is not None
    assert (found.errno, found.filename) == (28, "/w/site/x.html")
    assert from_output("[Errno 28] was long ago\nValueError: something else\n") is None
