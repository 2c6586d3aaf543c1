"""The same content gives the same bytes: on another day, in another folder, in another time zone."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from tests import built

ANOTHER_DAY = """
import datetime, time
_DAYS = 400 * 24 * 3600
_now, _local, _utc, _format = time.time, time.localtime, time.gmtime, time.strftime
time.time = lambda: _now() + _DAYS
time.localtime = lambda seconds=None: _local(time.time() if seconds is None else seconds)
time.gmtime = lambda seconds=None: _utc(time.time() if seconds is None else seconds)
time.strftime = lambda form, moment=None: _format(form, time.localtime() if moment is None else moment)
class _Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)
    @classmethod
    def utcnow(cls):
        return cls.fromtimestamp(time.time(), datetime.timezone.utc).replace(tzinfo=None)
    @classmethod
    def today(cls):
        return cls.now()
datetime.datetime = _Later
"""
"""What Python runs when it starts: the clock goes more than a year ahead."""


def digests(root: Path) -> dict[str, str]:
    """Digest of every file that is published, by its path."""
    return {
        path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for folder in ("site", "dist")
        for path in sorted((root / folder).rglob("*"))
        if path.is_file()
    }


def test_two_builds_on_two_days_in_two_folders_give_the_same_bytes(built_site: Path, tmp_path: Path) -> None:
    root = built.workplace(tmp_path / "another, much longer name of a folder" / "work")
    (tmp_path / "later").mkdir()
    (tmp_path / "later/sitecustomize.py").write_text(ANOTHER_DAY, encoding="utf-8")
    for path in root.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    environment = os.environ | {
        "PYTHONPATH": str(tmp_path / "later"),
        "PYTHONHASHSEED": "7",
        "TZ": "Pacific/Auckland",
        "LC_ALL": "C.UTF-8",
    }
    later = subprocess.run(
        [sys.executable, "-c", "import datetime; print(datetime.datetime.now().year)"],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    earlier = subprocess.run(
        [sys.executable, "-c", "import datetime; print(datetime.datetime.now().year)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert int(later.stdout) > int(earlier.stdout)
    built.build(root, environment)
    one, two = digests(built_site.parent), digests(root)
    assert len(one) > 300
    assert sorted(one) == sorted(two)
    assert [path for path in one if one[path] != two[path]] == []
