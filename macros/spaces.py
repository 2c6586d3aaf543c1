"""Spaces at which no line may end: in ``28. marraskuuta``, ``17 §`` and ``dia 45``, as typographers set them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from babel import Locale

from macros.model import Language
from macros.model.text import Text

_UNTOUCHED = (
    r"(?P<untouched>^ {0,3}(?P<fence>```+|~~~+).*?(?:^ {0,3}(?P=fence)[ \t]*$|\Z)"
    r"|(?P<ticks>`+)(?!`).{1,2000}?(?<!`)(?P=ticks)(?!`)|<[^<>]*>|\]\([^()\n]*\))"
)
"""Code, tags, and where links lead."""
_SIGNS = r"(?<=\d) (?=(?:§|[kM]B\b|%|€))|(?<=§) (?=\d)"


def bind(markdown: str, labels: Mapping[str, Text], language: Language) -> str:
    """Put a no-break space (U+00A0) where a line must not end; code, tags and the addresses of links stay as they are.

    Args:
        markdown: A text in Markdown.
        labels: The site's labels: those of locators say what words stand before a number.
        language: The language of the text; its locale says what months are called.
    """
    words = sorted({_before_number(text[language.id]) for name, text in labels.items() if name.startswith("locator-")})
    return _pattern(tuple(filter(None, words)), language.locale).sub(
        lambda match: match["untouched"] or match[0].replace(" ", "\u00a0"), markdown
    )


def _before_number(label: str) -> str:
    """``dia`` of ``dia {}``; nothing where the number comes first or is no number."""
    word, found, _ = label.partition(" {}")
    return word if found else ""


@cache
def _pattern(words: tuple[str, ...], locale: str) -> re.Pattern[str]:
    # Finnish dates decline: the names are those of a date, so what is left without the partitive begins all other forms.
    months = [name.removesuffix("ta") for name in Locale.parse(locale, sep="-").months["format"]["wide"].values()]
    dates = rf"(?<![\d.])\d{{1,2}}\.? (?=(?:{'|'.join(map(re.escape, months))}))"
    places = rf"(?<!\w)(?:{'|'.join(map(re.escape, words))}) (?=\d)" if words else r"(?!)"
    return re.compile(f"{_UNTOUCHED}|{_SIGNS}|{dates}|{places}", re.DOTALL | re.MULTILINE)
