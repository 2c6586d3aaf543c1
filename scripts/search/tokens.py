"""Words as the search sees them; ``browser/tokens.js`` does the same for what a reader types."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_TOKEN = re.compile(r"\d+\s?§|[^\W_]+(?:[-–/.:'’][^\W_]+)*")
_JOINTS = re.compile(r"[-–/.:'’]")


def tokens(text: str) -> Iterator[str]:
    """The words, numbers and codes of a text in small letters: ``eurohis-8``, ``1301/2014``, ``17§``, ``2022–2023``."""
    for token in _TOKEN.findall(unicodedata.normalize("NFC", text).lower()):
        yield "".join(token.split()) if token[-1] == "§" else token


def pieces(token: str) -> list[str]:
    """What a word or code is joined from by signs: ``1301/2014`` gives ``1301`` and ``2014``; empty if it is of one piece.

    The ending that Finnish and Swedish join to an abbreviation by a colon (``THL:n``) is left out.
    """
    if token.isalnum():
        return []
    abbreviation = token.partition(":")[0]
    parts = [part for part in _JOINTS.split(abbreviation.removesuffix("§")) if part]
    return parts if len(parts) > 1 or parts[:1] != [token] else []
