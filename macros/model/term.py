"""Terms of the glossary."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field

from macros.model.claim import SourceRef
from macros.model.record import Id, NonEmpty, Record, refusal
from macros.model.text import Text


def _searchable(form: str) -> str:
    if not re.fullmatch(r"\w{2}[\w’'-]*\*?( [\w’'-]+\*?)*", form):
        raise refusal("term-form/form", form=form)
    return form


Form = Annotated[str, AfterValidator(_searchable)]
"""Words as they stand in running text, each with ``*`` for any ending: ``palvelutarpee* arvioin*``."""


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
        avoid_forms: How these show in running text, per language, as ``forms``. Without them the words themselves are
            looked for.
        reading: What is uncertain about the term.
        forms: How the term shows in running text, per language: words as they are written, ``*`` for any ending
            (``ydinelement*``). Its first use on a page is linked. Without forms the term itself is looked for.
    """

    id: Id
    term: Text
    definition: Text
    from_sources: bool
    sources: tuple[SourceRef, ...] = ()
    synonyms: dict[str, tuple[NonEmpty, ...]] = Field(default_factory=dict)
    avoid: dict[str, tuple[NonEmpty, ...]] = Field(default_factory=dict)
    avoid_forms: dict[str, tuple[Form, ...]] = Field(default_factory=dict)
    reading: Text | None = None
    forms: dict[str, tuple[Form, ...]] = Field(default_factory=dict)
