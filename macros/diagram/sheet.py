"""A sheet that is filled from the top: title, panels with their boxes, arrows between them, legend."""

from __future__ import annotations

from collections.abc import Sequence

from macros.diagram.fitting import mark, mark_size
from macros.diagram.grid import Arrangement, arrange, place
from macros.diagram.metrics import CAP_HEIGHT, text_width
from macros.diagram.picture import Arrow, Icon, Line, Panel, Picture, PlacedCard, Rect, Sample, Voice
from macros.diagram.stages import Group, Side, Stage
from macros.diagram.style import Style
from macros.diagram.words import Words
from macros.diagram.wrapping import wrap

_AIR = 0.16
"""Part of the space between panels that stays free before and after an arrow."""


class Sheet:
    """What has been set so far; ``y`` is how far down the sheet is filled.

    Args:
        words: The texts around the boxes.
        sides: The model's sides.
        style: The measures.
        single: Whether boxes stand one under another only.
    """

    def __init__(self, words: Words, sides: Sequence[Side], style: Style, *, single: bool = False) -> None:
        self.words, self.sides, self.style, self.single = words, sides, style, single
        self.y = 0.0
        self.broken = 0
        self.panels: list[Panel] = []
        self.arrows: list[Arrow] = []
        self.cards: list[PlacedCard] = []
        self.icons: list[Icon] = []
        self.samples: list[Sample] = []
        self.lines: list[Line] = []

    def title(self) -> None:
        """Write the title, and the edition at the end of its line, or below if the line is too short."""
        style, words = self.style, self.words
        size = style.title_size
        icon = CAP_HEIGHT * size * 1.2
        left = icon + 0.45 * size
        top = 0.1 * size
        self.icons.append(Icon(words.sign, 0, top, icon))
        self.y = self._text(words.title, Rect(left, top, style.width - left, 0), "title", size, leading=1.2 * size)
        taken = left + text_width(words.title, size, "semibold") + 2 * style.size
        if taken + text_width(words.edition, style.size) <= style.width:
            base = top + CAP_HEIGHT * size
            self.lines.append(Line(words.edition, style.width, base, style.size, "edition", anchor="end"))
        else:
            self.y += 0.45 * style.size
            self.y = self._text(words.edition, Rect(left, self.y, style.width - left, 0), "edition")
        self.y += style.size

    def side_heading(self, number: int, *, arrow: bool) -> None:
        """Write a side's name over its first stage; an arrow from what stands above passes beside it if it is short."""
        style, side = self.style, self.sides[number]
        size = 1.15 * style.size
        left = 1.6 * size
        top = self.y
        self.y += style.arrow
        self.icons.append(Icon(side.id, 0, self.y - 0.2 * size, 1.1 * size, side=number))
        room = Rect(left, self.y, style.width - left, 0)
        self.y = self._text(side.title, room, "head", size, leading=1.25 * size, side=number) + 0.6 * style.size
        if arrow and left + text_width(side.title, size, "semibold") + style.size < style.width / 2:
            air = _AIR * style.arrow
            self.arrows.append(Arrow(number, style.width / 2, top + air, self.y - air))

    def way(self, earlier: Stage, later: Stage, lanes: Sequence[float]) -> None:
        """Leave the space between two stages, with an arrow in each lane that leads from boxes to boxes."""
        style = self.style
        air = _AIR * style.arrow
        x = 0.0
        for index, lane in enumerate(lanes):
            source = earlier.groups[min(index, len(earlier.groups) - 1)]
            target = later.groups[index]
            if source.cards and target.cards:
                self.arrows.append(Arrow(target.side or 0, x + lane / 2, self.y + air, self.y + style.arrow - air))
            x += lane + style.panel_gap
        self.y += style.arrow

    def row(self, stage: Stage, lanes: Sequence[float]) -> None:
        """Set a stage: a panel in each lane, all equally high."""
        style = self.style
        pad = style.panel_pad
        top = foot = self.y
        x = 0.0
        rooms: list[tuple[Group, Rect]] = []
        for index, (group, lane) in enumerate(zip(stage.groups, lanes, strict=True)):
            room = Rect(x + pad, top + pad, lane - 2 * pad, 0)
            if len(lanes) > 1:
                foot = max(foot, self._side_tag(group.side or 0, room, stage.title if index == 0 else None))
            else:
                foot = self._text(stage.title, room, "stage", side=group.side or 0)
            rooms.append((group, room))
            x += lane + style.panel_gap
        body = foot + 0.5 * style.size
        arranged = [arrange(group, room.width, style, single=self.single) for group, room in rooms]
        height = max(style.leading, *(arrangement.height for arrangement in arranged))
        self.y = body + height + pad
        for (group, room), arrangement in zip(rooms, arranged, strict=True):
            self.panels.append(Panel(group.side or 0, Rect(room.x - pad, top, room.width + 2 * pad, self.y - top)))
            self._fill(group, arrangement, Rect(room.x, body, room.width, height))

    def legend(self) -> None:
        """Explain the signs that were used."""
        style = self.style
        marks = sorted({name for card in self.cards for name in card.card.marks}, key=lambda name: (len(name), name))
        entries = [("", self.words.conditional)] if any(card.card.conditional for card in self.cards) else []
        entries += [(marks[0], self.words.hypotheses)] if marks else []
        width, height = mark_size(style)
        left = width + 0.6 * style.size
        x, top, foot = 0.0, self.y + 1.5 * style.size, self.y
        for name, text in entries:
            needed = left + text_width(text, style.size)
            if x and x + needed > style.width:
                x, top = 0.0, foot + 0.6 * style.size
            rect = Rect(x + style.stroke / 2, top + (CAP_HEIGHT * style.size - height) / 2, width, height)
            self.samples.append(Sample(rect, mark(name, rect, style, 0) if name else None))
            foot = max(foot, self._text(text, Rect(x + left, top, style.width - x - left, 0), "legend"))
            x += needed + 2 * style.size
        self.y = foot + 0.15 * style.size

    def picture(self) -> Picture:
        """Return what was set."""
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

    def _fill(self, group: Group, arrangement: Arrangement, room: Rect) -> None:
        style, side = self.style, group.side or 0
        if group.cards:
            self.cards += place(arrangement, side, room, style)
            self.broken += arrangement.broken
        else:
            # in the height of a box with one line, beside whose text it stands
            tall = min(room.height, style.leading + 2 * style.pad_y)
            top = room.y + (tall - CAP_HEIGHT * style.size) / 2
            self._text(self.words.unknown, Rect(room.x, top, room.width, 0), "quiet", side=side)

    def _side_tag(self, number: int, room: Rect, title: str | None) -> float:
        """Write a side's name at the head of its panel, after the stage's title in the first; return their foot."""
        style, side = self.style, self.sides[number]
        left = 1.35 * style.size
        x, y = room.x, room.y
        foot = y
        if title is not None:
            foot = self._text(title, room, "stage")
            tag = left + text_width(side.title, style.size)
            if text_width(title, style.size, "semibold") + 2 * style.size + tag <= room.width:
                x = room.right - tag
            else:
                y = foot + 0.4 * style.size
        self.icons.append(Icon(side.id, x, y - 0.15 * style.size, 0.95 * style.size, side=number))
        # a hair of width more, lest the rounding of sums divide a word that fits exactly
        return max(
            foot, self._text(side.title, Rect(x + left, y, room.right - x - left + 0.01, 0), "side", side=number)
        )

    def _text(
        self, text: str, room: Rect, voice: Voice, size: float = 0.0, *, leading: float = 0.0, side: int = 0
    ) -> float:
        """Set text from the top of a room down, as wide as the room; return where it ends."""
        size, leading = size or self.style.size, leading or self.style.leading
        wrapped = wrap(text, room.width, size, Line("", 0, 0, 0, voice).weight)
        self.broken += wrapped.broken
        base = room.y + CAP_HEIGHT * size
        for index, line in enumerate(wrapped.lines):
            self.lines.append(Line(line, room.x, base + index * leading, size, voice, side=side))
        return base + (len(wrapped.lines) - 1) * leading + 0.2 * size
