"""A language of the site."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, field_validator

from macros.model.record import Id, NonEmpty, Record, refusal


def _marks(value: str) -> str:
    if len(value) != 3 or value[1] != "…" or value[0].isalnum() or value[2].isalnum() or " " in value:
        raise refusal("wrong-value/quotes", value=value, example="”…”")
    return value


Quotes = Annotated[str, AfterValidator(_marks)]
"""The quotation marks of a language around an ellipsis: ``“…”``."""


class Language(Record):
    """One language; adding one takes an entry here, texts and documents, but no code.

    Attributes:
        id: ISO 639-1 code, also the folder in ``docs/`` and in the site.
        name: The language's name in itself.
        locale: BCP 47 tag with region, for office documents.
        status: ``source`` (the one others are translated from), ``complete`` (must hold every text),
            ``planned`` (texts may be there already; it is not built).
        analyser: The analyser that knows the grammar of this language, for dividing words in the PDF and for the search.
        lexicon: For the search of a language without an analyser, the list of words that knows base forms and by which
            compounds are taken apart.
        stemmer: The Snowball stemmer that knows the endings of the language; one whose script is in
            ``scripts/search/browser/snowball``. Without one, words are searched as they are.
        quotes: Its quotation marks around an ellipsis: ``“…”``; without them no rule looks at quotation marks.
        reviewed: Whether somebody has reviewed every text of the language as it stands; nobody writes it, it follows from
            the ledger of its translations.
    """

    id: Id
    name: NonEmpty
    locale: NonEmpty
    status: Literal["source", "complete", "planned"]
    analyser: Literal["voikko"] | None = None
    lexicon: Literal["simplemma-sv"] | None = None
    stemmer: Literal["english", "finnish", "swedish"] | None = None
    reviewed: bool = False
    quotes: Quotes | None = None

    @field_validator("reviewed", mode="before")
    @classmethod
    def _not_written(cls, _: Any) -> Any:
        raise refusal("unknown-field/derived")
