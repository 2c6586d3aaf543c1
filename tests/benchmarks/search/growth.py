"""A site grown from the real one: its sections recombined, and words added as fast as a language's words grow."""

from __future__ import annotations

import math
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from scripts.search.sections import Document, Section

HEAPS = 0.65
"""Heaps' law: the number of different words grows as this power of the number of words (0.6 to 0.7 in inflecting languages)."""
_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def grown(real: Sequence[Document], pages: int, seed: int = 1) -> list[Document]:
    """The real pages, and after them made-up ones until there are as many as asked for.

    A made-up page has as many sections as some real page; each is a real section with its sentences in another order and
    some of its words replaced by compounds that nobody has written: of two words of the site, as many as Heaps' law wants.

    Args:
        real: The pages of the real site.
        pages: How many pages there are to be.
        seed: The same seed gives the same pages.
    """
    chance = random.Random(seed)
    words = [word for page in real for word in words_of(page.sections)]
    written, different = len(words), len(set(words))
    compounds = _compounds(sorted(set(words)), chance)
    factor = different / written**HEAPS
    headed = [section for page in real for section in page.sections if section.text]
    all_ = list(real)
    for number in range(len(real), pages):
        model = chance.choice(real)
        sections = []
        for place in range(len(model.sections)):
            new = _shuffled(chance.choice(headed), f"section-{place}" if place else "", chance)
            written += len(words_of([new]))
            new, added = _with_compounds(new, math.ceil(factor * written**HEAPS) - different, compounds, chance)
            different += added
            sections.append(new)
        all_.append(replace(model, address=f"made-up/{number}/", title=sections[0].title, sections=tuple(sections)))
    return all_


def words_of(sections: Iterable[Section]) -> list[str]:
    """The words of sections in small letters, in order."""
    return [word for section in sections for word in _WORD.findall(f"{section.title} {section.text}".lower())]


def _shuffled(section: Section, anchor: str, chance: random.Random) -> Section:
    sentences = _SENTENCE.split(section.text)
    chance.shuffle(sentences)
    return replace(section, anchor=anchor, text=" ".join(sentences))


def _compounds(words: Sequence[str], chance: random.Random) -> Iterator[str]:
    """Compounds of two words, each once and none that is a word already, without end."""
    known = set(words)
    parts = [word for word in words if word.isalpha() and 4 <= len(word) <= 12]
    while True:
        compound = chance.choice(parts) + chance.choice(parts)
        if compound not in known:
            known.add(compound)
            yield compound


def _with_compounds(
    section: Section, wanted: int, compounds: Iterator[str], chance: random.Random
) -> tuple[Section, int]:
    """The section with so many of its words replaced, and how many were: never more than it has."""
    places = list(_WORD.finditer(section.text))
    chosen = sorted(chance.sample(places, min(max(wanted, 0), len(places))), key=lambda place: -place.start())
    text = section.text
    for place in chosen:
        text = text[: place.start()] + next(compounds) + text[place.end() :]
    return replace(section, text=text), len(chosen)
