"""Pictures of the pages, for where somebody passes a link on: title, guide and site, in the colours and signs of the data.

They are drawn when the site is built and need no network. What has been drawn before is taken from a cache; all that is
lacking in a language is drawn at once, for setting up typst costs more than a picture.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import Any

import typst
from PIL import Image

from macros.diagram.icons import SIGNS
from macros.model import Sign, Site
from macros.page import Page
from scripts.addresses import picture_place
from scripts.export.cache import keep, kept, tidy
from scripts.export.fonts import FONTS, fonts

SIZE = (1200, 630)
"""Width and height in dots, as the places that show such pictures ask for."""
CACHE = "build/share"
"""Folder of pictures drawn before, in the workplace; it can be deleted at any time."""
TEMPLATE = Path(__file__).parent / "card.typ"

_RESOLUTION = 144  # dots per inch; the sheet is 600 by 315 points
_COLOURS = 32  # the few of a picture and what lies between them and the letters; makes a third of the file
_PAPER, _INK = "#ffffff", "#1b2530"
"""Ground and text of pages that are of no guide, as in the style sheets."""


def write_pictures(site: Site, pages: Mapping[str, Iterable[Page]], root: Path, to: Path) -> None:
    """Write a picture of every page, as PNG; the same bytes for the same content.

    Args:
        site: The content.
        pages: The pages of each language that is built, by its id.
        root: The workplace, whose cache is used.
        to: The folder that becomes ``site/``.
    """
    folder = root / CACHE
    count = 0
    for id_, shown in pages.items():
        cards = {picture_place(id_, page.address): card(site, page) for page in shown}
        count += len(cards)
        for path, data in _drawn(cards, folder):
            (to / path).parent.mkdir(parents=True, exist_ok=True)
            (to / path).write_bytes(data)
    tidy(folder, 2 * count)


def card(site: Site, page: Page) -> dict[str, Any]:
    """What the picture of a page shows: its title, the guide it is part of, the site; colours and signs."""
    language, name = page.language, site.info.name[page.language]
    data = {"language": language, "title": page.title, "over": name if page.title != name else "", "under": ""}
    guide = site.guides.get(page.address.partition("/")[0])
    if guide is None:
        signs = {other.sign.id: other.sign for other in site.guides.values()}
        marks = [_sign(sign, sign.light.accent, 1) for sign in signs.values()]
        return data | {"ground": _PAPER, "ink": _INK, "signs": marks}
    title = guide.model.title[language]
    return data | {
        "under": title if page.title != title else "",
        "ground": guide.sign.light.accent,
        "ink": _PAPER,
        "signs": [_sign(guide.sign, guide.sign.light.frame, 0.16)],
    }


def _sign(sign: Sign, colour: str, opacity: float) -> dict[str, Any]:
    return {"path": SIGNS[sign.shape], "colour": colour, "opacity": opacity}


def _drawn(cards: Mapping[str, dict[str, Any]], folder: Path) -> Iterator[tuple[str, bytes]]:
    keys = {path: _key(data) for path, data in cards.items()}
    lacking = []
    for path, key in keys.items():
        data = kept(folder, key)
        if data is None:
            lacking.append(path)
        else:
            yield path, data
    for path, image in zip(lacking, _compiled([cards[path] for path in lacking]), strict=True):
        data = _with_few_colours(image)
        keep(folder, keys[path], data)
        yield path, data


def _compiled(cards: Sequence[dict[str, Any]]) -> list[bytes]:
    if not cards:
        return []
    images = typst.compile(
        TEMPLATE.read_bytes(),
        font_paths=fonts(),
        format="png",
        ppi=_RESOLUTION,
        sys_inputs={"cards": json.dumps(cards, ensure_ascii=False)},
    )
    return list(images) if isinstance(images, list) else [images]


def _with_few_colours(png: bytes) -> bytes:
    saved = BytesIO()
    with Image.open(BytesIO(png)) as image:
        few = image.convert("RGB").quantize(_COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        few.save(saved, "PNG")
    return saved.getvalue()


def _key(data: dict[str, Any]) -> str:
    """A digest of all that decides what a picture will be."""
    return hashlib.sha256(_programs() + json.dumps(data, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


@cache
def _programs() -> bytes:
    """A digest of the code of this room, of the fonts, and of the versions of the libraries it calls."""
    digest = hashlib.sha256()
    for path in (Path(__file__), TEMPLATE, *sorted(FONTS.glob("*.ttf"))):
        digest.update(path.name.encode() + path.read_bytes())
    for library in ("pillow", "typst"):
        digest.update(f"{library} {version(library)}\n".encode())
    return digest.digest()
