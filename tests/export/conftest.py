"""The small book of ``sample.py``, and its exports."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.load import load_site
from scripts.export import Book, export
from tests.export.sample import MODEL, ROOT, TITLES, page, text_of

Broken = Callable[[str, str, str], Book]


@pytest.fixture(scope="session")
def book() -> Book:
    site = load_site(ROOT)
    return Book(site, site.guides[MODEL], site.languages["fi"], tuple(page(name, text_of(name)) for name in TITLES))


@pytest.fixture
def broken(book: Book) -> Broken:
    """The book with some text of one page replaced."""

    def replace(name: str, old: str, new: str) -> Book:
        assert old in text_of(name)
        pages = [
            page(name, text_of(name).replace(old, new, 1)) if p.address.endswith(f"/{name}.md") else p
            for p in book.pages
        ]
        return dataclasses.replace(book, pages=tuple(pages))

    return replace


@pytest.fixture(scope="session")
def headings(book: Book) -> list[tuple[int, str]]:
    """Level and text of each heading the book must have, in order: first the publication page, last the lists at its end."""
    found = [(1, "Julkaisun tiedot"), (2, "Tiedot"), (2, "Näin viittaat oppaaseen")]
    abstract = book.guide.model.abstract
    found += [(2, book.site.labels["export-abstract"][id_]) for id_ in (abstract.root if abstract else ())]
    for item in book.pages:
        found.append((1, item.title))
        found += [
            (len(marks), title) for marks, title in re.findall(r"^(#{2,}) (.*?) \{ #", item.markdown, re.MULTILINE)
        ]
    return [*found, (1, "Sanasto"), (1, "Lähteet")]


@pytest.fixture(scope="session")
def pdf(book: Book, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pdf") / "book.pdf"
    export(book, "pdf", path)
    return path


@pytest.fixture(scope="session")
def docx(book: Book, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("docx") / "book.docx"
    export(book, "docx", path)
    return path
