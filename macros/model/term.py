"""Terms of the glossary."""

from __future__ import annotations

from pydantic import Field

from macros.model.claim import SourceRef
from macros.model.record import Id, NonEmpty, Record
from macros.model.text import Text


class Term(Record):
    """One concept.

    Attributes:
        id: Permanent name.
        term: The term to use.
        definition: What it means here, in our own words.
        from_sources: Whether the sources define it; otherwise the definition is the editors'.
        sources: Where it is defined or used.
        synonyms: Other words a reader may know it by, per language.
        avoid: Old or discouraged words per language; the term replaces them.
        reading: What is uncertain about the term.
    """

    id: Id
    term: Text
    definition: Text
    from_sources: bool
    sources: tuple[SourceRef, ...] = ()
    synonyms: dict[str, tuple[NonEmpty, ...]] = Field(default_factory=dict)
    avoid: dict[str, tuple[NonEmpty, ...]] = Field(default_factory=dict)
    reading: Text | None = None
