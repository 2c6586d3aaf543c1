"""What goes into one exported book: a guide's pages, and of the glossary and the bibliography what they use."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from posixpath import basename

from macros.model import Guide, Language, Publication, Site
from macros.model.record import day_of
from macros.page import Page
from macros.views import bibliography, glossary, publication_page

GLOSSARY = "sanasto.md"
BIBLIOGRAPHY = "lahteet.md"
PUBLICATION = "publication.md"
"""The page that every book begins with; made for it, not read."""
EDITIONS = "versiot.md"
"""The page of a guide that tells what changed from one edition to the next."""


@dataclass(frozen=True)
class Book:
    """One guide in one language, ready to be exported.

    Attributes:
        site: The content of the workplace.
        guide: The guide.
        language: The language of the pages.
        pages: The guide's pages, expanded, in the site's order.
    """

    site: Site
    guide: Guide
    language: Language
    pages: tuple[Page, ...]

    @cached_property
    def publication(self) -> Publication:
        """What has been given to it as a publication; without an identifier it is a draft."""
        return self.site.publication(self.guide, self.language.id)

    def label(self, id_: str) -> str:
        """A label of the site in the book's language."""
        return self.site.labels[id_][self.language.id]

    @property
    def published(self) -> date:
        """The day it was published, or else that of the edition shown; the first of what is left out of it."""
        day = self.publication.issued or self.guide.current.date
        return day_of([int(part) for part in day.split("-")])


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter: a page, or a list made for this book.

    Attributes:
        address: Where the site has it, from the root of the language.
        path: The file an author mends, relative to the workplace.
        title: Its heading.
        markdown: Its expanded text.
        page: The page it was made from; None for a list.
    """

    address: str
    path: str
    title: str
    markdown: str
    page: Page | None = None

    @property
    def prefix(self) -> str:
        """Id of the chapter in the book, and the beginning of the ids in it."""
        return basename(self.address).removesuffix(".md")


def chapters(book: Book) -> tuple[Chapter, ...]:
    """The book's chapters: the publication page, the pages, then the terms they use and the sources all of these cite."""
    pages = [_front(book)]
    pages += [Chapter(page.address, page.path, page.title, page.markdown, page) for page in book.pages]
    terms = _closure(r"sanasto\.md#term-([a-z0-9-]+)", pages, lambda *ids: glossary(book.site, book.language, *ids))
    if terms:
        pages.append(Chapter(GLOSSARY, "data/glossary.yml", book.label("export-glossary"), terms))
    works = _closure(r"lahteet\.md#ref-([a-z0-9-]+)", pages, lambda *ids: bibliography(book.site, book.language, *ids))
    if works:
        pages.append(Chapter(BIBLIOGRAPHY, "data/bibliography.yml", book.label("export-bibliography"), works))
    return tuple(pages)


def _front(book: Book) -> Chapter:
    changes = next((page.address for page in book.pages if basename(page.address) == EDITIONS), None)
    text = publication_page(book.site, book.language, book.guide, changes and basename(changes))
    address = f"{book.guide.id}/{PUBLICATION}"
    return Chapter(address, "data/publications.yml", book.label("export-publication"), text)


def _closure(pattern: str, pages: list[Chapter], view: Callable[..., str]) -> str:
    """The view of all entries the pages link to, and of those these entries link to in turn."""
    ids: set[str] = set()
    found = {id_ for page in pages for id_ in re.findall(pattern, page.markdown)}
    text = ""
    while found - ids:
        ids |= found
        text = view(*sorted(ids))
        found = set(re.findall(pattern, text))
    return text
