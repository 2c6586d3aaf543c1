"""The files of a workplace, looked at before anything in them is read: what they are, how large, what they are called."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from macros.problem import Message, Problem, say
from macros.svg import unfit
from macros.unsafe import hidden

ROOMS = ("data", "docs", "local", "overrides")
"""Folders that a pull request may fill. Links are minded in all of them, names and kinds where authors work."""
LARGEST = {".md": 100_000, ".yml": 200_000}
LARGEST_LEDGER = 2_000_000
"""A ledger of translations has a line for each unit of the site, and a command writes it."""
LARGEST_PICTURE = 5_000_000
"""Bytes; the largest page has 28,000 of them, the largest data file 74,000."""
LONGEST_LINE = 5_000
"""Characters; the longest line there is has 800."""
DEEPEST = 6
"""Quotes and lists that may stand inside each other."""
BARS = frozenset({"symbolic-link", "special-file", "too-large", "too-deep", "merge-conflict"})
"""Codes of Problems with which nothing else is read: it would be dangerous, endless, or tell of consequences alone."""

NOT_YAML = "".join(map(chr, [*range(0x20), *range(0x7F, 0xA0)]))
"""Characters that YAML itself refuses."""

_NAME = re.compile(r"[a-z0-9]+([-_.][a-z0-9]+)*")
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)")
_DEEP = re.compile(
    rf"^(?:[ \t]{{0,99}}>){{{DEEPEST + 1}}}"
    rf"|^[ \t>]{{0,99}}(?:(?:[-*+]|\d{{1,9}}[.)])[ \t]{{1,9}}){{{DEEPEST + 1}}}\S"
    rf"|^[ ]{{{4 * DEEPEST + 4},}}[-*+\d]|^\t{{{DEEPEST + 1},}}",
    re.MULTILINE,
)
_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: .*)?$", re.MULTILINE)
_SIGNATURES = {".png": b"\x89PNG\r\n\x1a\n", ".jpg": b"\xff\xd8\xff", ".jpeg": b"\xff\xd8\xff"}


def look_over(root: Path) -> list[Problem]:
    """Every Problem of the files of a workplace as files, sorted."""
    found: list[Problem] = []
    for room in ROOMS:
        if (root / room).is_symlink():
            found.append(Problem(room, 1, say("symbolic-link/here")))
            continue
        for folder, folders, files in os.walk(root / room):
            folders.sort()
            for name in sorted((*folders, *files)):
                path = Path(folder, name)
                found += _file(path, path.relative_to(root).as_posix(), room)
    return sorted(found)


def _file(path: Path, shown: str, room: str) -> Iterator[Problem]:
    mode = path.lstat().st_mode
    if stat.S_ISLNK(mode):
        yield Problem(shown, 1, say("symbolic-link/here"))
        return
    if not (stat.S_ISDIR(mode) or stat.S_ISREG(mode)):
        yield Problem(shown, 1, say("special-file/here"))
        return
    if room == "overrides":  # code, which is read by people
        return
    if path.name.startswith(".") and stat.S_ISREG(mode) and path.suffix not in LARGEST:  # what no program looks at
        return
    if room == "docs" or (room == "local" and shown.startswith("local/docs")):
        told = _named(shown, path, is_folder=stat.S_ISDIR(mode))
        if told:
            yield Problem(shown, 1, told)
    if stat.S_ISREG(mode):
        yield from (Problem(shown, line, told) for line, told in _inside(path))


def _named(shown: str, path: Path, *, is_folder: bool) -> Message | None:
    name = path.name
    if not _NAME.fullmatch(name) or _DEVICES.match(name):
        return say("page-name/here", name=name, wanted=_wanted(name))
    if is_folder:
        return (
            say("page-name/taken", name=name) if re.fullmatch(r"(?:local/)?docs/[^/]+/(assets|search)", shown) else None
        )
    if path.suffix != ".md" and path.suffix not in (*_SIGNATURES, ".svg"):
        return say("file-kind/unknown", ending=path.suffix or name)
    return None


def _wanted(name: str) -> str:
    """A name near the given one that could stand."""
    stem, dot, ending = name.lower().translate(str.maketrans("äåöé", "aaoe")).rpartition(".")
    parts = re.findall(r"[a-z0-9]+", stem if dot else ending)
    plain = "-".join(parts) or "sivu"
    plain = f"{plain}-1" if _DEVICES.match(plain) else plain
    return f"{plain}.{re.sub('[^a-z0-9]', '', ending)}" if dot else plain


def _inside(path: Path) -> Iterator[tuple[int, Message]]:
    """What is wrong with a file as a whole: line and what to tell."""
    most = LARGEST.get(path.suffix, LARGEST_PICTURE)
    if path.suffix == ".yml" and path.parent.name == "translations":
        most = LARGEST_LEDGER
    size = path.stat().st_size
    if size > most:
        yield 1, say("too-large/file", size=_kilobytes(size), most=_kilobytes(most))
        return
    try:
        data = path.read_bytes()
    except OSError:  # whoever reads it next tells of it
        return
    if path.suffix in LARGEST:
        yield from _text(
            data.decode("utf-8-sig", errors="replace").replace("\r\n", "\n").replace("\r", "\n"), path.suffix
        )
    elif path.suffix in _SIGNATURES and not data.startswith(_SIGNATURES[path.suffix]):
        yield 1, say("file-kind/other", ending=path.suffix)
    elif path.suffix == ".svg":
        fault = unfit(data)
        if fault:
            yield fault[0], say("svg-part/here", part=fault[1]) if fault[1] else say("file-kind/other", ending=".svg")


def _text(text: str, ending: str) -> Iterator[tuple[int, Message]]:
    conflict = _CONFLICT.search(text)
    if conflict:
        yield text.count("\n", 0, conflict.start()) + 1, say("merge-conflict/here")
        return
    for number, row in enumerate(text.split("\n"), 1):
        if len(row) > LONGEST_LINE:
            yield number, say("too-large/line", most=LONGEST_LINE)
    deep = _DEEP.search(text) if ending == ".md" else None
    if deep:
        yield text.count("\n", 0, deep.start()) + 1, say("too-deep/here", most=DEEPEST)
    for place, told in hidden(text):
        if ending == ".md" or text[place] not in NOT_YAML:
            yield text.count("\n", 0, place) + 1, told


def _kilobytes(size: int) -> int:
    return -(-size // 1000)
