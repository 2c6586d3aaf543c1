"""Terms of the glossary."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from macros.model.claim import SourceRef
from macros.model.record import Id, NonEmpty, Record
from macros.model.text import Text


def _searchable(form: str) -> str:
    if not re.fullmatch(r"\w{2}[\w’'-]*\*?( [\w’'-]+\*?)*", form):
        mend = "write words as they stand in a text; each may end in * for any ending"
        raise PydanticCustomError("term_form", f'"{form}" cannot be looked for in a text', {"mend": mend})
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
    reading: Text | None = None
    forms: dict[str, tuple[Form, ...]] = Field(default_factory=dict)
