"""The index of one language's pages, in small pieces of which a query loads the few it needs."""

from __future__ import annotations

import hashlib
from collections.abc import Container, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from macros.model import Language, Site, Term
from scripts.search.coding import UNWRITTEN, chunks, entry_row, entry_rows, index_of, piece, word_row, word_rows
from scripts.search.keys import keys_of, unwritten
from scripts.search.names import names
from scripts.search.postings import entries_of, places_of
from scripts.search.scripts import engine
from scripts.search.sections import Document, Section, name_of

STOPWORDS = Path(__file__).parent / "stopwords"
GLOSSARY, AUTHORS, TOOLS = "sanasto/", "tekijoille/", "tyokalut/"
OVERVIEW, FOR_AUTHORS, TOOL = 1.2, 0.6, 0.8
"""How much more or less than others a guide's first page counts, a page for those who edit guides, and a tool made from
what other pages tell."""
ELEMENT = 1.25
"""How much more a core element's own section counts than others."""


def write_index(site: Site, language: Language, documents: Iterable[Document], to: Path, root: Path) -> None:
    """Write the index and the scripts that read it.

    Args:
        site: The content.
        language: The language of the pages.
        documents: The pages, in the site's order.
        to: The folder ``search`` of the language; made anew. ``index.js`` in it is what a search begins with; the rest is in
            a folder named by a digest of all of it, so that a reader never mixes the pieces of two builds.
        root: The workplace, in which analyses of words are remembered.
    """
    pages = tuple(with_terms(page, site, language) for page in documents)
    places = places_of(pages)
    keys = keys_of(places, language, root)
    entries = entries_of(places, keys)
    typed = keys | unwritten(keys, language, root)
    rows = ((word, word_row(word, typed[word]) + (UNWRITTEN if word not in keys else "")) for word in sorted(typed))
    groups = {
        "words": list(chunks(rows)),
        "terms": list(chunks((key, entry_row(entry, key)) for key, entry in entries.items())),
    }
    files: dict[str, Any] = {f"words/{number}": word_rows(group) for number, group in enumerate(groups["words"])}
    files |= {f"terms/{number}": entry_rows(group) for number, group in enumerate(groups["terms"])}
    files |= {
        f"texts/{number}": [[section.anchor, section.title, section.text] for section in page.sections]
        for number, page in enumerate(pages)
    }
    written = {name: piece(name, value) for name, value in files.items()} | {"engine": engine(language)}
    digest = hashlib.sha256("".join(f"{name}\0{written[name]}" for name in sorted(written)).encode()).hexdigest()[:12]
    index = {
        "folder": digest,
        "stemmer": language.stemmer or "",
        **index_of(groups),
        "groups": [guide.model.name[language.id] for guide in site.guides.values()],
        "pages": _pages(site, pages),
        "elements": _elements(site, pages),
        "common": _common(language, places),
        "names": names(site, language, root),
    }
    for name, text in written.items():
        path = to / digest / f"{name}.js"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (to / "index.js").write_text(piece("index", index), encoding="utf-8")


def _common(language: Language, words: Container[str]) -> list[str]:
    """The words of the site that say little by themselves."""
    path = STOPWORDS / f"{language.stemmer}.txt"
    listed = path.read_text(encoding="utf-8").split("\n")[1:] if path.is_file() else []
    return [word for word in listed if word in words]


def with_terms(page: Document, site: Site, language: Language) -> Document:
    """The glossary with a section for each of its terms; other pages as they are."""
    if page.address != GLOSSARY:
        return page
    terms = [
        Section(f"term-{term.id}", term.term[language.id], _told(term, site, language)) for term in site.terms.values()
    ]
    return replace(page, sections=(page.sections[0], *terms))


def _told(term: Term, site: Site, language: Language) -> str:
    """What the glossary's page says of a term: its meaning, and its other names in all languages."""
    own = (*term.synonyms.get(language.id, ()), *term.avoid.get(language.id, ()))
    others = (term.term[other.id] for other in site.built_languages if other.id != language.id)
    return " · ".join([term.definition[language.id], *own, *others])


def _pages(site: Site, pages: Iterable[Document]) -> list[list[Any]]:
    """Of each page: address, title, number of its guide (-1 if it is in none), number of its sections, its weight."""
    guides = list(site.guides)
    rows = []
    for page in pages:
        first = page.address.partition("/")[0]
        group = guides.index(first) if first in guides else -1
        weight = (
            FOR_AUTHORS
            if page.address.startswith(AUTHORS)
            else TOOL
            if page.address.startswith(TOOLS)
            else OVERVIEW
            if page.address == f"{first}/" and group >= 0
            else 1
        )
        rows.append([page.address, page.title, group, len(page.sections), weight])
    return rows


def _elements(site: Site, pages: Iterable[Document]) -> list[list[float]]:
    """The sections of core elements with their weight."""
    found = []
    number = 0
    for page in pages:
        guide = site.guides.get(page.address.partition("/")[0])
        ids = {element.id for element in guide.elements} if guide else set()
        here = name_of(page.address) == "ydinelementit"
        for section in page.sections:
            if here and section.anchor in ids:
                found.append([number, ELEMENT])
            number += 1
    return found
