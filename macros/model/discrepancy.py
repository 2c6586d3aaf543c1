"""Places where the sources disagree; shown to readers, not smoothed over."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from macros.model.claim import Sources
from macros.model.record import Id, Record
from macros.model.text import Text


class Version(Record):
    """What one source says."""

    text: Text
    sources: Sources


class Discrepancy(Record):
    """Two or more sources that differ, and how the guides handle it.

    Attributes:
        id: Permanent name.
        title: What they differ on.
        guides: Ids of the guides it touches; empty if it touches the whole.
        versions: What each says.
        handling: What the guides do about it.
    """

    id: Id
    title: Text
    guides: tuple[Id, ...] = ()
    versions: Annotated[tuple[Version, ...], Field(min_length=2)]
    handling: Text
