"""Building aside and putting in place: whatever stops a command, the last good site and packages stay whole."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, unquote

from filelock import FileLock, Timeout

from macros.problem import Message, say
from scripts.exchange import exchange

BUILD = "build"
"""Folder of what is being made, in the workplace."""
LOCK = f"{BUILD}/lock"
"""The file held by the command that is at work; the system lets go of it when the command ends, however it ends."""
_ASIDE = "aside-"
_REPLACED = "replaced"


@contextmanager
def alone(root: Path, report: Callable[[Message], None]) -> Iterator[None]:
    """Let no other command build in the workplace meanwhile; waits for its turn.

    What commands that were killed have left behind is cleared away first.

    Args:
        root: The workplace.
        report: Takes the line that says that it waits.
    """
    (root / BUILD).mkdir(exist_ok=True)
    lock = FileLock(root / LOCK)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        report(say("commands/waiting"))
        lock.acquire()
    try:
        for left in sorted((root / BUILD).glob(f"{_ASIDE}*")):
            _clear(root, left)
        for half in (root / BUILD).glob("*/.*"):  # so begin the names of files in caches while they are being written
            half.unlink(missing_ok=True)
        yield
    finally:
        lock.release()


@contextmanager
def aside(root: Path) -> Iterator[Path]:
    """An empty folder on the workplace's own disk, removed afterwards whatever happens."""
    build = root / BUILD
    build.mkdir(exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=_ASIDE, dir=build))
    try:
        yield folder
    finally:
        _clear(root, folder)


def put_in_place(finished: Mapping[str, Path], root: Path, folder: Path) -> None:
    """Put finished folders where readers find them, each in one step; if one of them is refused, none is changed.

    Where the system cannot exchange two folders in one step, it takes two; if the command is killed between them,
    the next one puts the old folder back.

    Args:
        finished: The finished folders by the places where they belong, relative to the workplace; all on one disk.
        root: The workplace.
        folder: The folder aside, with which the old ones are removed.
    """
    undo: list[Callable[[], object]] = []
    try:
        for place, new in finished.items():
            undo.append(_put(new, root / place, folder / _REPLACED / quote(place, safe="")))
    except BaseException:
        for step in reversed(undo):
            step()
        raise


def _put(new: Path, there: Path, replaced: Path) -> Callable[[], object]:
    """Put one folder in place; gives what undoes it."""
    there.parent.mkdir(parents=True, exist_ok=True)
    if not os.path.lexists(there):
        new.rename(there)
        return lambda: there.rename(new)
    if exchange(new, there):
        return lambda: exchange(new, there)
    replaced.parent.mkdir(exist_ok=True)
    there.rename(replaced)
    new.rename(there)
    return lambda: (there.rename(new), replaced.rename(there))


def _clear(root: Path, folder: Path) -> None:
    """Remove a folder aside; what it holds of a place that is empty goes back there first."""
    for old in sorted((folder / _REPLACED).glob("*")):
        there = root / unquote(old.name)
        if not os.path.lexists(there):
            old.rename(there)
    shutil.rmtree(folder, ignore_errors=True)


def put_files(new: Path, paths: Iterable[str], root: Path, old: Path) -> None:
    """Put finished files where they belong: all of them, or if one cannot be put, none.

    Args:
        new: The folder they were made in, on the same disk.
        paths: The files, relative to it and to ``root``.
        root: The folder they belong into.
        old: Where to move those they replace, to be removed with it.
    """
    made: list[Path] = []
    put: list[str] = []
    try:
        for path in paths:
            place = root / path
            made += _folders(place.parent)
            if place.exists():
                (old / path).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(place, old / path)
            put.append(path)
            (new / path).replace(place)
    except OSError:
        for path in put:
            if (old / path).exists():
                (old / path).replace(root / path)
            else:
                (root / path).unlink(missing_ok=True)
        for folder in reversed(made):
            folder.rmdir()
        raise


def _folders(folder: Path) -> list[Path]:
    """Make a folder and those around it; returns those that were not there, the outermost first."""
    lacking = [folder, *folder.parents]
    lacking = [place for place in lacking if not place.exists()][::-1]
    for place in lacking:
        place.mkdir()
    return lacking
