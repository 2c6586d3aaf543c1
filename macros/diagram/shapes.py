"""Outlines of panels and boxes, told apart by side, and numbers as SVG writes them."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree as ET

from macros.diagram.picture import Rect


def shape(parent: ET.Element, rect: Rect, side: int, radius: float, attributes: Mapping[str, str]) -> None:
    """Draw an outline: with rounded corners on the first side, square ones on the second, cut ones on the others."""
    if side > 1:
        ET.SubElement(parent, "path", {"d": _cut_corners(rect, 0.6 * radius), **attributes})
        return
    corners = {"rx": number(radius)} if side == 0 else {}
    place = {"x": rect.x, "y": rect.y, "width": rect.width, "height": rect.height}
    ET.SubElement(parent, "rect", {**{name: number(value) for name, value in place.items()}, **corners, **attributes})


def _cut_corners(rect: Rect, cut: float) -> str:
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
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) + "z"


def number(value: float, digits: int = 2) -> str:
    """Write a number as short as it can be, the same on every machine."""
    text = f"{value:.{digits}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
