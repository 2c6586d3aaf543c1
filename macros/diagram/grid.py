"""Boxes of one group in rows and columns."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from macros.diagram.metrics import CAP_HEIGHT, text_width
from macros.diagram.picture import Line, Mark, PlacedCard, Rect, Voice
from macros.diagram.stages import Card, Group
from macros.diagram.style import Style
from macros.diagram.wrapping import wrap

MOST_COLUMNS = 3
LONGEST_LIST = 6
"""Core elements are a numbered list: up to so many stand one under another."""
_NUMBER_ROOM = 1.7  # ems


@dataclass(frozen=True, slots=True)
class Fitted:
    """A box at a width: its lines, how its marks stand, and the height it needs."""

    card: Card
    width: float
    lines: tuple[str, ...]
    mark_columns: int
    height: float
    broken: int


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A group at a width.

    Attributes:
        rows: Its boxes, row by row.
        heading: The umbrella heading, fitted; None if there is none.
        height: Height it needs.
        broken: How many words had to be divided.
    """

    rows: tuple[tuple[Fitted, ...], ...]
    heading: Fitted | None
    height: float
    broken: int


def mark_size(style: Style) -> tuple[float, float]:
    """Width and height of a mark."""
    return text_width("H0", style.size, "semibold") + 0.7 * style.size, style.leading


def fit(card: Card, width: float, style: Style, *, heading: bool = False) -> Fitted:
    """Fit one box to a width; its marks stand side by side or in a column, whichever keeps it lower."""
    count = len(card.marks)
    options = [_fit(card, width, style, columns, heading=heading) for columns in range(count, 0, -1)]
    return min(options or [_fit(card, width, style, 0, heading=heading)], key=lambda fitted: (fitted.broken, fitted.height))


def _fit(card: Card, width: float, style: Style, mark_columns: int, *, heading: bool) -> Fitted:
    mark_width, mark_height = mark_size(style)
    room = width - 2 * style.pad_x
    room -= _NUMBER_ROOM * style.size if card.number is not None else 0
    room -= mark_columns * (mark_width + _mark_gap(style)) + 0.2 * style.size if mark_columns else 0
    wrapped = wrap(card.label, room, style.size, "semibold" if heading else "regular")
    mark_rows = math.ceil(len(card.marks) / mark_columns) if mark_columns else 0
    text = len(wrapped.lines) * style.leading
    marks = mark_rows * (mark_height + _mark_gap(style)) - _mark_gap(style)
    height = max(text, marks) + 2 * style.pad_y
    return Fitted(card, width, wrapped.lines, mark_columns, height, wrapped.broken)


def _mark_gap(style: Style) -> float:
    return 0.3 * style.size


def arrange(group: Group, width: float, style: Style, *, single: bool = False) -> Arrangement:
    """Set a group's boxes in as many columns as make it lowest without dividing words, or in a single one."""
    heading = fit(group.heading, width, style, heading=True) if group.heading else None
    inner = width - 2 * style.gap if heading else width
    most = 1 if single else _most_columns(group)
    if not group.cards:
        return Arrangement((), heading, 0.0, 0)
    options = [_arranged(group.cards, columns, inner, heading, style) for columns in range(1, most + 1)]
    return min(options, key=lambda option: (option.broken, round(option.height, 1)))


def _most_columns(group: Group) -> int:
    listed = any(card.number is not None for card in group.cards) and len(group.cards) <= LONGEST_LIST
    return 1 if listed else min(MOST_COLUMNS, len(group.cards))


def _arranged(cards: Sequence[Card], columns: int, width: float, heading: Fitted | None, style: Style) -> Arrangement:
    rows = []
    start = 0
    full = math.ceil(len(cards) / columns)
    for index in range(full):
        # rows as equal in number as can be, the longer ones first
        take = len(cards) // full + (index < len(cards) % full)
        each = (width - (take - 1) * style.gap) / take
        rows.append(tuple(fit(card, each, style) for card in cards[start : start + take]))
        start += take
    height = sum(max(fitted.height for fitted in row) for row in rows) + (len(rows) - 1) * style.gap
    broken = sum(fitted.broken for row in rows for fitted in row)
    if heading:
        height += heading.height + style.gap
        broken += heading.broken
    return Arrangement(tuple(rows), heading, height, broken)


def place(arrangement: Arrangement, side: int, x: float, y: float, height: float, style: Style) -> list[PlacedCard]:
    """Put an arranged group into a place at least as high as it needs; boxes grow evenly to fill it."""
    placed = []
    if arrangement.heading:
        placed.append(_placed_heading(arrangement.heading, side, Rect(x, y, arrangement.heading.width, height), style))
        x += style.gap
        y += arrangement.heading.height
    growth = 0.0 if height > 1.5 * arrangement.height else (height - arrangement.height) / max(1, len(arrangement.rows))
    for row in arrangement.rows:
        tall = max(fitted.height for fitted in row) + growth
        left = x
        for fitted in row:
            placed.append(_placed(fitted, side, Rect(left, y, fitted.width, tall), style))
            left += fitted.width + style.gap
        y += tall + style.gap
    return placed


def _placed(fitted: Fitted, side: int, rect: Rect, style: Style) -> PlacedCard:
    card = fitted.card
    left = rect.x + style.pad_x
    number = None
    if card.number is not None:
        size = 1.2 * style.size
        baseline = rect.y + (rect.height + CAP_HEIGHT * size) / 2
        number = Line(str(card.number), left + 0.45 * style.size, baseline, size, "number", "middle", side)
        left += _NUMBER_ROOM * style.size
    return PlacedCard(
        card=card,
        side=side,
        rect=rect,
        lines=tuple(_centred(fitted.lines, left, rect, style, "box", side)),
        number=number,
        marks=tuple(_marks(fitted, rect, style, side)),
    )


def _centred(texts: Sequence[str], x: float, rect: Rect, style: Style, voice: Voice, side: int) -> list[Line]:
    block = (len(texts) - 1) * style.leading + CAP_HEIGHT * style.size
    first = rect.y + (rect.height - block) / 2 + CAP_HEIGHT * style.size
    return [Line(text, x, first + index * style.leading, style.size, voice, side=side) for index, text in enumerate(texts)]


def _placed_heading(fitted: Fitted, side: int, rect: Rect, style: Style) -> PlacedCard:
    top = Rect(rect.x, rect.y, rect.width, fitted.height)
    lines = _centred(fitted.lines, rect.x + style.pad_x, top, style, "frame", side)
    return PlacedCard(fitted.card, side, rect, tuple(lines), marks=tuple(_marks(fitted, top, style, side)), frame=True)


def _marks(fitted: Fitted, rect: Rect, style: Style, side: int) -> list[Mark]:
    width, height = mark_size(style)
    columns = fitted.mark_columns
    names = fitted.card.marks
    if not names:
        return []
    gap = _mark_gap(style)
    rows = math.ceil(len(names) / columns)
    top = rect.y + (rect.height - rows * (height + gap) + gap) / 2
    left = rect.right - style.pad_x - columns * (width + gap) + gap
    marks = []
    for index, name in enumerate(names):
        place_ = Rect(left + index % columns * (width + gap), top + index // columns * (height + gap), width, height)
        baseline = place_.y + (height + CAP_HEIGHT * style.size) / 2
        marks.append(Mark(place_, Line(name, place_.middle, baseline, style.size, "mark", "middle", side)))
    return marks
