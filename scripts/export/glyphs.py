"""Text of a drawing turned into shapes, so that it looks the same where its typeface is not at hand."""

from __future__ import annotations

from functools import cache
from xml.etree import ElementTree as ET

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.ttLib import TTFont

from scripts.export.fonts import FONTS

SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
_FILES = {"400": "SourceSans3-Regular.ttf", "600": "SourceSans3-SemiBold.ttf"}
_ANCHORS = {"start": 0.0, "middle": 0.5, "end": 1.0}
_MARGIN = 6
"""White around the drawing, in its own unit."""


def shaped(svg: str) -> str:
    """A drawing by ``macros.diagram`` for reading systems that have none of our fonts, and pages of any colour.

    Args:
        svg: The drawing; each ``text`` in it is one line in one weight of Source Sans 3, as wide as its glyphs stand
            side by side without kerning, which is how the drawing was measured.

    Returns:
        The same drawing on white ground with a margin. Each glyph is drawn once and used where it stands, in the ways
        of SVG 1.1, which old reading systems know.
    """
    ET.register_namespace("", SVG)
    ET.register_namespace("xlink", XLINK)
    root = ET.fromstring(svg)  # noqa: S314 - our own drawing
    used: dict[str, str] = {}
    for line in root.iter(_svg("text")):
        _shape(line, used)
    _set_on_white(root)
    glyphs = ET.Element(_svg("defs"))
    for id_, path in sorted(used.items()):
        ET.SubElement(glyphs, _svg("path"), {"id": id_, "d": path})
    root.insert(2, glyphs)  # after title and desc
    return ET.tostring(root, encoding="unicode")


def _svg(name: str) -> str:
    return f"{{{SVG}}}{name}"


def _shape(line: ET.Element, used: dict[str, str]) -> None:
    """Make one line of text a group of glyphs; notes the path of each in ``used`` by its id."""
    words, attributes = line.text or "", dict(line.attrib)
    weight, anchor = attributes.pop("font-weight", "400"), attributes.pop("text-anchor", "start")
    x, y, size = (float(attributes.pop(name)) for name in ("x", "y", "font-size"))
    scale = size / _face(weight)["head"].unitsPerEm
    line.clear()
    line.tag, place = _svg("g"), 0
    for character in words:
        path, advance = _glyph(character, weight)
        if path:
            id_ = f"g{weight}-{ord(character):x}"
            used[id_] = path
            ET.SubElement(line, _svg("use"), {f"{{{XLINK}}}href": f"#{id_}", "x": str(place)})
        place += advance
    x -= _ANCHORS[anchor] * place * scale
    line.attrib.update(attributes | {"transform": f"translate({x:.5g} {y:.5g}) scale({scale:.5g} {-scale:.5g})"})


def _set_on_white(root: ET.Element) -> None:
    _, _, width, height = (float(part) for part in root.attrib["viewBox"].split())
    unit = root.attrib["width"].lstrip("0123456789.")
    wide, high = f"{width + 2 * _MARGIN:g}", f"{height + 2 * _MARGIN:g}"
    root.attrib.pop("font-family")
    root.attrib.update(width=wide + unit, height=high + unit, viewBox=f"-{_MARGIN} -{_MARGIN} {wide} {high}")
    ground = {"x": f"-{_MARGIN}", "y": f"-{_MARGIN}", "width": wide, "height": high, "fill": "#ffffff"}
    root.insert(2, ET.Element(_svg("rect"), ground))


@cache
def _face(weight: str) -> TTFont:
    return TTFont(FONTS / _FILES[weight], lazy=True)


@cache
def _glyph(character: str, weight: str) -> tuple[str, int]:
    """Path and advance width of a character's glyph, in units of the font, y upwards."""
    face = _face(weight)
    glyphs = face.getGlyphSet()
    name = face.getBestCmap().get(ord(character), ".notdef")
    pen = SVGPathPen(glyphs, ntos=lambda value: f"{value:.0f}")
    glyphs[name].draw(pen)
    return pen.getCommands(), face["hmtx"].metrics[name][0]
