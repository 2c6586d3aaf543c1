"""Which words stand where: for each key, the words found under it and the sections they stand in."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from scripts.search.keys import Keys, Kind
from scripts.search.sections import Document, name_of
from scripts.search.tokens import tokens

LEVELS = 7
"""Steps in which it is told how much of a section a word is."""
HEADING, TITLE = 8, 32
"""Added to the level of a word that stands in the heading of a section, or in the title of a page: once, and once more
each if it has three words or fewer and if it has but one, for then the word is much of it."""
_SATURATION, _LENGTH = 1.2, 0.4
"""k1 and b of Okapi BM25: how soon more of a word says no more, and how much the length of a section matters."""

Places = dict[int, int]
"""For each section a word stands in: its level, with HEADING and TITLE where they apply."""


@dataclass(slots=True)
class Entry:
    """What is found under a key.

    Attributes:
        words: For each word, how it belongs to the key, and the sections it stands in.
        related: Other keys of the same words: their parts and roots.
    """

    words: dict[str, tuple[Kind, Places]] = field(default_factory=dict)
    related: dict[str, Kind] = field(default_factory=dict)


def places_of(documents: Iterable[Document]) -> dict[str, Places]:
    """Find where each word stands; sections are counted through all pages, from 0."""
    bodies: list[Counter[str]] = []
    heads: list[dict[str, int]] = []
    for document in documents:
        for index, section in enumerate(document.sections):
            bodies.append(Counter(tokens(section.text)))
            title = list(tokens(section.title))
            mark = (HEADING if index else TITLE) * (1 + (len(title) < 4) + (len(title) < 2))
            heads.append(dict.fromkeys(title, mark))
            if index == 0:
                # What the address calls the page is a title of it, too; the description tells what it is about.
                name = dict.fromkeys(tokens(name_of(document.address)), 3 * TITLE)
                heads[-1] = dict.fromkeys(tokens(document.description), HEADING) | heads[-1] | name
    average = sum(body.total() for body in bodies) / max(len(bodies), 1) or 1
    found: dict[str, Places] = defaultdict(dict)
    for number, (body, head) in enumerate(zip(bodies, heads, strict=True)):
        slow = _SATURATION * (1 - _LENGTH + _LENGTH * body.total() / average)
        for word in body.keys() | head.keys():
            share = body[word] / (body[word] + slow)
            found[word][number] = round(LEVELS * share) + head.get(word, 0) or 1
    return found


def entries_of(places: Mapping[str, Places], keys: Mapping[str, Keys]) -> dict[str, Entry]:
    """Turn words with their places into keys with their words, sorted."""
    found: dict[str, Entry] = defaultdict(Entry)
    for word in sorted(places):
        own = keys[word]
        forms = [key for key, kind in own.items() if kind == Kind.FORM]
        for key, kind in sorted(own.items()):
            found[key].words[word] = kind, places[word]
            if kind == Kind.FORM:
                for other, nearness in own.items():
                    if other not in forms:
                        related = found[key].related
                        related[other] = min(nearness, related.get(other, nearness))
    return {key: found[key] for key in sorted(found)}
