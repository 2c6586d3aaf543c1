"""Text into lines: as few as the width allows, and as even as can be."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from macros.diagram.metrics import Weight, text_width

SOFT_HYPHEN = "\u00ad"
HYPHENS = "-\u2013/"
_SYLLABLE = re.compile(r"(?<=[^\W\d_]{3})(?=[bcdfghjklmnpqrstvwxzšž][aeiouyåäöéü][^\W\d_])", re.IGNORECASE)
_AFTER_MARK = re.compile(r"(?<=[^\W_]{2}[-\u2013/])(?=[^\W_])")
_Measure = Callable[[str], float]


@dataclass(frozen=True, slots=True)
class Wrapped:
    """Lines of one text.

    Attributes:
        lines: The lines, top to bottom.
        broken: How many words had to be divided.
    """

    lines: tuple[str, ...]
    broken: int


@lru_cache(maxsize=20_000)
def wrap(text: str, width: float, size: float, weight: Weight = "regular") -> Wrapped:
    """Set a text in lines no wider than ``width``.

    A word is divided only if it is wider than the line: at a soft hyphen of the author's, after a hyphen or slash,
    between syllables, and as the last resort anywhere.
    """

    def measure(piece: str) -> float:
        return text_width(piece, size, weight)

    pieces: list[str] = []
    broken = 0
    for word in text.split():
        parts = _divided(word, width, measure)
        broken += len(parts) - 1
        pieces += parts
    return Wrapped(lines=_even_lines(pieces, width, measure), broken=broken)


def _divided(word: str, width: float, measure: _Measure) -> list[str]:
    """Return the word itself if it fits, otherwise its parts, each of which fits."""
    parts = []
    while measure(word.replace(SOFT_HYPHEN, "")) > width:
        head, rest = _cut(word, width, measure)
        if not rest:
            break
        parts.append(head)
        word = rest
    return [*parts, word.replace(SOFT_HYPHEN, "")]


def _cut(word: str, width: float, measure: _Measure) -> tuple[str, str]:
    places = (
        [match.end() for match in re.finditer(SOFT_HYPHEN, word)],
        [match.end() for match in _AFTER_MARK.finditer(word)],
        [match.end() for match in _SYLLABLE.finditer(word)],
        list(range(1, len(word))),
    )
    for candidates in places:
        for place in reversed(candidates):
            head = word[:place].replace(SOFT_HYPHEN, "")
            if not head:
                continue
            head = head if head[-1] in HYPHENS else f"{head}-"
            if measure(head) <= width and word[place:]:
                return head, word[place:]
    return word[:1], word[1:]


def _even_lines(pieces: list[str], width: float, measure: _Measure) -> tuple[str, ...]:
    """Fewest lines; among those, the ones that end most evenly and not in a short binding word."""
    count = len(pieces)
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)] * (count + 1)
    for start in range(count - 1, -1, -1):
        options = []
        for end in range(start + 1, count + 1):
            used = measure(" ".join(pieces[start:end]))
            if used > width and end > start + 1:
                break
            dangling = end < count and len(pieces[end - 1]) <= 3 and pieces[end - 1].isalpha()
            cost = (width - used) ** 2 + (0.14 * width) ** 2 * dangling
            lines, rest, _ = best[end]
            options.append((lines + 1, cost + rest, end))
        best[start] = min(options)
    lines_out = []
    start = 0
    while start < count:
        end = best[start][2]
        lines_out.append(" ".join(pieces[start:end]))
        start = end
    return tuple(lines_out)
