"""How large the text of a slide may be so that all of it is seen; what is too much for one slide goes on to the next.

Widths are those of Source Sans 3, which is at hand and a little wider than the typeface of the slides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from macros.diagram.metrics import Weight
from macros.diagram.wrapping import wrap
from scripts.kit.slide import Block, Part, Slide

SIZES = (28, 26, 24, 22, 20, 18)
"""Points of running text, the largest first; below the last nothing can be read from the back of a room."""
TITLE_SIZES = (32, 30, 28, 26, 24, 22)
LINE = 1.22
"""Height of a line, in ems: that of the typeface of the slides and of its substitutes."""
INDENT = 24.0
"""Points that items are indented by."""
STEP = 40.0
"""Points that numbered items are indented by."""
SLACK = 0.97
"""Part of a width that text is set in when it is measured."""


@dataclass(frozen=True, slots=True)
class Voice:
    """How a part is set: its size as a share of that of running text, its weight, and the space before it in ems."""

    share: float
    weight: Weight
    before: float
    indent: float = 0.0


VOICES: dict[Part, Voice] = {
    "lead": Voice(1.15, "regular", 0.5),
    "text": Voice(1.0, "regular", 0.5),
    "head": Voice(0.82, "semibold", 0.7),
    "item": Voice(1.0, "regular", 0.4, INDENT),
    "step": Voice(1.0, "regular", 0.4, STEP),
    "quiet": Voice(0.8, "regular", 0.7),
}


@dataclass(frozen=True, slots=True)
class Room:
    """A place on a slide, in points, without its margins."""

    width: float
    height: float


TITLE = Room(800, 78)
WHOLE = Room(836, 342)
LEFT, RIGHT = Room(324, 336), Room(452, 336)


def size_of(part: Part, size: int) -> int:
    """Points that a part is set in, whole, where running text has ``size``."""
    return round(VOICES[part].share * size)


def height(blocks: Sequence[Block], size: int, width: float) -> float:
    """Points that paragraphs are high at a size in a width."""
    total = 0.0
    for block in blocks:
        voice = VOICES[block.part]
        points = size_of(block.part, size)
        lines = wrap(block.plain, SLACK * (width - voice.indent), points, voice.weight).lines
        total += len(lines) * LINE * points + voice.before * points
    return total


def title_size(title: Block, room: Room = TITLE) -> int:
    """The largest size in which a title fits; the smallest if none does."""
    for size in TITLE_SIZES:
        if len(wrap(title.plain, SLACK * room.width, size, "semibold").lines) * LINE * size <= room.height:
            return size
    return TITLE_SIZES[-1]


def size(slide: Slide) -> int | None:
    """The largest size in which all of a slide fits; None if none does."""
    places = ((slide.body, LEFT), (slide.aside, RIGHT)) if slide.aside else ((slide.body, WHOLE),)
    return next(
        (each for each in SIZES if all(height(blocks, each, room.width) <= room.height for blocks, room in places)),
        None,
    )


def fitted(slide: Slide) -> Iterator[Slide]:
    """The slide, or as many as its text needs, with the same title and their place among them: ``Title (2/3)``.

    Columns that are too full come one after the other.
    """
    if slide.picture or size(slide):
        yield slide
        return
    whole = replace(slide, body=(*slide.body, *slide.aside), aside=())
    if size(whole):
        yield whole
        return
    parts = _parts(whole.body)
    for number, blocks in enumerate(parts, 1):
        yield replace(whole, title=f"{slide.title} ({number}/{len(parts)})", body=blocks)


def _parts(blocks: Sequence[Block]) -> list[tuple[Block, ...]]:
    """As few parts as can be, about equally full; a small heading stays with what follows it."""
    groups: list[list[Block]] = []
    for block in blocks:
        if groups and groups[-1][-1].part == "head":
            groups[-1].append(block)
        else:
            groups.append([block])

    def tall(some: Sequence[list[Block]]) -> float:
        return height([block for group in some for block in group], SIZES[-2], WHOLE.width)

    for count in range(2, len(groups) + 1):
        share = tall(groups) / count
        parts: list[list[list[Block]]] = [[]]
        for group in groups:
            if parts[-1] and tall(parts[-1]) + tall([group]) / 2 > share and len(parts) < count:
                parts.append([])
            parts[-1].append(group)
        if all(tall(part) <= WHOLE.height for part in parts):
            return [tuple(block for group in part for block in group) for part in parts]
    return [tuple(group) for group in groups]
