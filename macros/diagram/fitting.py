"""One box: what room it needs, and where its text and marks stand in it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from macros.diagram.metrics import CAP_HEIGHT, text_width
from macros.diagram.picture import Line, Mark, PlacedCard, Rect, Voice
from macros.diagram.stages import Card
from macros.diagram.style import Style
from macros.diagram.wrapping import wrap

_NUMBER_ROOM = 1.7  # ems
_NUMBER_SIZE = 1.2  # ems
_MARK_GAP = 0.3  # ems
_LEAST_TEXT = 4.0  # ems that marks side by side must leave for the text


@dataclass(frozen=True, slots=True)
class Fitted:
    """A box at a width.

    Attributes:
        card: What it says.
        width: Its width.
        lines: Its text in lines.
        mark_columns: How many of its marks stand side by side.
        height: Height it needs.
        broken: How many words had to be divided.
        heading: Whether it is an umbrella heading, which holds other boxes.
    """

    card: Card
    width: float
    lines: tuple[str, ...]
    mark_columns: int
    height: float
    broken: int
    heading: bool


def mark_size(style: Style, names: Sequence[str] = ("H0",)) -> tuple[float, float]:
    """Return width and height of marks with these names."""
    widest = max(text_width(name, style.size, "semibold") for name in names)
    return widest + 0.7 * style.size, style.leading


def natural_width(card: Card, style: Style) -> float:
    """Return the width at which a box without number and marks takes one line."""
    return text_width(card.label, style.size) + 2 * style.pad_x + 0.5


def fit(card: Card, width: float, style: Style, *, heading: bool = False) -> Fitted:
    """Fit one box to a width; its marks stand side by side or in a column, whichever keeps it lower."""
    columns = range(len(card.marks), 0, -1) if card.marks else (0,)
    roomy = [count for count in columns if _text_room(card, width, style, count) >= _LEAST_TEXT * style.size]
    options = [_fit(card, width, style, count, heading=heading) for count in roomy or columns[-1:]]
    return min(options, key=lambda fitted: (fitted.broken, fitted.height))


def _text_room(card: Card, width: float, style: Style, mark_columns: int) -> float:
    """Return how wide the text may be beside number and marks."""
    room = width - 2 * style.pad_x
    if card.number is not None:
        room -= _NUMBER_ROOM * style.size
    if mark_columns:
        room -= mark_columns * (mark_size(style, card.marks)[0] + _MARK_GAP * style.size) + 0.2 * style.size
    return room


def _fit(card: Card, width: float, style: Style, mark_columns: int, *, heading: bool) -> Fitted:
    marks = 0.0
    if mark_columns:
        down = mark_size(style, card.marks)[1] + _MARK_GAP * style.size
        marks = math.ceil(len(card.marks) / mark_columns) * down - _MARK_GAP * style.size
    room = _text_room(card, width, style, mark_columns)
    wrapped = wrap(card.label, room, style.size, "semibold" if heading else "regular")
    height = max(len(wrapped.lines) * style.leading, marks) + 2 * style.pad_y
    return Fitted(card, width, wrapped.lines, mark_columns, height, wrapped.broken, heading)


def placed(fitted: Fitted, side: int, rect: Rect, style: Style) -> PlacedCard:
    """Put a fitted box into its place; text and marks stand half-way up, those of a heading at its top."""
    top = Rect(rect.x, rect.y, rect.width, fitted.height) if fitted.heading else rect
    number = None
    left = rect.x + style.pad_x
    if fitted.card.number is not None:
        size = _NUMBER_SIZE * style.size
        base = top.y + (top.height + CAP_HEIGHT * size) / 2
        text = str(fitted.card.number)
        number = Line(text, left + 0.45 * style.size, base, size, "number", anchor="middle", side=side)
        left += _NUMBER_ROOM * style.size
    block = (len(fitted.lines) - 1) * style.leading + CAP_HEIGHT * style.size
    first = top.y + (top.height - block) / 2 + CAP_HEIGHT * style.size
    voice: Voice = "frame" if fitted.heading else "box"
    return PlacedCard(
        card=fitted.card,
        side=side,
        rect=rect,
        lines=tuple(
            Line(text, left, first + index * style.leading, style.size, voice, side=side)
            for index, text in enumerate(fitted.lines)
        ),
        number=number,
        marks=tuple(_marks(fitted, top, style, side)),
        frame=fitted.heading,
    )


def mark(name: str, rect: Rect, style: Style, side: int) -> Mark:
    """Put a mark's name into its place."""
    base = rect.y + (rect.height + CAP_HEIGHT * style.size) / 2
    return Mark(rect, Line(name, rect.middle, base, style.size, "mark", anchor="middle", side=side))


def _marks(fitted: Fitted, rect: Rect, style: Style, side: int) -> list[Mark]:
    names = fitted.card.marks
    if not names:
        return []
    columns = fitted.mark_columns
    width, height = mark_size(style, names)
    across, down = width + _MARK_GAP * style.size, height + _MARK_GAP * style.size
    rows = math.ceil(len(names) / columns)
    left = rect.right - style.pad_x - columns * across + _MARK_GAP * style.size
    top = rect.y + (rect.height - rows * down + _MARK_GAP * style.size) / 2
    places = [Rect(left + i % columns * across, top + i // columns * down, width, height) for i in range(len(names))]
    return [mark(name, place, style, side) for name, place in zip(names, places, strict=True)]
