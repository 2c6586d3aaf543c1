"""Commands run in a small project, stopped on the way, and what they leave behind."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from tests.workplaces import small_project

PAGE = "docs/fi/malli/index.md"
PLACES = ("site", "dist/julkari")

STOPS = '''\
"""What Python runs when it starts: the process kills its whole group at a given point of its work with files."""
import atexit, os, signal, sys

_COUNTED = ("open", "os.", "shutil.", "subprocess.", "ctypes.dlsym", "tempfile.")
_kind = next((kind for kind, word in (("mkdocs", "mkdocs"), ("worker", "spawn_main"), ("command", "scripts"))
              if any(word in argument for argument in sys.orig_argv)), "")
_point = int(os.environ.get("STOP_AT", "0")) if _kind and _kind in os.environ.get("STOP_IN", "") else -1
_count = -1 if _kind == "command" else 0  # a command counts from the moment on which it makes anything

def _hook(event, values):
    global _count
    if not event.startswith(_COUNTED):
        return
    if _count < 0:
        if event != "os.mkdir" or "aside-" not in str(values[0]):
            return
        _count = 0
    _count += 1
    if _count == _point:
        os.killpg(os.getpgrp(), signal.SIGKILL)

if _point >= 0:
    sys.addaudithook(_hook)
if _point == 0:
    atexit.register(lambda: open(os.path.join(os.environ["STOP_COUNT"], _kind), "w").write(str(_count)))
'''


def project(to: Path) -> Path:
    """A small project, ready to be built; with ``stops/`` beside it for ``stopped_at``."""
    small_project(to)
    (to.parent / "stops").mkdir(exist_ok=True)
    (to.parent / "stops/sitecustomize.py").write_text(STOPS, encoding="utf-8")
    return to


def write(root: Path, version: str) -> None:
    """Give the content a version: a sentence that shows on a page and in every file made of it."""
    path = root / PAGE
    text = path.read_text(encoding="utf-8").split("\nTekstin versio")[0]
    path.write_text(f"{text}\nTekstin versio on {version}.\n", encoding="utf-8")


def start(root: Path, *arguments: str, **options: Any) -> subprocess.Popen[str]:
    """Start a command as the head of a process group of its own."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"} | options.pop("env", {})
    return subprocess.Popen(
        [sys.executable, "-m", "scripts", *arguments, "--messages", "en"],
        cwd=root,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        **options,
    )


def run(root: Path, *arguments: str, **options: Any) -> tuple[int, str]:
    """Run a command to its end; gives its exit code and all it said."""
    process = start(root, *arguments, **options)
    out, err = process.communicate()
    return process.returncode, out + err


def done(root: Path, *arguments: str) -> str:
    """Run a command that must succeed; gives what it said."""
    code, said = run(root, *arguments)
    assert code == 0, said
    return said


def stops(root: Path, kind: str, point: int) -> dict[str, str]:
    """The environment in which a process of a kind stops at a point of its work."""
    return {"PYTHONPATH": str(root.parent / "stops"), "STOP_IN": kind, "STOP_AT": str(point)}


def points(root: Path, command: str) -> dict[str, int]:
    """How many points there are in the work of a process of each kind, in a whole run of a command."""
    counts = root.parent / f"points-{command}"
    counts.mkdir()
    environment = stops(root, "command mkdocs worker", 0) | {"STOP_COUNT": str(counts)}
    code, said = run(root, command, env=environment)
    assert code == 0, said
    return {path.name: int(path.read_text(encoding="ascii")) for path in counts.iterdir()}


def killed(process: subprocess.Popen[str]) -> None:
    """Kill a command with all it has started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def digest(folder: Path) -> str:
    """A digest of every path in a folder and of what every file holds; empty if there is no such folder."""
    if not folder.is_dir():
        return ""
    whole = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        whole.update(path.relative_to(folder).as_posix().encode() + b"\0")
        if path.is_file():
            whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def digests(root: Path) -> tuple[str, ...]:
    """Digests of all that is put in place."""
    return tuple(digest(root / place) for place in PLACES)


def left_over(root: Path) -> list[str]:
    """What stands in ``build/`` that is no cache and not the lock, and what is half written in a cache."""
    caches = ("exports", "share", "words")
    found = [path for path in (root / "build").iterdir() if path.name not in (*caches, "lock")]
    found += [path for cache in caches for path in (root / "build" / cache).glob(".*")]
    return sorted(path.relative_to(root).as_posix() for path in found)
