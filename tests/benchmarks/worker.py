"""What exports cost inside a process, printed for the process that measures.

``one GUIDE LANGUAGE FORMAT RUNS`` prints the median seconds of a worker that has started already, and the peak megabytes.
``all RUNS`` prints the median seconds of all exports made side by side: first anew, then with nothing changed.
``alone GUIDE LANGUAGE FILE`` makes a PDF and looks at no other guide, page or language; it prints nothing.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import cast

# The workers of "all" import this module too, as those of the command line import scripts/__main__.py: so, like there,
# nothing of the project is imported before it is needed.


def main(kind: str, *arguments: str) -> None:
    """Measure what the arguments ask for."""
    kinds: dict[str, Callable[..., None]] = {"one": one, "all": everything, "alone": alone}
    kinds[kind](*arguments)


def one(guide: str, language: str, format_: str, runs: str) -> None:
    """Export a guide once to warm up and then as often as asked."""
    import resource

    from macros.model.publication import FileFormat
    from scripts.check import publishable
    from scripts.export import export
    from scripts.workflow import books

    wanted = cast("FileFormat", format_)
    book = books(Path.cwd(), publishable(Path.cwd()), [guide], [language])[0]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"book.{wanted}"
        seconds = [_seconds(lambda: export(book, wanted, path)) for _ in range(int(runs) + 1)]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
    sys.stdout.write(f"{median(seconds[1:])} {peak}\n")


def everything(runs: str) -> None:
    """Export all guides in all languages and formats with all processors, anew and again."""
    from scripts.check import publishable
    from scripts.export import FORMATS
    from scripts.workflow import books, export_books
    from tests.benchmarks.commands import forget

    found = books(Path.cwd(), publishable(Path.cwd()), (), ())
    anew: list[float] = []
    again: list[float] = []
    for _ in range(int(runs)):
        forget(Path.cwd())
        for seconds in (anew, again):
            with tempfile.TemporaryDirectory() as folder:
                to = Path(folder)
                seconds.append(_seconds(lambda to=to: export_books(found, FORMATS, to, lambda _: None)))  # type: ignore[misc]
    sys.stdout.write(f"{median(anew)} {median(again)}\n")


def alone(guide: str, language: str, to: str) -> None:
    """Export a guide as one who takes the rest of the content on trust."""
    from macros.expand import expand_file
    from macros.load import load_site
    from scripts.export import Book, export
    from scripts.navigation import page_order

    root = Path.cwd()
    site = load_site(root)
    spoken = site.languages[language]
    addresses = [address for address in page_order(root) if address.startswith(f"{guide}/")]
    pages = tuple(expand_file(site, spoken, root, address) for address in addresses)
    export(Book(site, site.guides[guide], spoken, pages), "pdf", Path(to))


def _seconds(work: Callable[[], None]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


if __name__ == "__main__":
    main(*sys.argv[1:])
