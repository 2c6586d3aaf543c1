"""Files made before, kept by what went into them: what has not changed is not made again.

The folder can be deleted at any time. A file in it is used only if it still is what was put there, so the same content
gives the same bytes with and without it.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path
from tempfile import NamedTemporaryFile

import pypandoc

from macros import diagram
from scripts.export.book import Book
from scripts.export.fonts import FONTS
from scripts.export.manuscript import Manuscript

FOLDER = "build/exports"
"""Where they are kept in the workplace; what is made beside the exports is kept there as well."""
KEPT = 400
"""Files that are kept; of more, those that were used longest ago are thrown away."""

_LIBRARIES = (
    "fonttools",
    "jinja2",
    "lxml",
    "pikepdf",
    "pillow",
    "pypandoc_binary",
    "python-docx",
    "python-pptx",
    "pyvoikko",
    "typst",
)
_ROOM = Path(__file__).parent
_SITE_ONLY = re.compile(r'<div class="site-only.*?^</div>', re.DOTALL | re.MULTILINE)
"""What no book shows: it lists the exported files themselves, with their sizes, so it changes with every export."""


def key(text: Manuscript, format_: str) -> str:
    """A digest of all that decides what a file will be: the manuscript, its pictures, and the programs that set it."""
    digest = hashlib.sha256()
    shown = _SITE_ONLY.sub("", text.markdown)
    digest.update(json.dumps([format_, text.data(), shown], ensure_ascii=False, sort_keys=True).encode())
    for name, figure in sorted(text.figures.items()):
        digest.update(f"{name}\0{figure.svg}\0".encode())
    for part in (*_records(text.book), *_pictures(text), programs()):
        digest.update(part)
    return digest.hexdigest()


def key_of(book: Book, kind: str, texts: Iterable[str], code: bytes) -> str:
    """A digest of all that decides what a file that is made beside the exports will be.

    Args:
        book: The guide and its language.
        kind: Which file it is.
        texts: All texts and drawings that go into it.
        code: A digest of what makes it; see ``programs``.
    """
    digest = hashlib.sha256(json.dumps([kind, *texts], ensure_ascii=False).encode())
    for part in (*_records(book), code):
        digest.update(part)
    return digest.hexdigest()


def kept(folder: Path, name: str) -> bytes | None:
    """A file that was kept under a key; None if there is none, or if it is not whole any more."""
    path = folder / name
    try:
        digest, data = path.read_bytes().split(b"\n", 1)
    except (OSError, ValueError):
        return None
    if hashlib.sha256(data).hexdigest().encode() != digest:
        return None
    os.utime(path)  # used just now
    return data


def keep(folder: Path, name: str, data: bytes) -> None:
    """Keep a file under a key; written aside and put in place at once, so that another process never reads half of it."""
    folder.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=folder, prefix=".", delete=False) as file:
        try:
            file.write(hashlib.sha256(data).hexdigest().encode() + b"\n" + data)
            file.flush()
            Path(file.name).replace(folder / name)
        except OSError:
            Path(file.name).unlink()
            raise


def tidy(folder: Path, most: int | None = None) -> None:
    """Throw away what has not been used for long, if there are more files than ``most``, by default ``KEPT``."""
    files = sorted(folder.glob("*"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in files[KEPT if most is None else most :]:
        path.unlink(missing_ok=True)


def _records(book: Book) -> Iterator[bytes]:
    """The records a format may take something from beside the manuscript."""
    for record in (book.site.info, book.publication, book.language, book.guide):
        yield record.model_dump_json().encode()
    labels = {id_: label[book.language.id] for id_, label in book.site.labels.items()}
    yield json.dumps(labels, ensure_ascii=False, sort_keys=True).encode()


def _pictures(text: Manuscript) -> Iterator[bytes]:
    """Whatever stands beside the pages and is no page: a picture can only be among it."""
    folders = {Path(chapter.path).parent for chapter in text.chapters if chapter.page}
    for folder in sorted(folders):
        for path in sorted(folder.glob("*")):
            if path.is_file() and path.suffix != ".md":
                yield path.name.encode() + path.read_bytes()


@cache
def programs(*rooms: Path, libraries: tuple[str, ...] = ()) -> bytes:
    """A digest of the code of this room, of the fonts, and of the versions of the libraries it calls.

    Args:
        rooms: Further rooms that have a part in the files.
        libraries: Further libraries that have.
    """
    digest = hashlib.sha256()
    for folder in (_ROOM, Path(diagram.__file__).parent, FONTS, *rooms):
        files = [path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
        for path in sorted(files):
            digest.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    for name in (*_LIBRARIES, *libraries):
        digest.update(f"{name} {version(name)}\n".encode())
    digest.update(str(pypandoc.get_pandoc_version()).encode())
    return digest.digest()
