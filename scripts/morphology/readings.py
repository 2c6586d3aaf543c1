"""The readings of words by the analyser of their language, each word analysed once and then remembered."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from scripts.morphology import lexicon, voikko
from scripts.morphology.memory import Memory

CACHE = "build/words"
"""Folder of remembered analyses, in the workplace; it can be deleted at any time."""


@dataclass(frozen=True, slots=True, order=True)
class Reading:
    """One way to understand a word, all in small letters.

    Attributes:
        base: Its base form (``palvelutarve`` for ``palvelutarpeen``).
        parts: Of a compound, each part as it stands in the word and in its base form; empty for other words.
        roots: Words it is derived from (``arvioida`` for ``arvioinnin``).
    """

    base: str
    parts: tuple[tuple[str, str], ...] = ()
    roots: tuple[str, ...] = ()


ANALYSERS: dict[str, tuple[str, Callable[[str], Iterable[tuple[object, ...]]]]] = {
    "voikko": (voikko.VERSION, voikko.analyse),
    "simplemma-sv": (lexicon.VERSION, lexicon.analyser("sv")),
}
"""By the name ``languages.yml`` gives it: the version that decides what an analyser answers, and the analyser."""


def readings(words: Iterable[str], analyser: str, root: Path) -> dict[str, tuple[Reading, ...]]:
    """Analyse words.

    Args:
        words: Words as they are written; capitals do not matter.
        analyser: Name of the language's analyser.
        root: The workplace, in which analyses are remembered.

    Returns:
        For each word, in small letters, its readings with the fewest parts; none for a word the analyser does not know.
    """
    version, analyse_ = ANALYSERS[analyser]
    with Memory(root / CACHE / f"{analyser}-{version}.json") as memory:
        return {
            word: tuple(Reading(base, tuple(map(tuple, parts)), tuple(roots)) for base, parts, roots in found)
            for word, found in memory.recall(sorted({word.lower() for word in words}), analyse_).items()
        }
