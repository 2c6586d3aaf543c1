"""Words of languages without a grammar of ours, by simplemma's word lists (MIT): base forms, and compounds of known words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path

from scripts.morphology.memory import digest

VERSION = f"{version('simplemma')}-{digest(Path(__file__))}"
"""The word lists come with the package and change with it; what is made of them changes with this file."""

_TAIL = 4
"""Letters of the shortest last part; shorter ones are endings more often than words."""
_HEAD, _HEAD_OF_KNOWN = 3, 4
"""Letters of the shortest first part: of a word that no list has, and of one that stands in a list as it is (*ref-lektion*)."""
_LONG_TAIL = 6
"""Letters from which a last part is believed whatever stands before it."""

Raw = tuple[str, list[tuple[str, str]], list[str]]


def analyser(language: str) -> Callable[[str], list[Raw]]:
    """The analyser of a language, by its ISO 639-1 code."""
    return partial(_analyse, language)


def _analyse(language: str, word: str) -> list[Raw]:
    """The reading of a word in small letters: base form, and the parts of a compound with theirs."""
    if not word.isalpha():
        return []
    parts = _split(language, word)
    base = _base(language, word)
    if base is None:
        if not parts:
            return []
        base = "".join(form for form, _ in parts[:-1]) + parts[-1][1]
    return [(base, parts, [])]


@cache
def _split(language: str, word: str) -> list[tuple[str, str]]:
    """The parts of a compound, in the way that has the longest last part; empty if it is none."""
    least = _HEAD if _base(language, word) is None else _HEAD_OF_KNOWN
    for border in range(least, len(word) - _TAIL + 1):
        head, tail = word[:border], word[border:]
        last = _base(language, tail)
        first = next(_heads(language, head), None) if last else None
        if last and first:
            before = _split(language, head) or [(head, first)]
            return [*before, *(_split(language, tail) or [(tail, last)])]
    for border in range(_HEAD, len(word) - _LONG_TAIL + 1):
        last = _base(language, word[border:])
        if last:  # the first part is no word of its own: fysio-terapeut
            return [(word[:border], word[:border]), (word[border:], last)]
    return []


def _heads(language: str, head: str) -> Iterator[str]:
    """Words that a first part may be made of: as it stands, without the linking *s*, or with a vowel it has lost (*kärn*, *kärna*)."""
    ways = [head, *([head[:-1]] if head.endswith("s") else []), head + "a", head + "e"]
    for way in ways:
        base = _base(language, way) if len(way) >= _HEAD else None
        if base:
            yield base


@cache
def _base(language: str, word: str) -> str | None:
    """The base form of a word that stands in the list; None for others."""
    import simplemma  # reads its lists, which takes a second

    return simplemma.lemmatize(word, lang=language).lower() if simplemma.is_known(word, lang=language) else None
