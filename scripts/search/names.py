"""Other names of things: synonyms, old words and the names in other languages, from the glossary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import snowballstemmer

from macros.model import Language, Site
from scripts.search.keys import Keys, Kind, keys_of
from scripts.search.tokens import tokens


def names(site: Site, language: Language, root: Path) -> list[list[Any]]:
    """The names that stand for the terms of the glossary.

    Args:
        site: The content.
        language: Whose search it is.
        root: The workplace.

    Returns:
        For each name: its words (a list of possible keys for each; for a name in another language, the beginning of
        each), the name to search for instead, the id of the other language or an empty text, and the id of the term.
    """
    found = list(_pairs(site, language))
    words = {token for name, instead, other, _ in found if not other for token in tokens(name)}
    keys = keys_of(words, language, root)
    rows = []
    for name, instead, other, term in found:
        spoken = site.languages[other] if other else language
        given = [_forms(token, keys) if not other else [_beginning(token, spoken)] for token in tokens(name)]
        if given:
            rows.append([given, instead, other, term])
    return rows


def _pairs(site: Site, language: Language) -> Iterator[tuple[str, str, str, str]]:
    """Name, the name to search for, the name's language if it is another, and the term's id."""
    own = language.id
    for term in site.terms.values():
        preferred = term.term[own]
        seen = {preferred.lower()}
        for name in (*term.synonyms.get(own, ()), *term.avoid.get(own, ())):
            yield name, preferred, "", term.id
            if name.lower() not in seen:
                yield preferred, name, "", term.id
            seen.add(name.lower())
        for other in site.built_languages:
            if other.id == own:
                continue
            for name in (term.term[other.id], *term.synonyms.get(other.id, ()), *term.avoid.get(other.id, ())):
                if name.lower() not in seen:
                    seen.add(name.lower())
                    yield name, preferred, other.id, term.id


def _forms(token: str, keys: Mapping[str, Keys]) -> list[str]:
    return [key for key, kind in keys[token].items() if kind == Kind.FORM]


def _beginning(token: str, language: Language) -> str:
    """What a word keeps in most of its forms."""
    return snowballstemmer.stemmer(language.stemmer).stemWord(token) if language.stemmer else token
