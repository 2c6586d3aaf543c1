"""Where everything in a diagram stands: the choice among the ways it can be set."""

from __future__ import annotations

from collections.abc import Mapping

from macros.diagram.picture import Picture
from macros.diagram.sheet import Sheet
from macros.diagram.stages import Content, Stage, content
from macros.diagram.style import STYLES, Style, Width
from macros.diagram.words import Words, words
from macros.model import Guide, Text

SPLITS = tuple(percent / 100 for percent in range(26, 76, 2))
"""How the width may be shared between two sides."""
PLEASANT = 0.66
"""The share of the first side that pleases most, if the height hardly minds."""
NEARLY = 1.04
"""What counts as hardly."""
TIGHTENINGS = tuple(percent / 100 for percent in range(95, 45, -5))
"""How far the air between the parts may shrink where the height is limited; as little as will do."""
NARROWEST_SIDE = 11.0
"""Ems below which sides no longer stand side by side but one after the other."""

_Lanes = tuple[float, ...]


def layout(guide: Guide, labels: Mapping[str, Text], language: str, width: Width) -> Picture:
    """Lay a guide's logic model out.

    Args:
        guide: The guide; its current edition must have a logic model.
        labels: The site's labels; ``diagram-…`` are read.
        language: Id of the language.
        width: Which drawing: for a wide column, a phone or paper.

    Raises:
        ValueError: The current edition has no logic model.
        KeyError: A label or a text is missing in the language.
    """
    shown, around = content(guide, labels, language), words(guide, labels, language)
    style = STYLES[width]
    loose = _best(shown, around, style)
    if style.tallest is None or loose.height <= style.tallest:
        return loose
    tight = _best(shown, around, style.tightened(TIGHTENINGS[-1]))
    first, last = 0, len(TIGHTENINGS) - 1
    while first < last and tight.height <= style.tallest:
        middle = (first + last) // 2
        picture = _best(shown, around, style.tightened(TIGHTENINGS[middle]))
        if picture.height <= style.tallest:
            tight, last = picture, middle
        else:
            first = middle + 1
    return tight


def _best(shown: Content, around: Words, style: Style) -> Picture:
    """Share the width between the sides so that no word is divided, the picture is low, and the shares are pleasant."""
    lanes = _lanes(len(shown.sides), style)
    if not lanes:
        return _stacked(shown, around, style)
    pictures = [(option, _side_by_side(shown, around, style, option)) for option in lanes]
    unbroken = min(picture.broken for _, picture in pictures)
    pictures = [(option, picture) for option, picture in pictures if picture.broken == unbroken]
    lowest = min(picture.height for _, picture in pictures)
    limit = lowest * NEARLY
    if style.tallest is not None:
        limit = max(lowest, min(limit, style.tallest))
    good = [(option, picture) for option, picture in pictures if picture.height <= limit]
    return min(good, key=lambda found: abs(found[0][0] - PLEASANT * sum(found[0])))[1]


def _lanes(count: int, style: Style) -> list[_Lanes]:
    """List the ways to share the width; none if the sides cannot stand side by side."""
    if count == 0:
        return []
    free = style.width - (count - 1) * style.panel_gap
    options: list[_Lanes] = [(free / count,) * count]
    if count == 2:
        options = [(free * split, free * (1 - split)) for split in SPLITS]
    return [option for option in options if min(option) >= NARROWEST_SIDE * style.size]


def _side_by_side(shown: Content, around: Words, style: Style, lanes: _Lanes) -> Picture:
    """Set every stage as a row, every side as a column."""
    sheet = Sheet(around, shown.sides, style, single=style.one_column)
    if style.titled:
        sheet.title()
    for index, stage in enumerate(shown.stages):
        if index:
            sheet.way(shown.stages[index - 1], stage, lanes)
        sheet.row(stage, lanes if stage.sided else (style.width,))
    return _finished(sheet, shown)


def _stacked(shown: Content, around: Words, style: Style) -> Picture:
    """Set one column: what is shared, then each side from beginning to end."""
    sheet = Sheet(around, shown.sides, style, single=style.one_column)
    if style.titled:
        sheet.title()
    full = (style.width,)
    shared = [stage for stage in shown.stages if not stage.sided]
    sided = [stage for stage in shown.stages if stage.sided]
    for stage in shared:
        sheet.row(stage, full)
    for number in range(len(shown.sides)):
        own = [Stage(stage.kind, stage.title, (stage.groups[number],)) for stage in sided]
        sheet.side_heading(number, arrow=number == 0 and bool(shared and own and own[0].groups[0].cards))
        for index, stage in enumerate(own):
            if index:
                sheet.way(own[index - 1], stage, full)
            sheet.row(stage, full)
    return _finished(sheet, shown)


def _finished(sheet: Sheet, shown: Content) -> Picture:
    if shown.loose:
        sheet.y += sheet.style.arrow
        sheet.row(shown.loose, (sheet.style.width,))
    sheet.legend()
    return sheet.picture()
