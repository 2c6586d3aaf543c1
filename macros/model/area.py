"""Areas and organisations, and where each appears in the sources."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from macros.model.claim import Sources
from macros.model.record import Id, Record
from macros.model.text import Text

AreaKind = Literal["county", "municipality", "organisation"]
Undertaking = Literal["trial-2018", "otso", "pilot-1", "pilot-2", "pilots-2022", "talk-2023"]


class Appearance(Record):
    """One undertaking an area had a part in.

    Attributes:
        undertaking: Which; written ``in`` in the file.
        guide: Id of the model it concerned, if the sources tie it to one.
        text: What it was there, in a phrase or a sentence.
        sources: Where it is read from.
        reading: What is uncertain about how the source was read.
    """

    model_config = ConfigDict(populate_by_name=True)

    undertaking: Undertaking = Field(alias="in")
    guide: Id | None = None
    text: Text | None = None
    sources: Sources
    reading: Text | None = None


class Area(Record):
    """A county, a municipality or an organisation.

    Attributes:
        id: Permanent name.
        name: Its name.
        kind: What it is.
        appearances: Where the sources name it, oldest first.
    """

    id: Id
    name: Text
    kind: AreaKind
    appearances: Annotated[tuple[Appearance, ...], Field(min_length=1)]
