"""Base forms put into pages beside their words, for a search that does not know the language itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache

_ARTICLE = re.compile(r"<article\b.*?</article>", re.DOTALL)
_TEXT = re.compile(r"(?<=>)[^<>]+(?=<)")
_WORD = re.compile(r"\w+(?:-\w+)*")
Forms = Callable[[str], Iterable[str]]


@cache
def finnish(word: str) -> tuple[str, ...]:
    """Base forms of a Finnish word, and the parts of a compound as they stand in it and in their base forms."""
    import pyvoikko  # reads its dictionary

    found: set[str] = set()
    for reading in pyvoikko.analyse(word.lower()):
        for part in (reading, *(reading.COMPOUND_PARTS or ())):
            found.update(form.lower() for form in (part.BASEFORM, part.FORM) if form)
    return tuple(sorted(found - {word.lower()}))


FORMS: dict[str, Forms] = {"fi": finnish}
"""By language; the inflection of the others is known to Snowball, which Pagefind has."""


def enriched(html: str, forms: Forms) -> str:
    """A page in whose article each run of text is followed by the forms of its words that do not stand in it."""
    return _ARTICLE.sub(lambda article: _TEXT.sub(lambda text: _followed(text[0], forms), article[0]), html)


def _followed(text: str, forms: Forms) -> str:
    words = list(dict.fromkeys(_WORD.findall(text)))
    there = {word.lower() for word in words}
    more = dict.fromkeys(form for word in words for form in forms(word) if form not in there)
    return f"{text} {' '.join(more)} " if more else text
