"""Blanks: places that wait for what only a person knows, written ``[[what belongs there]]`` in data and on pages.

A blank is a Problem until it is filled. In a field that takes no text (a date, a choice, an id) something that fits stands in for
it while the rest is looked at, so that a guide that has just been begun shows its blanks and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic_core import ErrorDetails

from macros.model.record import REFUSED
from macros.prose import prose

STAND_IN = "blank"
"""What stands in for an id."""

_BLANK = re.compile(r"\[\[([^\[\]\n]+)\]\](?!\()")


def blanks(text: str) -> Iterator[tuple[int, str]]:
    """Blanks in a text: how many line ends stand before each, and what belongs there; code shows none."""
    if "[[" not in text:
        return
    blotted = prose(text)
    for match in _BLANK.finditer(text):
        if blotted[match.start()] == "[":
            yield text.count("\n", 0, match.start()), match[1].strip()


def stand_in(detail: ErrorDetails) -> str | None:
    """What may stand for a blank where a record refuses it.

    Args:
        detail: pydantic's error.

    Returns:
        A value the record takes; None if the value is no blank, or nothing can stand in.
    """
    given, kind = detail["input"], detail["type"]
    if not (isinstance(given, str) and _BLANK.fullmatch(given.strip())):
        return None
    if kind == "literal_error":
        return str(detail["ctx"]["expected"]).split("'")[1]
    if kind == "string_pattern_mismatch":
        return STAND_IN
    if kind == REFUSED and detail["ctx"]["message"] == "date/text":
        return "2000"
    return None
