"""A book as EPUB 3: pandoc writes the chapters, what stands around them is written here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from xml.sax.saxutils import escape
from zipfile import ZipFile

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.model import Sign
from macros.problem import ContentError, Problem, say
from scripts.export.archive import packed
from scripts.export.book import BIBLIOGRAPHY, GLOSSARY, PUBLICATION
from scripts.export.contents import contents
from scripts.export.cover import cover, cover_text
from scripts.export.glyphs import shaped
from scripts.export.manuscript import Manuscript
from scripts.export.opf import metadata
from scripts.export.pandoc import run

TEMPLATES = Path(__file__).parent / "templates"
FOLDER = "EPUB"
KINDS = {PUBLICATION: "imprint", GLOSSARY: "glossary", BIBLIOGRAPHY: "bibliography"}
"""Kinds of part (EPUB 3 Structural Semantics Vocabulary) that chapters are, by the end of their address."""
MEDIA_TYPES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "svg": "image/svg+xml",
    "webp": "image/webp",
}
"""Kinds of picture that every reading system shows (EPUB 3.3, section 3.2), by the ending of the file's name."""
_PICTURE = re.compile(r"!\[[^\]]*\]\(([^)\s]+)")

_JINJA = Environment(
    loader=FileSystemLoader(TEMPLATES / "epub"),
    undefined=StrictUndefined,
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
)


def make_epub(text: Manuscript) -> bytes:
    """Write a manuscript as EPUB 3.3.

    Returns:
        The file, the same bytes each time.

    Raises:
        ContentError: The content does not hold together, or holds a picture that reading systems do not show.
    """
    problems = list(_strange_pictures(text))
    if problems:
        raise ContentError(problems)
    chapters, pictures = _chapters(text)
    values: dict[str, Any] = {
        "meta": metadata(text.book, pictures=bool(pictures), described=len(pictures) == len(text.figures)),
        "front": text.front,
        "sign": text.book.guide.model.sign,
        "label": text.book.label,
        "cover_text": cover_text(text.book),
        "contents": contents(chapters),
        "parts": [(f"text/{chapter.prefix}.xhtml", chapter.title, _kind(chapter.address)) for chapter in text.chapters],
        "pictures": [(name, MEDIA_TYPES[_ending(name)]) for name in sorted(pictures)],
    }
    written = {
        name: _JINJA.get_template(f"{name}.jinja").render(values)
        for name in ("content.opf", "nav.xhtml", "toc.ncx", "cover.xhtml", "title.xhtml")
    }
    parts = {
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": (TEMPLATES / "epub" / "container.xml").read_bytes(),
        f"{FOLDER}/guide.css": _style_sheet(text.book.guide.sign),
        f"{FOLDER}/media/cover.png": cover(text.book),
        **{f"{FOLDER}/{name}": data for name, data in pictures.items()},
        **{f"{FOLDER}/{name}": content.encode() for name, content in (written | chapters).items()},
    }
    return packed(parts, "mimetype", stored=True)


def _strange_pictures(text: Manuscript) -> Iterator[Problem]:
    for chapter in text.chapters:
        for source in _PICTURE.findall(chapter.markdown):
            if _ending(source) not in MEDIA_TYPES:
                yield text.problem(chapter, source, say("export-picture-kind/here", name=source))


def _ending(name: str) -> str:
    return name.rpartition(".")[2].lower()


def _kind(address: str) -> str:
    return KINDS.get(address.rpartition("/")[2], "")


def _style_sheet(sign: Sign) -> bytes:
    """The style sheet with the guide's own colour of lines; those of other models must not change a published file."""
    line = f".sign-{sign.id} {{ --sign: {sign.line}; }}"
    return (TEMPLATES / "guide.css").read_text(encoding="utf-8").replace("SIGN", line, 1).encode()


def _chapters(text: Manuscript) -> tuple[dict[str, str], dict[str, bytes]]:
    """The chapters in XHTML and the pictures in them, by their address from the folder of the book."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        for figure in text.figures.values():
            (folder / figure.data["svg"]).write_text(shaped(figure.svg), encoding="utf-8")
        run(
            text,
            folder,
            "epub",
            folder / "book.epub",
            f"--template={TEMPLATES / 'epub' / 'chapter.xhtml'}",
            f"--variable=sign:{text.book.guide.model.sign}",
            "--epub-title-page=false",
            "--split-level=1",
            "--wrap=none",
            extra={"parts": {chapter.prefix: kind for chapter in text.chapters if (kind := _kind(chapter.address))}},
        )
        with ZipFile(folder / "book.epub") as archive:
            files = {entry.removeprefix("EPUB/"): archive.read(entry) for entry in archive.namelist()}
    chapters = {}
    for number, chapter in enumerate(text.chapters, 1):
        page = files[f"text/ch{number:03}.xhtml"].decode()
        page = page.replace(f"<title>ch{number:03}.xhtml</title>", f"<title>{escape(chapter.title)}</title>", 1)
        page = re.sub(
            r'(?<= href=")ch(\d+)\.xhtml', lambda match: f"{text.chapters[int(match[1]) - 1].prefix}.xhtml", page
        )
        chapters[f"text/{chapter.prefix}.xhtml"] = page
    return chapters, {name: data for name, data in files.items() if name.startswith("media/")}
