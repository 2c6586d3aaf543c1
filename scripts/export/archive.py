"""Files packed into one, the same bytes for the same files."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo


def packed(parts: Mapping[str, bytes], first: str, *, stored: bool = False) -> bytes:
    """Pack files as ZIP, in the order of their names.

    Args:
        parts: The files, by name.
        first: The one that must come before all others.
        stored: Whether that one must stand as it is, uncompressed.
    """
    archive_bytes = BytesIO()
    with ZipFile(archive_bytes, "w") as archive:
        for name in sorted(parts, key=lambda name: (name != first, name)):
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 3
            entry.compress_type = ZIP_STORED if stored and name == first else ZIP_DEFLATED
            archive.writestr(entry, parts[name])
    return archive_bytes.getvalue()
