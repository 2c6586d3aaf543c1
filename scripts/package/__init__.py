"""Deposit packages for Julkari and other DSpace repositories, and the page that goes with each."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from scripts.package.archive import archive
from scripts.package.deposit import Deposit, deposits
from scripts.package.item import item
from scripts.package.metadata import fields
from scripts.package.profile import fitted, profile
from scripts.package.summary import summary

JULKARI = "julkari"
"""The repository packages are made for if nobody says otherwise."""
CHECKSUMS = "SHA256SUMS"
"""The file of checksums beside the packages, as ``sha256sum --check`` reads it."""

__all__ = ["CHECKSUMS", "JULKARI", "Deposit", "deposits", "write_packages"]


def write_packages(found: Sequence[Deposit], repository: str, to: Path) -> None:
    """Write deposits into an empty folder: ``<name>.zip``, the page ``<name>.html`` beside it, and the checksums of all.

    The page and the checksums stand beside the archive, not in it: all that is in an item becomes part of the deposit.

    Args:
        found: The deposits.
        repository: Name of the profile they are for, ``julkari`` or ``stock``.
        to: The folder.
    """
    rules = profile(repository)
    files: dict[str, bytes] = {}
    for deposit in found:
        metadata = fitted(fields(deposit), rules)
        files[f"{deposit.name}.zip"] = archive(deposit.name, item(deposit, metadata.kept))
        files[f"{deposit.name}.html"] = summary(deposit, metadata, repository).encode()
    files[CHECKSUMS] = "".join(f"{sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files)).encode()
    for name, content in files.items():
        (to / name).write_bytes(content)
