"""What goes into one exported book: a guide's pages, and of the glossary and the bibliography what they use."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from posixpath import basename

from macros.model import Guide, Language, Site
from macros.page import Page
from macros.views import bibliography, glossary

GLOSSARY = "sanasto.md"
BIBLIOGRAPHY = "lahteet.md"


@dataclass(frozen=True, slots=True)
class Book:
    """One guide in one language, ready to be exported.

    Attributes:
        site: The content of the workplace.
        guide: The guide.
        language: The language of the pages.
        pages: The guide's pages, expanded, in the site's order.
        identifier: URN or other identifier somebody has given to this publication; None makes it a draft.
    """

    site: Site
    guide: Guide
    language: Language
    pages: tuple[Page, ...]
    identifier: str | None = None

    def label(self, id_: str) -> str:
        """A label of the site in the book's language."""
        return self.site.labels[id_][self.language.id]

    @property
    def published(self) -> date:
        """The day the edition shown is dated; the first day of the month or year where the sources say no more."""
        parts = [int(part) for part in self.guide.current.date.split("-")]
        return date(*(*parts, 1, 1)[:3])


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
    """The book's chapters: the pages, then the terms they use and the sources they and the terms cite."""
    pages = [Chapter(page.address, page.path, page.title, page.markdown, page) for page in book.pages]
    terms = _closure(r"sanasto\.md#term-([a-z0-9-]+)", pages, lambda *ids: glossary(book.site, book.language, *ids))
    if terms:
        pages.append(Chapter(GLOSSARY, "data/glossary.yml", book.label("export-glossary"), terms))
    works = _closure(r"lahteet\.md#ref-([a-z0-9-]+)", pages, lambda *ids: bibliography(book.site, book.language, *ids))
    if works:
        pages.append(Chapter(BIBLIOGRAPHY, "data/bibliography.yml", book.label("export-bibliography"), works))
    return tuple(pages)


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
