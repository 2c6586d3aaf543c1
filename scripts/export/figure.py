"""The diagrams of a book, drawn for paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

import typst

from macros.diagram import draw, summary
from macros.model import Guide, Text
from macros.same import Same
from macros.views.rendering import day
from scripts.export.book import Book
from scripts.export.fonts import fonts

RESOLUTION = 220  # dots per inch


@dataclass(frozen=True)
class Figure:
    """One diagram.

    Attributes:
        model: Id of the model it shows.
        draw: Draws it.
        alt: Its short alternative text; the whole told in words follows it in the book.
        caption: What stands below it, with its number.
    """

    model: str
    draw: Callable[[], str]
    alt: str
    caption: str

    @cached_property
    def svg(self) -> str:
        """The drawing, made when it is first needed, and once: that takes a tenth of a second."""
        return self.draw()

    @property
    def data(self) -> dict[str, str]:
        """What the filters need to know; the files are written by the format that uses them."""
        return {
            "svg": f"diagram-{self.model}.svg",
            "png": f"diagram-{self.model}.png",
            "alt": self.alt,
            "caption": self.caption,
        }


def figure_of(book: Book, model: str, number: int) -> Figure:
    """The logic model of a guide in the language of the book, as its ``number``th figure."""
    guide, language = book.site.guides[model], book.language.id
    name = guide.model.name[language]
    edition = f"{day(guide.current.date, book.language.locale)}, {book.label(f'edition-{guide.current.status}')}"
    return Figure(
        model=model,
        draw=lambda: _drawn(Same(guide), Same(book.site.labels), language),
        alt=summary(guide, book.site.labels, language),
        caption=f"{book.label('export-figure')} {number}. {name[:1].upper()}{name[1:]}: {book.label('diagram-title')} ({edition})",
    )


@lru_cache(maxsize=16)
def _drawn(guide: Same[Guide], labels: Same[Mapping[str, Text]], language: str) -> str:
    return draw(guide.value, labels.value, language, width="print")


def png(figure: Figure) -> bytes:
    """The drawing in dots, for programs that show no SVG; drawn with the fonts of the site."""
    source = "#set page(width: auto, height: auto, margin: 0pt)\n#image(bytes(sys.inputs.svg))"
    image = typst.compile(
        source.encode(), font_paths=fonts(), format="png", ppi=RESOLUTION, sys_inputs={"svg": figure.svg}
    )
    return bytes(image)
