"""The keys under which words are found: base forms by an analyser, or stems; and those of their parts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import IntEnum
from importlib.metadata import version
from pathlib import Path

import snowballstemmer

from macros.model import Language
from scripts.morphology import Reading, forms, readings
from scripts.morphology.memory import Memory
from scripts.morphology.readings import CACHE
from scripts.search.tokens import pieces


class Kind(IntEnum):
    """How a key belongs to a word; the smaller, the closer."""

    FORM = 0
    """The word is a form of the key."""
    TAIL = 1
    """A compound ends in it: ``tarve`` of ``palvelutarve``."""
    PART = 2
    """Another part of a compound."""
    ROOT = 3
    """The word is derived from it: ``arvioida`` of ``arviointi``."""


Keys = Mapping[str, Kind]


def keys_of(words: Iterable[str], language: Language, root: Path) -> dict[str, Keys]:
    """Find the keys of all words of a site at once.

    Args:
        words: The words, in small letters.
        language: Their language; without an analyser and without a stemmer, words are their own keys.
        root: The workplace, in which analyses are remembered.
    """
    known = sorted(set(words))
    whole = sorted({piece for word in known for piece in (word, *pieces(word))})
    stem = _stemmer(language)
    analyser = language.analyser or language.lexicon
    find = _by_readings(whole, analyser, stem, root) if analyser else {word: {stem(word): Kind.FORM} for word in whole}
    return {word: _with_pieces(word, find) for word in known}


def unwritten(keys: Mapping[str, Keys], language: Language, root: Path) -> dict[str, Keys]:
    """Words that stand on no page and that readers may type: base forms, and one form for each further stem of theirs.

    Args:
        keys: The keys of the words that stand somewhere.
        language: Their language; forms are known of one with an analyser alone.
        root: The workplace.
    """
    analyser = language.analyser or language.lexicon
    if not analyser:
        return {}
    bases = {key for own in keys.values() for key in own}
    ends = {base: _end(found) for base, found in readings(sorted(bases), analyser, root).items()}
    inflected = forms({end or base for base, (_, end) in ends.items()}, analyser, root) if language.analyser else {}
    # A first part as it stands in compounds, such as ihmis- or kärn-, for compounds that only readers make.
    first = {
        part
        for found in readings(keys, analyser, root).values()
        for reading in found
        for part in reading.parts[:-1]
        if part[1] in bases
    }
    typed = sorted(part for part in first if part[0] not in keys)
    typed += [
        (word, base)
        for base, (head, end) in ends.items()
        for word in (base, *(head + form for form in inflected.get(end or base, ())))
        if word not in keys
    ]
    stems = _stems({*keys, *(word for word, _ in typed)}, language, root)
    seen = {(stems[word], key) for word, own in keys.items() for key, kind in own.items() if kind == Kind.FORM}
    result: dict[str, dict[str, Kind]] = {}
    for word, base in typed:
        if word == base or (word, base) in first or (stems[word], base) not in seen:
            seen.add((stems[word], base))
            result.setdefault(word, {})[base] = Kind.FORM
    return {word: result[word] for word in sorted(result)}


def _stems(words: Iterable[str], language: Language, root: Path) -> dict[str, str]:
    """The stems of words, each found once and then remembered: Snowball takes a second for all words of a site."""
    if not language.stemmer:
        return {word: word for word in words}
    with Memory(root / CACHE / f"snowball-{language.stemmer}-{version('snowballstemmer')}.json") as memory:
        return memory.recall(sorted(words), _stemmer(language))


def _end(found: Iterable[Reading]) -> tuple[str, str]:
    """Of a compound in its base form all parts but the last, and the last; empty texts for other words."""
    for reading in found:
        if reading.parts:
            return "".join(form for form, _ in reading.parts[:-1]), reading.parts[-1][0]
    return "", ""


def _with_pieces(word: str, find: Mapping[str, Keys]) -> Keys:
    """The keys of a word, and of the pieces that a hyphen or another sign joins."""
    found = dict(find[word])
    joined = pieces(word)
    for index, piece in enumerate(joined):
        kind = Kind.FORM if len(joined) == 1 else Kind.TAIL if index == len(joined) - 1 else Kind.PART
        for key, own in find[piece].items():
            found.setdefault(key, max(kind, own))
    return found


def _stemmer(language: Language) -> Callable[[str], str]:
    """Takes the ending off a word; leaves it as it is in a language without a stemmer."""
    return snowballstemmer.stemmer(language.stemmer).stemWord if language.stemmer else str


def _by_readings(words: Iterable[str], analyser: str, stem: Callable[[str], str], root: Path) -> dict[str, Keys]:
    """Base forms by the analyser; for a word it does not know, the stem."""
    known = readings(words, analyser, root)
    parts = {tail for found in known.values() for reading in found for tail in _tails(reading)}
    inner = readings(parts, analyser, root)
    return {word: _keys(found, inner) or {stem(word): Kind.FORM} for word, found in known.items()}


def _tails(reading: Reading) -> list[str]:
    """The ends of a compound as they stand in it: of ``a-b-c``, ``b-c`` and ``c``; and the other parts alone."""
    written = [form for form, _ in reading.parts]
    return ["".join(written[index:]) for index in range(1, len(written))] + written[:-1]


def _keys(found: Iterable[Reading], inner: Mapping[str, tuple[Reading, ...]]) -> dict[str, Kind]:
    keys: dict[str, Kind] = {}
    for reading in found:
        keys.setdefault(reading.base, Kind.FORM)
    for reading in found:
        written = [form for form, _ in reading.parts]
        ends = {"".join(written[index:]) for index in range(1, len(written))}
        for form in _tails(reading):
            for part in inner.get(form, ()):
                keys.setdefault(part.base, Kind.TAIL if form in ends else Kind.PART)
        for index, (_, base) in enumerate(reading.parts):
            keys.setdefault(base, Kind.TAIL if index == len(reading.parts) - 1 else Kind.PART)
        if not reading.parts:
            for base in reading.roots:
                keys.setdefault(base, Kind.ROOT)
    return keys
