"""The files that were made to download, as they lie in their folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from macros.model import Download, FormFile
from macros.model.record import Record
from macros.model.site import KIT_FORMATS, DataFile, KitFile

FORMS = "forms"
"""The folder of forms to fill in, inside that of the files to download."""
KIT = "kit"
"""The folder of workshop kits, inside that of the files to download."""


def made(folder: Path) -> dict[str, tuple[Record, ...]]:
    """What there is to offer, under the names that Site has for it.

    Args:
        folder: The folder of files to download; it need not be there.
    """
    return {
        "downloads": tuple(_books(folder)),
        "form_files": tuple(_forms(folder / FORMS)),
        "kit": tuple(_kit(folder / KIT)),
        "vocabulary": tuple(_vocabulary(folder)),
    }


def _books(folder: Path) -> Iterator[Download]:
    for path in sorted(folder.glob("*.*.*")):
        guide, language, format_ = path.name.split(".", 2)
        yield Download(guide=guide, language=language, format=format_, size=path.stat().st_size)


def _forms(folder: Path) -> Iterator[FormFile]:
    for path in sorted(folder.glob("*.*.*.*")):
        guide, form, *area, language, format_ = path.name.split(".")
        size = path.stat().st_size
        yield FormFile(
            guide=guide, form=form, language=language, format=format_, size=size, area=area[0] if area else None
        )


def _kit(folder: Path) -> Iterator[KitFile]:
    for kind, format_ in KIT_FORMATS.items():
        for path in sorted(folder.glob(f"*.{kind}.*.{format_}")):
            guide, _, language, _ = path.name.split(".", 3)
            yield KitFile(guide=guide, kind=kind, language=language, format=format_, size=path.stat().st_size)


def _vocabulary(folder: Path) -> Iterator[DataFile]:
    for path in (folder / f"sanasto.{ending}" for ending in ("ttl", "csv")):
        if path.is_file():
            yield DataFile(name=path.name, size=path.stat().st_size)
