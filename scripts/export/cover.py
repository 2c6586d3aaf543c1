"""The cover of an EPUB: a picture, and what it says."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import typst
from PIL import Image

from macros.diagram.icons import SIGNS
from scripts.export.book import Book
from scripts.export.fonts import fonts
from scripts.export.front import front_matter

TEMPLATE = Path(__file__).parent / "templates" / "cover.typ"
RESOLUTION = 144  # dots per inch; the cover is 1200 by 1800 dots, as shelves of books ask for
COLOURS = 16  # two plain colours and what lies between them and the letters; makes a third of the file


def cover_text(book: Book) -> str:
    """All a cover says, as its alternative text."""
    front = front_matter(book)
    return ". ".join(filter(None, (front["title"], *_facts(front["facts"]), front["draft"])))


def cover(book: Book) -> bytes:
    """The cover as PNG, drawn in the colour and with the sign of the guide's model."""
    front, sign = front_matter(book), book.guide.sign
    path = f'<path d="{SIGNS[sign.shape]}" fill="{sign.light.frame}" fill-opacity="0.2"/>'
    data = {
        "accent": front["accent"],
        "language": front["language"],
        "sign": f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20">{path}</svg>',
        "series": front["series"],
        "title": front["title"],
        "facts": _facts(front["facts"]),
        "draft": front["draft"],
    }
    image = typst.compile(
        TEMPLATE.read_bytes(),
        font_paths=fonts(),
        format="png",
        ppi=RESOLUTION,
        sys_inputs={"cover": json.dumps(data, ensure_ascii=False)},
    )
    return _with_few_colours(bytes(image))


def _with_few_colours(png: bytes) -> bytes:
    saved = BytesIO()
    with Image.open(BytesIO(png)) as image:
        few = image.convert("RGB").quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        few.save(saved, "PNG", optimize=True)
    return saved.getvalue()


def _facts(facts: list[list[str]]) -> list[str]:
    """Edition and date, without their names."""
    return [value for _, value in facts]
