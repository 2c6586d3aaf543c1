"""The fields of a page in Innokylä, and the texts of the data that fill each."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from pydantic import ConfigDict, Field

from macros.model.claim import SourceRef
from macros.model.record import Id, NonEmpty, Record
from macros.model.text import Text


class TextPlace(NamedTuple):
    """Where a text stands: ``<subject>/<topic>#<part>``; what is left out is empty.

    The subject is ``model``, which stands for each model in turn, or a shared file without its ending. The part is a
    claim of the topic or ``unknown``; without a topic it is a part of the model as a whole, as in ``model#summary``.
    """

    subject: str
    topic: str
    part: str


def place_of(written: str) -> TextPlace:
    """Take apart what is written in the file; whether there is such a text is a rule of the site."""
    place, _, part = written.partition("#")
    subject, _, topic = place.partition("/")
    return TextPlace(subject, topic, part)


class InnokylaField(Record):
    """One field of a page in Innokylä.

    Attributes:
        id: Permanent name.
        title: What the field is called here.
        named_in: Where a source shows the field, and what it calls it; None if no source does.
        texts: Which texts fill it, in order; written ``from`` in the file.
    """

    model_config = ConfigDict(populate_by_name=True)

    id: Id
    title: Text
    named_in: SourceRef | None = None
    texts: Annotated[tuple[NonEmpty, ...], Field(min_length=1, alias="from")]
