"""A laid-out diagram as SVG."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree as ET

from macros.diagram.icons import SIGNS, symbol
from macros.diagram.metrics import FAMILY
from macros.diagram.palette import PAPER, tone
from macros.diagram.picture import Arrow, Icon, Line, Mark, Panel, Picture, PlacedCard, Sample
from macros.diagram.shapes import number, shape
from macros.diagram.stages import Kind
from macros.diagram.style import Style
from macros.model.sign import Sign, Tone

SPOKEN: dict[Kind, str] = {
    "context": "context",
    "element": "core-element",
    "mechanism": "mechanism",
    "outcome": "short-term",
    "long": "long-term",
}
"""The labels ``stage-…`` that say what a box is."""
_REPEATED = frozenset({"title", "stage", "head", "side"})
"""Lines that the names of a drawing and of its links tell as well."""


class Drawing:
    """Draws one picture; presentation attributes carry the light colours, classes the hooks for others.

    Args:
        picture: What to draw.
        style: Its measures.
        sign: The model's sign, which gives the colours.
        prefix: What the ids of this drawing begin with, unique on the page.
        links: Address for each box that is to be a link, by box id.
        stages: What a box of each kind is called, for the names of the links.
    """

    def __init__(
        self,
        picture: Picture,
        style: Style,
        sign: Sign,
        prefix: str,
        links: Mapping[str, str],
        stages: Mapping[Kind, str],
    ) -> None:
        self.picture, self.style, self.sign, self.prefix = picture, style, sign, prefix
        self.links, self.stages = links, stages
        self.used: dict[str, int] = {}

    def svg(self, *, title: str, summary: str, language: str, name: str) -> str:
        """Write the whole element on one line; ``name`` is the kind of drawing, as a class."""
        picture, unit = self.picture, self.style.unit
        root = ET.Element(
            "svg",
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "width": number(picture.width) + unit,
                "height": number(picture.height) + unit,
                "viewBox": f"0 0 {number(picture.width)} {number(picture.height)}",
                "class": f"dgm dgm-drawn-{name} dgm-sign-{self.sign.id}",
                "lang": language,
                # an image has no parts for assistive technology; a drawing with links in it has
                "role": "graphics-document" if self.links else "img",
                "aria-labelledby": f"{self.prefix}-title",
                "aria-describedby": f"{self.prefix}-desc",
                "font-family": FAMILY,
                "fill": "none",
            },
        )
        ET.SubElement(root, "title", {"id": f"{self.prefix}-title"}).text = title
        ET.SubElement(root, "desc", {"id": f"{self.prefix}-desc"}).text = summary
        for panel in picture.panels:
            self._panel(root, panel)
        for arrow in picture.arrows:
            self._arrow(root, arrow)
        for icon in picture.icons:
            self._icon(root, icon)
        for line in picture.lines:
            self._line(root, line)
        for placed in picture.cards:
            self._card(root, placed)
        for sample in picture.samples:
            self._sample(root, sample)
        return ET.tostring(root, encoding="unicode")

    def _tone(self, side: int) -> Tone:
        return tone(self.sign, side)

    def _panel(self, parent: ET.Element, panel: Panel) -> None:
        attributes = {"class": f"dgm-panel dgm-side-{panel.side + 1}", "fill": self._tone(panel.side).ground}
        shape(parent, panel.rect, panel.side, 1.5 * self.style.radius, attributes)

    def _card(self, parent: ET.Element, placed: PlacedCard) -> None:
        group = ET.SubElement(parent, "g", {"id": self._id(placed.card.id)})
        if href := self.links.get(placed.card.id):
            card = placed.card
            kind_and_number = self.stages[card.kind] + ("" if card.number is None else f" {card.number}")
            name = f"{kind_and_number}: {card.label}"
            link = {"href": href, "class": "dgm-link", "data-part": card.id, "aria-label": name[:1].upper() + name[1:]}
            group = ET.SubElement(group, "a", link)
        colours = self._tone(placed.side)
        solid = placed.card.kind == "element"
        kind = "frame" if placed.frame else placed.card.kind
        attributes = {
            "class": f"dgm-box dgm-{kind} dgm-side-{placed.side + 1}",
            "fill": colours.accent if solid else colours.frame if placed.frame else PAPER,
            "stroke": colours.accent,
            "stroke-width": number(self.style.stroke),
        }
        if placed.card.conditional:
            attributes["class"] += " dgm-conditional"
            attributes["stroke-dasharray"] = self._dashes()
        elif placed.frame:
            attributes["stroke"] = "none"
        shape(group, placed.rect, placed.side, self.style.radius, attributes)
        for line in (placed.number, *placed.lines):
            if line:
                self._line(group, line, solid=solid)
        for mark in placed.marks:
            self._mark(group, mark)

    def _dashes(self) -> str:
        return f"{number(4 * self.style.stroke)} {number(3 * self.style.stroke)}"

    def _mark(self, parent: ET.Element, mark: Mark) -> None:
        side = mark.line.side
        attributes = {"class": f"dgm-mark dgm-side-{side + 1}", "fill": self._tone(side).frame}
        shape(parent, mark.rect, side, mark.rect.height / 2, attributes)
        self._line(parent, mark.line)

    def _sample(self, parent: ET.Element, sample: Sample) -> None:
        if sample.mark:
            self._mark(parent, sample.mark)
            return
        attributes = {
            "class": "dgm-box dgm-conditional dgm-side-1",
            "fill": PAPER,
            "stroke": self._tone(0).accent,
            "stroke-width": number(self.style.stroke),
            "stroke-dasharray": self._dashes(),
        }
        shape(parent, sample.rect, 0, 0.5 * self.style.radius, attributes)

    def _arrow(self, parent: ET.Element, arrow: Arrow) -> None:
        head = min(0.42 * self.style.size, 0.4 * (arrow.bottom - arrow.top))
        x, top, bottom = number(arrow.x), number(arrow.top), number(arrow.bottom)
        left, right, wing = number(arrow.x - head), number(arrow.x + head), number(arrow.bottom - head)
        attributes = {
            "class": f"dgm-arrow dgm-side-{arrow.side + 1}",
            "d": f"M{x} {top}V{bottom}M{left} {wing}L{x} {bottom}L{right} {wing}",
            "stroke": self._tone(arrow.side).accent,
            "stroke-width": number(1.3 * self.style.stroke),
            "stroke-linecap": "round",
            "stroke-linejoin": "round",
        }
        ET.SubElement(parent, "path", attributes)

    def _icon(self, parent: ET.Element, icon: Icon) -> None:
        scale = icon.size / 20
        place = f"translate({number(icon.x)} {number(icon.y)}) scale({number(scale, 4)})"
        accent = self._tone(icon.side or 0).accent
        if icon.side is None:
            attributes = {"class": "dgm-sign dgm-side-1", "d": SIGNS[self.sign.shape], "fill": accent}
        else:
            attributes = {
                "class": f"dgm-icon dgm-side-{icon.side + 1}",
                "d": symbol(icon.name, icon.side),
                "stroke": accent,
                "stroke-width": number(self.style.stroke / scale),
                "stroke-linecap": "round",
                "stroke-linejoin": "round",
            }
        ET.SubElement(parent, "path", {"transform": place, **attributes})

    def _line(self, parent: ET.Element, line: Line, *, solid: bool = False) -> None:
        colours = self._tone(line.side)
        quiet = line.voice in ("quiet", "edition", "legend")
        accented = line.voice in ("title", "stage", "head", "side", "mark")
        attributes = {
            "x": number(line.x),
            "y": number(line.y),
            "class": f"dgm-text dgm-text-{'solid' if solid else line.voice} dgm-side-{line.side + 1}",
            "font-size": number(line.size),
            "fill": PAPER if solid else colours.quiet if quiet else colours.accent if accented else colours.ink,
        }
        if line.weight == "semibold":
            attributes["font-weight"] = "600"
        if self.links and line.voice in _REPEATED:
            attributes["aria-hidden"] = "true"  # heard apart from the boxes it stands over, it would say nothing
        if line.anchor != "start":
            attributes["text-anchor"] = line.anchor
        ET.SubElement(parent, "text", attributes).text = line.text

    def _id(self, card: str) -> str:
        """Give a permanent id; an element that starts two sides is drawn twice, and the second time numbered."""
        self.used[card] = self.used.get(card, 0) + 1
        again = f"-{self.used[card]}" if self.used[card] > 1 else ""
        return f"{self.prefix}-{card}{again}"
