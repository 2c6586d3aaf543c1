"""Building aside and putting in place: a failed build leaves the last good one as it was."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def aside(root: Path) -> Iterator[Path]:
    """An empty folder on the workplace's own disk, removed afterwards whatever happens."""
    build = root / "build"
    build.mkdir(exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="aside-", dir=build))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def put_in_place(new: Path, place: Path, aside: Path) -> None:
    """Put a finished folder where readers find it, in place of the one that was there.

    Args:
        new: The finished folder, on the same disk.
        place: Where it belongs.
        aside: Where to move the old one, to be removed with it.
    """
    old = aside / "old"
    if place.exists():
        place.rename(old)
    try:
        new.rename(place)
    except OSError:
        if old.exists():
            old.rename(place)
        raise
