"""The guides as they are, as books."""

from __future__ import annotations

from functools import cache

from macros.expand import expand_file
from macros.load import load_site
from macros.overlay import addresses
from scripts.export import Book
from tests.export.sample import ROOT

SITE = load_site(ROOT)
GUIDES = tuple((guide, language.id) for guide in SITE.guides for language in SITE.built_languages)
"""Every guide in every language."""


@cache
def book_of(guide: str, language: str) -> Book:
    """A guide as a book; its index page first, the others by name."""
    spoken = SITE.languages[language]
    mine = [address for address in addresses(ROOT, language) if address.startswith(f"{guide}/")]
    mine.sort(key=lambda address: not address.endswith("/index.md"))
    pages = tuple(expand_file(SITE, spoken, ROOT, address) for address in mine)
    return Book(SITE, SITE.guides[guide], spoken, pages)
