"""What the commands do, step by step; says what it does through ``report``, and prints nothing itself."""

from __future__ import annotations

import multiprocessing
import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path

from macros.model import Language, Site
from macros.problem import ContentError
from scripts.build import Report, build_site, copy_downloads
from scripts.check import Checked
from scripts.export import Book, Format, export
from scripts.navigation import page_order
from scripts.place import aside, put_in_place

FORMATS: tuple[Format, ...] = ("pdf", "docx")


def build(root: Path, result: Checked, languages: Sequence[str], report: Report) -> None:
    """Build the site of the languages named and put it into ``site/``; exported files stay as they were."""
    site = result.site
    with aside(root) as folder:
        new = folder / "site"
        new.mkdir()
        copy_downloads(root / "site/downloads", new / "downloads")
        chosen = [site.languages[id_] for id_ in languages] or list(site.built_languages)
        build_site(root, site, chosen, new, new / "downloads", report)
        put_in_place(new, root / "site", folder)


def export_guides(
    root: Path,
    result: Checked,
    guides: Sequence[str],
    languages: Sequence[str],
    formats: Sequence[Format],
    report: Report,
) -> None:
    """Export what was asked for and put it into ``site/downloads/`` once all of it is made."""
    with aside(root) as folder:
        export_books(books(root, result, guides, languages), formats or FORMATS, folder, report)
        place = root / "site/downloads"
        place.mkdir(parents=True, exist_ok=True)
        for path in sorted(folder.iterdir()):
            path.replace(place / path.name)


def whole_site(root: Path, result: Checked, report: Report) -> None:
    """Export every guide, build every language, and put all of it into ``site/`` in one step."""
    site = result.site
    report(f"checked: {sum(map(len, result.pages.values()))} pages, {len(result.content.documents)} data files")
    with aside(root) as folder:
        new = folder / "site"
        downloads = new / "downloads"
        downloads.mkdir(parents=True)
        export_books(books(root, result, (), ()), FORMATS, downloads, report)
        build_site(root, site, site.built_languages, new, downloads, report)
        put_in_place(new, root / "site", folder)


def books(root: Path, result: Checked, guides: Sequence[str], languages: Sequence[str]) -> list[Book]:
    """The books to export, pages in the site's order.

    Args:
        root: The workplace.
        result: Its checked content.
        guides: Ids of the guides; all if empty.
        languages: Ids of the languages; all if empty.
    """
    site, order = result.site, page_order(root)
    return [
        Book(site, guide, language, tuple(result.pages[language.id][address] for address in _inside(order, guide.id)))
        for guide in site.guides.values()
        if not guides or guide.id in guides
        for language in _chosen(site, languages)
    ]


def _inside(order: Iterable[str], guide: str) -> Iterator[str]:
    return (address for address in order if address.startswith(f"{guide}/"))


def _chosen(site: Site, languages: Sequence[str]) -> list[Language]:
    return [language for language in site.built_languages if not languages or language.id in languages]


def export_books(found: Sequence[Book], formats: Sequence[Format], to: Path, report: Report) -> None:
    """Export books side by side, as many at once as there are processors.

    Raises:
        ContentError: Some could not be set; holds the Problems of all of them.
    """
    tasks = [(book, format_) for book in found for format_ in formats]
    workers = min(len(tasks), os.cpu_count() or 1) or 1
    problems = []
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        futures = {
            pool.submit(export, book, format_, to / name(book, format_)): name(book, format_) for book, format_ in tasks
        }
        for future in as_completed(futures):
            try:
                future.result()
            except ContentError as error:
                problems += error.problems
            else:
                report(futures[future])
    if problems:
        shutil.rmtree(to, ignore_errors=True)
        raise ContentError(problems)


def name(book: Book, format_: Format) -> str:
    """The file a book is exported to."""
    return f"{book.guide.id}.{book.language.id}.{format_}"
