"""A deck as PPTX: pandoc writes it into the reference presentation, ``finish`` puts in what pandoc leaves out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from macros.passages import set_passages
from scripts.export import Book
from scripts.export.figure import png
from scripts.export.front import front_matter
from scripts.export.pandoc import convert
from scripts.kit.deck import deck
from scripts.kit.finish import finish
from scripts.kit.reference import reference
from scripts.kit.slide import Block, Part, Slide
from scripts.kit.words import edition_line

FILTER = Path(__file__).parent / "filters" / "slides.lua"


def make_slides(book: Book) -> bytes:
    """The slides of a guide; the same bytes each time."""
    slides, front = deck(book), cover(book)
    with TemporaryDirectory() as name:
        folder = Path(name)
        for slide in slides:
            if slide.picture:
                (folder / slide.picture.data["png"]).write_bytes(png(slide.picture))
        base, source, output = folder / "reference.pptx", folder / "slides.md", folder / "slides.pptx"
        base.write_bytes(reference(book.guide.sign))
        source.write_text(markdown(slides, folder), encoding="utf-8")
        convert(
            source,
            "pptx",
            output,
            book.published,
            "--slide-level=1",
            f"--lua-filter={FILTER}",
            f"--reference-doc={base}",
            f"--metadata=title:{front['title']}",
            f"--metadata=subtitle:{front['about']}",
        )
        locales = {language.id: language.locale for language in book.site.languages.values()}
        return finish(output, slides, front, locales)


def slide_texts(book: Book) -> list[str]:
    """All texts and drawings that the slides are made of."""
    slides = deck(book)
    return [markdown(slides, Path()), str(cover(book)), *(slide.picture.svg for slide in slides if slide.picture)]


def cover(book: Book) -> dict[str, Any]:
    """What the deck says of itself: what a book does, and its kind."""
    front = front_matter(book)
    kind = book.label("kit-diat")
    standing = book.label(f"edition-{book.guide.current.status}")
    draft = f" {front['draft']}." if front["draft"] else ""
    return {
        **front,
        "about": f"{kind}. {edition_line(book)} ({standing}).{draft}",
        "name": f"{front['title']}: {kind[:1].lower()}{kind[1:]}",
        "footer": f"{front['title']} · {edition_line(book)} ({standing})",
    }


def markdown(slides: Sequence[Slide], folder: Path) -> str:
    """The slides as pandoc reads them: a heading begins each, columns and notes are divs.

    Args:
        slides: The slides.
        folder: Where their drawings are.
    """
    return set_passages("\n\n".join(part for slide in slides for part in _written(slide, folder))) + "\n"


def _written(slide: Slide, folder: Path) -> Iterator[str]:
    yield f"# {slide.title}"
    if slide.picture:
        yield f"![{slide.picture.alt}](<{folder / slide.picture.data['png']}>)"
    elif slide.aside:
        yield '<div class="columns">'
        for blocks in (slide.body, slide.aside):
            yield '<div class="column">'
            yield _paragraphs(blocks)
            yield "</div>"
        yield "</div>"
    else:
        yield _paragraphs(slide.body)
    if slide.notes:
        yield f'<div class="notes">\n\n{slide.notes}\n\n</div>'


def _paragraphs(blocks: Sequence[Block]) -> str:
    """Each block as one paragraph."""
    return "\n\n".join(_WRITTEN.get(block.part, _shielded)(block.text) for block in blocks)


def _shielded(text: str) -> str:
    """Running text that is no list, although it begins with a number."""
    number, dot, rest = text.partition(". ")
    return f"{number}\\. {rest}" if dot and number.isdigit() else text


_WRITTEN: Mapping[Part, Callable[[str], str]] = {"item": "- {}".format, "step": str}
