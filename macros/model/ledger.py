"""What became of each core element from one edition to the next."""

from __future__ import annotations

from typing import Literal

from macros.model.claim import Sources
from macros.model.record import Id, Record
from macros.model.text import Text

Change = Literal["kept", "reworded", "merged", "split", "moved-to-mechanisms", "dropped"]
Confidence = Literal["low", "medium", "high"]


class LedgerRow(Record):
    """What became of one element.

    Attributes:
        element: Id of the element in the earlier edition.
        change: What happened to it.
        into: Ids of the elements in the later edition that carry it on.
        also: Where else it went, in words.
        confidence: How sure the mapping is.
        reason: Why it is read so.
        sources: Where both wordings are read from.
    """

    element: Id
    change: Change
    into: tuple[Id, ...] = ()
    also: Text | None = None
    confidence: Confidence
    reason: Text
    sources: Sources


class Transition(Record):
    """From one edition to a later one.

    Attributes:
        earlier: Id of the earlier edition.
        later: Id of the later edition.
        editorial: Whether the mapping is the editors' own and not stated in the sources.
        note: What a reader should know of the mapping as a whole.
        rows: One for each element of the earlier edition.
        new: What the later edition names for the first time.
    """

    earlier: Id
    later: Id
    editorial: bool
    note: Text
    rows: tuple[LedgerRow, ...]
    new: tuple[Text, ...] = ()
