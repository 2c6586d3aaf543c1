"""What the project is measured beside, in an environment of its own: the project does not depend on it."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

from tests.workplaces import PROJECT

PLACE = PROJECT / "build/bench-venv"
REQUIREMENTS = (PROJECT / "requirements.txt", Path(__file__).parent / "requirements.txt")
PANGO = ("libpango-1.0-0", "libpangoft2-1.0-0")
"""Debian's packages of the library that sets its text."""


class Absent(Exception):  # noqa: N818 - said of a program
    """Something to compare with cannot be had; the message says why."""


@cache
def environment() -> Path:
    """Python with the pinned packages; installed first if they are not there, or are not the ones that are pinned.

    Raises:
        Absent: They cannot be installed.
    """
    python, ready = PLACE / "bin/python", PLACE / ".ready"
    pinned = hashlib.sha256(b"".join(path.read_bytes() for path in REQUIREMENTS)).hexdigest()
    if not ready.exists() or ready.read_text(encoding="utf-8") != pinned:
        _install(python)
        ready.write_text(pinned, encoding="utf-8")
    return python


@cache
def interpreter() -> Path:
    """Python with the plugin mkdocs-with-pdf.

    Raises:
        Absent: It cannot be installed, or does not start.
    """
    python = environment()
    if not _starts(python):
        _install_pango()
        if not _starts(python):
            raise Absent("its system library Pango is not there; with apt: apt install " + " ".join(PANGO))
    return python


def _install(python: Path) -> None:
    files = [argument for path in REQUIREMENTS for argument in ("--requirement", str(path))]
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes", *files]
    for command in ([sys.executable, "-m", "venv", "--clear", str(PLACE)], pip):
        if not _done(command):
            raise Absent("it could not be installed from the package index")


def _install_pango() -> None:
    if shutil.which("apt-get") and os.geteuid() == 0:
        _done(["apt-get", "update", "-qq"])
        _done(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *PANGO])


def _starts(python: Path) -> bool:
    return _done([str(python), "-c", "import weasyprint"])


def _done(command: list[str]) -> bool:
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, capture_output=True, check=False, env=environment).returncode == 0
