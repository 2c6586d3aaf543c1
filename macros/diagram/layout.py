"""Where everything in a diagram stands."""

from __future__ import annotations

from collections.abc import Mapping

from macros.diagram.grid import Arrangement, arrange, mark_size, place
from macros.diagram.metrics import CAP_HEIGHT, Weight, text_width
from macros.diagram.picture import Arrow, Icon, Line, Panel, Picture, PlacedCard, Rect, Sample, Voice
from macros.diagram.stages import Content, Group, Stage, content
from macros.diagram.style import STYLES, Style, Width
from macros.diagram.wrapping import wrap
from macros.model import Guide, Text

SPLITS = tuple(percent / 100 for percent in range(26, 76, 2))
"""How the width may be shared between two sides."""
PLEASANT = 0.62
"""The share of the first side that pleases most, if the height hardly minds."""
NEARLY = 1.08
"""What counts as hardly."""
TIGHTENINGS = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)
"""How far the air between the parts may shrink where the height is limited."""
NARROWEST_SIDE = 11.0
"""Ems below which sides no longer stand side by side but one after the other."""


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
    shown = content(guide, labels, language)
    words = _Words(guide, labels, language)
    style = STYLES[width]
    options = []
    for tightening in TIGHTENINGS if style.tallest else TIGHTENINGS[:1]:
        picture = _best(shown, words, style.tightened(tightening))
        if style.tallest is None or picture.height <= style.tallest:
            return picture
        options.append(picture)
    return options[-1]


def _best(shown: Content, words: _Words, style: Style) -> Picture:
    """Share the width between the sides so that no word is divided, the picture is low, and the shares are pleasant."""
    lanes: list[tuple[float, ...]]
    count = len(shown.sides)
    free = style.width - (count - 1) * style.panel_gap
    if count > 1 and free / count < NARROWEST_SIDE * style.size:
        lanes = []
    elif count == 2:
        lanes = [(free * split, free * (1 - split)) for split in SPLITS]
    else:
        lanes = [(free / count,) * count]
    lanes = [option for option in lanes if min(option) >= NARROWEST_SIDE * style.size]
    if not lanes:
        return _Sheet(shown, words, style).stacked()
    pictures = [_Sheet(shown, words, style).side_by_side(option) for option in lanes]
    unbroken = min(picture.broken for picture in pictures)
    lowest = min(picture.height for picture in pictures if picture.broken == unbroken)
    good = [
        (abs(option[0] - PLEASANT * free), place_, picture)
        for place_, (option, picture) in enumerate(zip(lanes, pictures, strict=True))
        if picture.broken == unbroken and picture.height <= lowest * NEARLY
    ]
    return min(good, key=lambda found: found[:2])[2]


class _Words:
    """The texts of a diagram that do not stand in its boxes."""

    def __init__(self, guide: Guide, labels: Mapping[str, Text], language: str) -> None:
        name = guide.model.name[language]
        self.sign = guide.model.sign
        self.title = f"{name[:1].upper()}{name[1:]}: {labels['diagram-title'][language]}"
        self.edition = _dated(guide.current.title[language], guide.current.date)
        self.unknown = labels["diagram-unknown"][language]
        self.conditional = labels["diagram-legend-conditional"][language]
        self.hypotheses = labels["diagram-legend-hypotheses"][language]


def _dated(title: str, date: str) -> str:
    """The edition's title with its month, as ``11/2023``, unless the title tells the year."""
    year, _, rest = date.partition("-")
    month = rest[:2].lstrip("0")
    return title if year in title else f"{title}, {month}/{year}" if month else f"{title}, {year}"


class _Sheet:
    """A sheet filled from the top; ``y`` is how far it is filled."""

    def __init__(self, shown: Content, words: _Words, style: Style) -> None:
        self.shown, self.words, self.style = shown, words, style
        self.y = 0.0
        self.broken = 0
        self.single = False
        self.panels: list[Panel] = []
        self.arrows: list[Arrow] = []
        self.cards: list[PlacedCard] = []
        self.icons: list[Icon] = []
        self.samples: list[Sample] = []
        self.lines: list[Line] = []

    def side_by_side(self, lanes: tuple[float, ...]) -> Picture:
        """Every stage is a row, every side a column."""
        self._title()
        for index, stage in enumerate(self.shown.stages):
            if index:
                self._way(self.shown.stages[index - 1], stage, lanes)
            self._row(stage, lanes if stage.groups[0].side is not None else (self.style.width,))
        return self._finished()

    def stacked(self) -> Picture:
        """One column: what is shared, then each side from beginning to end."""
        self.single = True
        self._title()
        full = (self.style.width,)
        shared = [stage for stage in self.shown.stages if stage.groups[0].side is None]
        for stage in shared:
            self._row(stage, full)
        for number, side in enumerate(self.shown.sides):
            own = [
                Stage(stage.kind, stage.title, (stage.groups[number],))
                for stage in self.shown.stages
                if stage.groups[0].side is not None
            ]
            self._side_heading(number, side.id, side.title, arrow=number == 0 and bool(shared) and bool(own[0].groups[0].cards))
            for index, stage in enumerate(own):
                if index:
                    self._way(own[index - 1], stage, full)
                self._row(stage, full)
        return self._finished()

    def _title(self) -> None:
        style = self.style
        size = style.title_size
        icon = CAP_HEIGHT * size * 1.2
        left = icon + 0.45 * size
        self.icons.append(Icon(self.words.sign, 0, 0, 0.1 * size, icon))
        self.y = self._text(self.words.title, left, 0.1 * size, style.width - left, size, "title", leading=1.2 * size)
        self.y += 0.45 * style.size
        self.y = self._text(self.words.edition, left, self.y, style.width - left, style.size, "edition")
        self.y += style.size

    def _text(
        self, text: str, x: float, top: float, room: float, size: float, voice: Voice, *, side: int = 0, leading: float = 0.0
    ) -> float:
        """Set text from ``top`` down and return where its last line's capitals stand."""
        leading = leading or self.style.leading
        weight: Weight = Line("", 0, 0, 0, voice).weight
        wrapped = wrap(text, room, size, weight)
        self.broken += wrapped.broken
        y = top + CAP_HEIGHT * size
        for index, line in enumerate(wrapped.lines):
            self.lines.append(Line(line, x, y + index * leading, size, voice, side=side))
        return y + (len(wrapped.lines) - 1) * leading + 0.2 * size

    def _side_heading(self, number: int, id_: str, title: str, *, arrow: bool) -> None:
        """Write a side's name over its first stage; an arrow passes beside it if it is short."""
        style = self.style
        size = 1.15 * style.size
        left = 1.6 * size
        top = self.y
        self.y += style.arrow
        self.icons.append(Icon(id_, number, 0, self.y - 0.2 * size, 1.1 * size))
        self.y = self._text(title, left, self.y, style.width - left, size, "head", side=number, leading=1.25 * size)
        self.y += 0.6 * style.size
        if arrow:
            self._arrow_beside(number, top, left + text_width(title, size, "semibold"))

    def _arrow_beside(self, side: int, top: float, taken: float) -> None:
        style = self.style
        air = 0.16 * style.arrow
        if taken + style.size < style.width / 2:
            self.arrows.append(Arrow(side, style.width / 2, top + air, self.y - air))

    def _way(self, earlier: Stage, later: Stage, lanes: tuple[float, ...]) -> None:
        style = self.style
        air = 0.16 * style.arrow
        x = 0.0
        for index, lane in enumerate(lanes):
            source = earlier.groups[index] if len(earlier.groups) == len(lanes) else earlier.groups[0]
            target = later.groups[index]
            if source.cards and target.cards:
                self.arrows.append(Arrow(target.side or 0, x + lane / 2, self.y + air, self.y + style.arrow - air))
            x += lane + style.panel_gap
        self.y += style.arrow

    def _row(self, stage: Stage, lanes: tuple[float, ...]) -> None:
        style = self.style
        pad = style.panel_pad
        top = self.y
        tagged = len(lanes) > 1
        body = top + pad
        x = 0.0
        spans: list[tuple[Group, float, float]] = []
        for index, (group, lane) in enumerate(zip(stage.groups, lanes, strict=True)):
            room = lane - 2 * pad
            foot = body
            if tagged:
                foot = self._side_tag(group.side or 0, x + pad, body, room, stage.title if index == 0 else None)
            else:
                foot = self._text(stage.title, x + pad, body, room, style.size, "stage", side=group.side or 0)
            spans.append((group, x, lane))
            x += lane + style.panel_gap
            self.y = max(self.y, foot)
        body = self.y + 0.5 * style.size
        arranged = [arrange(group, lane - 2 * pad, style, single=self.single) for group, _, lane in spans]
        height = max(max(arrangement.height for arrangement in arranged), style.leading)
        for (group, left, lane), arrangement in zip(spans, arranged, strict=True):
            side = group.side or 0
            self.panels.append(Panel(side, Rect(left, top, lane, body + height + pad - top)))
            self._fill(group, arrangement, side, Rect(left + pad, body, lane - 2 * pad, height))
        self.y = body + height + pad

    def _fill(self, group: Group, arrangement: Arrangement, side: int, room: Rect) -> None:
        if group.cards:
            self.cards += place(arrangement, side, room.x, room.y, room.height, self.style)
            self.broken += arrangement.broken
        else:
            lines = wrap(self.words.unknown, room.width, self.style.size).lines
            block = (len(lines) - 1) * self.style.leading + CAP_HEIGHT * self.style.size
            self._text(self.words.unknown, room.x, room.y + (room.height - block) / 2, room.width, self.style.size, "quiet", side=side)

    def _side_tag(self, number: int, x: float, y: float, room: float, title: str | None) -> float:
        """Write a side's name at the head of its panel, after the stage's title in the first; return their foot."""
        style = self.style
        side = self.shown.sides[number]
        icon = 0.95 * style.size
        name = 1.35 * style.size + text_width(side.title, style.size)
        foot = y
        if title is not None:
            foot = self._text(title, x, y, room, style.size, "stage")
            used = text_width(title, style.size, "semibold")
            if used + 2 * style.size + name <= room:
                x, room = x + room - name, name
            else:
                y = foot + 0.4 * style.size
        self.icons.append(Icon(side.id, number, x, y - 0.15 * style.size, icon))
        return max(foot, self._text(side.title, x + 1.35 * style.size, y, room, style.size, "side", side=number))

    def _finished(self) -> Picture:
        if self.shown.loose:
            self.y += self.style.arrow
            self._row(self.shown.loose, (self.style.width,))
        self._legend()
        return Picture(
            width=self.style.width,
            height=self.y,
            panels=tuple(self.panels),
            arrows=tuple(self.arrows),
            cards=tuple(self.cards),
            icons=tuple(self.icons),
            samples=tuple(self.samples),
            lines=tuple(self.lines),
            broken=self.broken,
        )

    def _legend(self) -> None:
        style = self.style
        width, height = mark_size(style)
        entries = []
        marks = sorted({name for placed in self.cards for name in placed.card.marks})
        if any(placed.card.conditional for placed in self.cards):
            entries.append((None, self.words.conditional))
        if marks:
            entries.append((marks[0], self.words.hypotheses))
        x, top = 0.0, self.y + 1.5 * style.size
        foot = self.y
        for name, text in entries:
            left = width + 0.6 * style.size
            needed = left + text_width(text, style.size)
            if x and x + needed > style.width:
                x, top = 0.0, foot + 0.6 * style.size
            middle = top + CAP_HEIGHT * style.size / 2
            rect = Rect(x, middle - height / 2, width, height)
            line = Line(name, rect.middle, middle + CAP_HEIGHT * style.size / 2, style.size, "mark", "middle") if name else None
            self.samples.append(Sample(rect, conditional=name is None, line=line))
            foot = max(foot, self._text(text, x + left, top, style.width - x - left, style.size, "legend"))
            x += needed + 2 * style.size
        self.y = foot + 0.15 * style.size
