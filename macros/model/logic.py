"""The logic model: context → core elements → mechanisms → outcomes."""

from __future__ import annotations

from macros.model.claim import ClaimStatus, Sources
from macros.model.record import Id, Record
from macros.model.text import Text


class Box(Record):
    """One part of the logic model.

    Attributes:
        id: Permanent name, unique within the logic model.
        label: Short wording for the diagram, at most some eight words.
        text: The same as a whole sentence, for tables and text alternatives.
        status: Standing of the statement.
        condition: What it hangs on, or what cannot be shown yet.
        sources: Where it is read from.
        reading: What is uncertain about how the source was read.
    """

    id: Id
    label: Text
    text: Text
    status: ClaimStatus
    condition: Text | None = None
    sources: Sources
    reading: Text | None = None


class Track(Record):
    """One side of the model: the client's, or the organisation's.

    Attributes:
        id: Permanent name.
        title: Whose side it is.
        core_elements: Ids of the edition's core elements that start this side.
        mechanisms: What the elements set going.
        short_term_heading: What the short-term outcomes amount to together, if the source says so.
        short_term: Outcomes soon after.
        long_term: Outcomes later on; empty where the sources give none.
        unknown: What the sources leave open about this side.
    """

    id: Id
    title: Text
    core_elements: tuple[Id, ...]
    mechanisms: tuple[Box, ...] = ()
    short_term_heading: Box | None = None
    short_term: tuple[Box, ...] = ()
    long_term: tuple[Box, ...] = ()
    unknown: Text | None = None

    @property
    def outcomes(self) -> tuple[Box, ...]:
        """Short-term outcomes with what they amount to before them, and long-term ones."""
        heading = (self.short_term_heading,) if self.short_term_heading else ()
        return heading + self.short_term + self.long_term

    @property
    def boxes(self) -> tuple[Box, ...]:
        """Every part of this side, in reading order."""
        return self.mechanisms + self.outcomes


class Hypothesis(Record):
    """A link the source states outright.

    Attributes:
        id: Permanent name.
        number: Place in the source's list, from 1.
        because: What is assumed to bring it about; a clause that can follow "because".
        outcome: Id of the short-term outcome it leads to.
        causes: Ids of the parts of the model that are its whole cause, where the source says just that.
        text: The whole link as a sentence.
        sources: Where it is read from.
    """

    id: Id
    number: int
    because: Text
    outcome: Id
    causes: tuple[Id, ...] = ()
    text: Text
    sources: Sources


class LogicModel(Record):
    """The programme theory of one edition, drawn.

    Attributes:
        context: Resources and circumstances the work needs.
        tracks: Sides of the model, in reading order.
        hypotheses: Links stated outright.
        caveat: What a reader must know before trusting the arrows.
    """

    context: tuple[Box, ...] = ()
    tracks: tuple[Track, ...]
    hypotheses: tuple[Hypothesis, ...] = ()
    caveat: Text
