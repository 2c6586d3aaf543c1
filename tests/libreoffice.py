"""Files opened and saved by LibreOffice, another program than the one they are made for."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
needs_libreoffice = pytest.mark.skipif(
    SOFFICE is None, reason="LibreOffice is not installed: there is no soffice to open and save with"
)
FONTS = shutil.which("fc-match")
needs_calibri = pytest.mark.skipif(
    FONTS is None
    or not subprocess.run([FONTS, "Calibri"], check=True, capture_output=True, text=True).stdout.startswith(
        ("calibri", "Carlito")
    ),
    reason="Neither Calibri nor Carlito, which is as wide, is installed: lines break elsewhere",
)
WORD = "docx:MS Word 2007 XML"
LONGEST = 180
"""Seconds after which it counts as hung."""


def converted(path: Path, to: str, folder: Path) -> Path:
    """A file as LibreOffice saves it; the test is skipped if the part of LibreOffice that reads it is not installed.

    Args:
        path: The file.
        to: LibreOffice's name for the format, which begins with the ending of the file: ``pdf``, ``WORD``.
        folder: Where it is saved; another folder than the file's own.
    """
    command = [
        str(SOFFICE),
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        to,
        "--outdir",
        str(folder),
        str(path),
    ]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=LONGEST)
    if "could not be loaded" in done.stderr:
        pytest.skip(f"LibreOffice is installed without what opens {path.suffix}")
    return folder / f"{path.stem}.{to.partition(':')[0]}"
