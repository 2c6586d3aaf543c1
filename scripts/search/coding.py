"""How the index is written: small pieces of JavaScript that a page can load from anywhere, also from a folder.

A piece calls ``siteSearch.take(name, value)``; ``browser/pieces.js`` loads pieces and ``browser/words.js`` reads them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from scripts.search.keys import Keys, Kind
from scripts.search.postings import Entry, Places

SIZE = 12_000
"""Characters of a piece, about; a query needs one to three pieces for each of its words."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def piece(name: str, value: Any) -> str:
    """One piece of the index as a script."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # Two line breaks of Unicode that JSON may hold and older JavaScript may not.
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"siteSearch.take({json.dumps(name)},{text});\n"


def chunks(rows: Iterable[tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
    """Group sorted words and their rows into pieces of about ``SIZE`` characters."""
    group: list[tuple[str, str]] = []
    size = 0
    for word, row in rows:
        length = len(word) + len(row) + 2
        if group and size + length > SIZE:
            yield group
            group, size = [], 0
        group.append((word, row))
        size += length
    if group:
        yield group


def word_row(word: str, keys: Keys) -> str:
    """The keys a word is a form of; each as the number of letters to take off the word, and the letters to put on."""
    return ",".join(_change(word, key) for key, kind in keys.items() if kind == Kind.FORM)


UNWRITTEN = " -"
"""Ends the row of a word that stands on no page."""


def word_rows(group: Iterable[tuple[str, str]]) -> str:
    """Words and their rows, one a line; each word without the beginning it shares with the one before."""
    rows = []
    before = ""
    for word, row in group:
        shared = _shared(before, word, len(_DIGITS) - 1)
        rows.append(f"{_DIGITS[shared]}{word[shared:]} {row}")
        before = word
    return "\n".join(rows)


def entry_row(entry: Entry, key: str) -> str:
    """An entry: its related keys with their kinds; after a tab, its words, each with its kind and its places."""
    related = (f"{other},{kind:d}" for other, kind in sorted(entry.related.items()) if other != key)
    words = (f"{_change(key, word)},{kind:d},{_places(places)}" for word, (kind, places) in entry.words.items())
    return f"{';'.join(related)}\t{';'.join(words)}"


def entry_rows(group: Iterable[tuple[str, str]]) -> str:
    """Keys and their entries, one a line."""
    return "\n".join(f"{key}\t{row}" for key, row in group)


def _places(places: Places) -> str:
    """Sections as steps from one to the next, in base 36; a level other than 1 follows after a colon."""
    steps = []
    before = 0
    for number, level in sorted(places.items()):
        steps.append(_base36(number - before) + (f":{_base36(level)}" if level != 1 else ""))
        before = number
    return " ".join(steps)


def _change(word: str, other: str) -> str:
    """How to get from one word to another: letters to take off the end (base 36), then the letters to put on."""
    shared = _shared(word, other, len(word))
    if len(word) - shared >= len(_DIGITS):
        return f"_{other}"
    return f"{_DIGITS[len(word) - shared]}{other[shared:]}"


def _shared(one: str, other: str, most: int) -> int:
    """How many letters two words have in common at their beginning, ``most`` at the most."""
    length = min(len(one), len(other), most)
    while not other.startswith(one[:length]):
        length -= 1
    return length


@cache
def _base36(number: int) -> str:
    digits = ""
    while True:
        number, rest = divmod(number, 36)
        digits = _DIGITS[rest] + digits
        if not number:
            return digits


def index_of(groups: Mapping[str, list[list[tuple[str, str]]]]) -> dict[str, list[str]]:
    """For each kind of piece the first word of each, by which the right one is found."""
    return {kind: [group[0][0] for group in found] for kind, found in groups.items()}
