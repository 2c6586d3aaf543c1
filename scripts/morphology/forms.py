"""Forms of Finnish words that a text need not hold: guessed by the rules of inflection, and kept if the analyser knows them.

A guess that is wrong is harmless: the analyser gives it another base form, or none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from scripts.morphology.memory import Memory, digest
from scripts.morphology.readings import ANALYSERS, CACHE

_VOWELS = "aeiouyäö"
_WEAKER = (
    ("kk", "k"), ("pp", "p"), ("tt", "t"), ("nk", "ng"), ("mp", "mm"), ("lt", "ll"), ("nt", "nn"), ("rt", "rr"),
    ("k", ""), ("k", "v"), ("k", "j"), ("p", "v"), ("t", "d"),
)  # fmt: skip
"""Consonant gradation: what a group of consonants becomes in a closed syllable."""
_ENDINGS = (
    ("nen", "se"), ("uus", "uude"), ("yys", "yyde"), ("us", "ukse"), ("ys", "ykse"), ("os", "okse"), ("ös", "ökse"),
    ("is", "ikse"), ("is", "ii"), ("as", "aa"), ("äs", "ää"), ("es", "ekse"), ("in", "ime"), ("ton", "ttoma"),
    ("tön", "ttömä"), ("ut", "ee"), ("yt", "ye"), ("e", "ee"), ("i", "e"), ("si", "de"), ("el", "ele"), ("en", "ene"),
)  # fmt: skip
"""Ends of base forms that change before case endings."""


def forms(bases: Iterable[str], analyser: str, root: Path) -> dict[str, tuple[str, ...]]:
    """Typical forms of words: one of each stem.

    Args:
        bases: Base forms of words that are no compounds.
        analyser: Name of the language's analyser.
        root: The workplace, in which analyses are remembered.

    Returns:
        For each base form the forms that the analyser leads back to it.
    """
    version, analyse = ANALYSERS[analyser]

    def right(base: str) -> list[str]:
        return [guess for guess in sorted(set(_guesses(base))) if any(found[0] == base for found in analyse(guess))]

    with Memory(root / CACHE / f"{analyser}-{version}-forms-{digest(Path(__file__))}.json") as memory:
        words = sorted({base for base in bases if base.isalpha() and len(base) > 2})
        return {base: tuple(found) for base, found in memory.recall(words, right).items()}


def _guesses(base: str) -> Iterator[str]:
    a = "a" if set(base) & set("aou") else "ä"
    for stem in _stems(base):
        yield stem + "n"
        yield from (before + f"iss{a}" for before in _before_i(stem))
    for stem in {base, *(base[: -len(old)] + new for old, new in _ENDINGS if base.endswith(old))}:
        yield from (stem + f"t{a}", stem + f"tt{a}", stem + a)
        yield from (before + end for before in _before_i(stem) for end in (f"i{a}", f"it{a}", f"j{a}"))
    if base.endswith(("nen", "uus", "yys")):
        yield base[:-3] + {"nen": f"st{a}", "uus": f"uutt{a}", "yys": f"yytt{a}"}[base[-3:]]
    if base.endswith(a):
        for stem in _verb_stems(base, a):
            yield from (stem + "minen", stem + "misen", stem + "n")


def _stems(base: str) -> Iterator[str]:
    """The base form and what may stand in its place before an ending, each in its grades."""
    for stem in {base, *(base[: -len(old)] + new for old, new in _ENDINGS if base.endswith(old))}:
        yield stem
        yield from _graded(stem, base)


def _graded(stem: str, base: str) -> Iterator[str]:
    """The stem in the other grade: weaker (paikka, paika), or stronger where an ending opened the syllable (tarve, tarpee)."""
    end = len(stem.rstrip(_VOWELS))
    start = len(stem[:end].rstrip("bcdfghjklmnpqrstvwxz"))
    group, before, after = stem[start:end], stem[:start], stem[end:]
    for strong, weak in _WEAKER:
        if group.endswith(strong) and stem == base:
            yield before + group[: -len(strong)] + weak + after
        if weak and group.endswith(weak) and stem != base:
            yield before + group[: -len(weak)] + strong + after


def _before_i(stem: str) -> Iterator[str]:
    """The stem before the plural's *i*."""
    yield from {
        "a": (stem[:-1] + "o", stem[:-1]),
        "ä": (stem[:-1], stem[:-1] + "ö"),
        "e": (stem[:-1],),
        "i": (stem[:-1] + "e",),
    }.get(stem[-1], (stem,))
    if stem.endswith(("de", "aa", "ää", "ee", "ii")):
        yield stem[:-2] + "ks" if stem.endswith("de") else stem[:-1]


def _verb_stems(base: str, a: str) -> Iterator[str]:
    """The stem of a verb by the end of its infinitive."""
    if base[-2] in _VOWELS:
        yield base[:-1]
        yield from _graded(base[:-1], base[:-1])
    elif base.endswith("d" + a):
        yield base[:-2]
    elif base.endswith("t" + a):
        yield base[:-2] + a
        yield from _graded(base[:-2] + a, base)
        yield base[:-2] + "tse"
    if base[-3:-1] in ("ll", "nn", "rr", "st"):
        yield base[:-2] + "e"
