"""Where long words may be divided: at the borders of compounds, which an analyser of the language knows.

Patterns, which typesetting goes by otherwise, divide Finnish compounds in the wrong places (sosiaaliasi-avastaava).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from scripts.morphology import Reading, readings

SOFT = "\N{SOFT HYPHEN}"
SHORTEST = 10
"""Letters of the shortest word that may be divided."""
_WORD = re.compile(rf"[^\W\d_]{{{SHORTEST},}}")
_EDGE = 3
"""Letters that must stand on each side of a division."""


def divided(text: str, analyser: str | None) -> dict[str, str]:
    """The compounds of a text with a soft hyphen at each border.

    Args:
        text: Any text; Markdown's signs do not disturb.
        analyser: Name of the language's analyser (``languages.yml``); None if it has none.

    Returns:
        For each compound as it is written, the same with soft hyphens; words without a border are left out.
    """
    if analyser is None:
        return {}
    words = sorted(set(_WORD.findall(text)))
    found = readings(words, analyser, Path.cwd())
    return {
        word: SOFT.join(parts) for word in words if len(parts := _joined(word, _lengths(word, found[word.lower()]))) > 1
    }


def _joined(word: str, lengths: Iterable[int]) -> list[str]:
    """The word cut into parts of these lengths; parts too short to stand alone stay with their neighbour."""
    parts: list[str] = []
    start = 0
    for length in lengths:
        part = word[start : start + length]
        start += length
        if parts and (len(part) < _EDGE or len(parts[-1]) < _EDGE):
            parts[-1] += part
        else:
            parts.append(part)
    return parts if "".join(parts) == word else [word]


def _lengths(word: str, found: Iterable[Reading]) -> tuple[int, ...]:
    """Lengths of a word's parts in the reading with the fewest parts; one if it is no compound or unknown."""
    ways = [tuple(len(form) for form, _ in reading.parts) or (len(word),) for reading in found]
    whole = [lengths for lengths in ways if sum(lengths) == len(word)]
    return min(whole, key=lambda lengths: (len(lengths), lengths), default=(len(word),))
