"""A laid-out diagram as SVG."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree

from macros.diagram.icons import SIGNS, symbol
from macros.diagram.metrics import FAMILY
from macros.diagram.palette import PAPER, Sign, Tone, tone
from macros.diagram.picture import Arrow, Icon, Line, Panel, Picture, PlacedCard, Rect, Sample
from macros.diagram.style import Style

_Element = ElementTree.Element


class Drawing:
    """Draws one picture; presentation attributes carry the light colours, classes the hooks for others.

    Args:
        picture: What to draw.
        style: Its measures.
        sign: The model's sign, which gives the colours.
        prefix: What the ids of this drawing begin with, unique on the page.
        links: Address for each box that is to be a link, by box id.
    """

    def __init__(self, picture: Picture, style: Style, sign: Sign, prefix: str, links: Mapping[str, str]) -> None:
        self.picture, self.style, self.sign, self.prefix, self.links = picture, style, sign, prefix, links
        self.used: dict[str, int] = {}

    def svg(self, *, title: str, summary: str, language: str, name: str) -> str:
        """The whole element on one line; ``name`` is the kind of drawing, as a class."""
        picture, unit = self.picture, self.style.unit
        root = _Element(
            "svg",
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "width": _number(picture.width) + unit,
                "height": _number(picture.height) + unit,
                "viewBox": f"0 0 {_number(picture.width)} {_number(picture.height)}",
                "class": f"dgm dgm-drawn-{name} dgm-sign-{self.sign}",
                "lang": language,
                # an image has no parts for assistive technology; with links in it, it has
                "role": "group" if self.links else "img",
                "aria-labelledby": f"{self.prefix}-title",
                "aria-describedby": f"{self.prefix}-desc",
                "font-family": FAMILY,
                "fill": "none",
            },
        )
        ElementTree.SubElement(root, "title", {"id": f"{self.prefix}-title"}).text = title
        ElementTree.SubElement(root, "desc", {"id": f"{self.prefix}-desc"}).text = summary
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
        return ElementTree.tostring(root, encoding="unicode")

    def _tone(self, side: int) -> Tone:
        return tone(self.sign, side)

    def _panel(self, parent: _Element, panel: Panel) -> None:
        attributes = {"class": f"dgm-panel dgm-side-{panel.side + 1}", "fill": self._tone(panel.side).ground}
        self._shape(parent, panel.rect, panel.side, 1.5 * self.style.radius, attributes)

    def _shape(self, parent: _Element, rect: Rect, side: int, radius: float, attributes: Mapping[str, str]) -> None:
        """Rounded corners on the first side, square ones on the second, cut ones on the others."""
        x, y, width, height = (_number(value) for value in (rect.x, rect.y, rect.width, rect.height))
        if side < 2:
            corner = {"rx": _number(radius)} if side == 0 else {}
            ElementTree.SubElement(parent, "rect", {"x": x, "y": y, "width": width, "height": height, **corner, **attributes})
            return
        cut = 0.6 * radius
        points = [
            (rect.x + cut, rect.y),
            (rect.right - cut, rect.y),
            (rect.right, rect.y + cut),
            (rect.right, rect.bottom - cut),
            (rect.right - cut, rect.bottom),
            (rect.x + cut, rect.bottom),
            (rect.x, rect.bottom - cut),
            (rect.x, rect.y + cut),
        ]
        path = "M" + "L".join(f"{_number(px)} {_number(py)}" for px, py in points) + "z"
        ElementTree.SubElement(parent, "path", {"d": path, **attributes})

    def _card(self, parent: _Element, placed: PlacedCard) -> None:
        group = ElementTree.SubElement(parent, "g", {"id": self._id(placed.card.id)})
        if href := self.links.get(placed.card.id):
            group = ElementTree.SubElement(group, "a", {"href": href, "class": "dgm-link", "aria-label": _spoken(placed)})
        colours = self._tone(placed.side)
        solid = placed.card.kind == "element"
        kind = "frame" if placed.frame else placed.card.kind
        attributes = {
            "class": f"dgm-box dgm-{kind} dgm-side-{placed.side + 1}",
            "fill": colours.accent if solid else colours.frame if placed.frame else PAPER,
            "stroke": colours.accent,
            "stroke-width": _number(self.style.stroke),
        }
        if placed.card.conditional:
            attributes["class"] += " dgm-conditional"
            attributes["stroke-dasharray"] = self._dashes()
        elif placed.frame:
            attributes["stroke"] = "none"
        self._shape(group, placed.rect, placed.side, self.style.radius, attributes)
        for line in placed.lines:
            self._line(group, line, solid=solid)
        if placed.number:
            self._line(group, placed.number, solid=solid)
        for mark in placed.marks:
            self._mark(group, mark.rect, mark.line, placed.side)

    def _dashes(self) -> str:
        return f"{_number(4 * self.style.stroke)} {_number(3 * self.style.stroke)}"

    def _mark(self, parent: _Element, rect: Rect, line: Line, side: int) -> None:
        attributes = {"class": f"dgm-mark dgm-side-{side + 1}", "fill": self._tone(side).frame}
        self._shape(parent, rect, side, rect.height / 2, attributes)
        self._line(parent, line)

    def _sample(self, parent: _Element, sample: Sample) -> None:
        if sample.line:
            self._mark(parent, sample.rect, sample.line, 0)
            return
        attributes = {
            "class": "dgm-box dgm-conditional dgm-side-1",
            "fill": PAPER,
            "stroke": self._tone(0).accent,
            "stroke-width": _number(self.style.stroke),
            "stroke-dasharray": self._dashes(),
        }
        self._shape(parent, sample.rect, 0, 0.5 * self.style.radius, attributes)

    def _arrow(self, parent: _Element, arrow: Arrow) -> None:
        head = min(0.42 * self.style.size, 0.4 * (arrow.bottom - arrow.top))
        x, top, bottom = _number(arrow.x), _number(arrow.top), _number(arrow.bottom)
        left, right, wing = _number(arrow.x - head), _number(arrow.x + head), _number(arrow.bottom - head)
        attributes = {
            "class": f"dgm-arrow dgm-side-{arrow.side + 1}",
            "d": f"M{x} {top}V{bottom}M{left} {wing}L{x} {bottom}L{right} {wing}",
            "stroke": self._tone(arrow.side).accent,
            "stroke-width": _number(1.3 * self.style.stroke),
            "stroke-linecap": "round",
            "stroke-linejoin": "round",
        }
        ElementTree.SubElement(parent, "path", attributes)

    def _icon(self, parent: _Element, icon: Icon) -> None:
        scale = icon.size / 20
        attributes = {
            "class": f"dgm-icon dgm-side-{icon.side + 1}",
            "transform": f"translate({_number(icon.x)} {_number(icon.y)}) scale({_number(scale, 4)})",
        }
        accent = self._tone(icon.side).accent
        if icon.name in SIGNS:
            attributes |= {"class": "dgm-sign dgm-side-1", "d": SIGNS[icon.name], "fill": accent}
        else:
            attributes |= {"d": symbol(icon.name, icon.side), "stroke": accent, "stroke-width": _number(self.style.stroke / scale)}
            attributes |= {"stroke-linecap": "round", "stroke-linejoin": "round"}
        ElementTree.SubElement(parent, "path", attributes)

    def _line(self, parent: _Element, line: Line, *, solid: bool = False) -> None:
        colours = self._tone(line.side)
        quiet = line.voice in ("quiet", "edition", "legend")
        accented = line.voice in ("title", "stage", "head", "side", "mark")
        attributes = {
            "x": _number(line.x),
            "y": _number(line.y),
            "class": f"dgm-text dgm-text-{'solid' if solid else line.voice} dgm-side-{line.side + 1}",
            "font-size": _number(line.size),
            "fill": PAPER if solid else colours.quiet if quiet else colours.accent if accented else colours.ink,
        }
        if line.weight == "semibold":
            attributes["font-weight"] = "600"
        if line.anchor != "start":
            attributes["text-anchor"] = line.anchor
        ElementTree.SubElement(parent, "text", attributes).text = line.text

    def _id(self, card: str) -> str:
        """A permanent id; an element that starts two sides is drawn twice, and the second time numbered."""
        self.used[card] = self.used.get(card, 0) + 1
        again = f"-{self.used[card]}" if self.used[card] > 1 else ""
        return f"{self.prefix}-{card}{again}"


def _spoken(placed: PlacedCard) -> str:
    """A box in one breath, as the name of its link."""
    card = placed.card
    return card.label if card.number is None else f"{card.number}. {card.label}"


def _number(value: float, digits: int = 2) -> str:
    """A number as short as it can be written, the same on every machine."""
    text = f"{value:.{digits}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
