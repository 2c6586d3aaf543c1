"""A package as one file: a ZIP archive that is the same bytes each time."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo


def archive(folder: str, files: Mapping[str, bytes]) -> bytes:
    """A folder with its files as ZIP (APPNOTE 6.3), ``folder/file`` and nothing deeper.

    Names are sorted and dates fixed. Nothing is compressed: the exported files are so already, and what a compressor
    writes changes with its version.
    """
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_STORED) as out:
        for name in sorted(files):
            entry = ZipInfo(f"{folder}/{name}", (1980, 1, 1, 0, 0, 0))
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            out.writestr(entry, files[name])
    return packed.getvalue()
