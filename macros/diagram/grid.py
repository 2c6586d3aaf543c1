"""Boxes of one group in rows and columns."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros.diagram.fitting import Fitted, fit, natural_width, placed
from macros.diagram.picture import PlacedCard, Rect
from macros.diagram.stages import Card, Group
from macros.diagram.style import Style

MOST_COLUMNS = 3
MOST_COLUMNS_WITH_MARKS = 2
LONGEST_LIST = 6
"""Core elements are a numbered list: up to so many stand one under another."""
MOST_GROWTH = 1.5
"""A group that fills less of its place than this asks keeps its own height, and stands at the top."""

_Row = tuple[Fitted, ...]


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A group at a width.

    Attributes:
        rows: Its boxes, row by row.
        heading: The umbrella heading, fitted; None if there is none.
        height: Height it needs.
        broken: How many words had to be divided.
    """

    rows: tuple[_Row, ...]
    heading: Fitted | None
    height: float
    broken: int


def arrange(group: Group, width: float, style: Style, *, single: bool = False) -> Arrangement:
    """Set a group's boxes in as many columns as make it lowest without dividing words, or in a single one."""
    if not group.cards:
        return Arrangement((), None, 0.0, 0)
    heading = fit(group.heading, width, style, heading=True) if group.heading else None
    inner = width - 2 * style.gap if heading else width
    most = 1 if single else _most_columns(group)
    options = [_even_rows(group.cards, columns, inner, style) for columns in range(1, most + 1)]
    if group.cards[0].kind == "context" and not single:
        options += _flowing_rows(group.cards, inner, style)
    arranged = [_arranged(rows, heading, style) for rows in options]
    return min(arranged, key=lambda option: (option.broken, round(option.height, 1)))


def _most_columns(group: Group) -> int:
    if len(group.cards) <= LONGEST_LIST and any(card.number is not None for card in group.cards):
        return 1
    marked = any(card.marks for card in group.cards)
    return min(MOST_COLUMNS_WITH_MARKS if marked else MOST_COLUMNS, len(group.cards))


def _even_rows(cards: Sequence[Card], columns: int, width: float, style: Style) -> list[_Row]:
    """Make rows of boxes equally wide; as equal in number as can be, the longer rows first."""
    rows = []
    start = 0
    count = math.ceil(len(cards) / columns)
    for index in range(count):
        take = len(cards) // count + (index < len(cards) % count)
        each = (width - (take - 1) * style.gap) / take
        rows.append(tuple(fit(card, each, style) for card in cards[start : start + take]))
        start += take
    return rows


def _flowing_rows(cards: Sequence[Card], width: float, style: Style) -> Iterator[list[_Row]]:
    """Make the fewest rows of boxes with one line each, stretched to fill the row; nothing if one is too wide."""
    natural = [natural_width(card, style) for card in cards]
    for count in range(1, len(cards) + 1):
        ends = [round(len(cards) * (index + 1) / count) for index in range(count)]
        rows = []
        for start, end in zip([0, *ends], ends, strict=False):
            spare = width - sum(natural[start:end]) - (end - start - 1) * style.gap
            if spare < 0:
                break
            each = spare / (end - start)
            rows.append(tuple(fit(cards[i], natural[i] + each, style) for i in range(start, end)))
        else:
            yield rows
            return


def _arranged(rows: Sequence[_Row], heading: Fitted | None, style: Style) -> Arrangement:
    height = sum(max(fitted.height for fitted in row) for row in rows) + (len(rows) - 1) * style.gap
    broken = sum(fitted.broken for row in rows for fitted in row)
    if heading:
        height += heading.height + style.gap
        broken += heading.broken
    return Arrangement(tuple(rows), heading, height, broken)


def place(arrangement: Arrangement, side: int, room: Rect, style: Style) -> Iterator[PlacedCard]:
    """Put an arranged group into a room at least as high as it needs; boxes grow to fill it if it is not much."""
    growth = 0.0
    if room.height <= MOST_GROWTH * arrangement.height:
        growth = (room.height - arrangement.height) / max(1, len(arrangement.rows))
    x, y = room.x, room.y
    if heading := arrangement.heading:
        height = arrangement.height + growth * len(arrangement.rows)
        yield placed(heading, side, Rect(x, y, heading.width, height), style)
        x += style.gap
        y += heading.height
    for row in arrangement.rows:
        tall = max(fitted.height for fitted in row) + growth
        left = x
        for fitted in row:
            yield placed(fitted, side, Rect(left, y, fitted.width, tall), style)
            left += fitted.width + style.gap
        y += tall + style.gap
