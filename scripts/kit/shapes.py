"""Shapes that stand behind the text of every slide: they decorate, and programs that read aloud pass them by."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from macros.model import Sign
from macros.model.sign import Shape

Place = tuple[float, float, float, float]
"""Left, top, width and height in points."""

_SHAPES: Mapping[Shape, str] = {
    "circle": "ellipse",
    "triangle": "triangle",
    "square": "rect",
    "diamond": "diamond",
    "hexagon": "hexagon",
}


def decorate(part: Any, shapes: list[str]) -> None:
    """Put shapes behind everything else on a master or a layout."""
    tree = part.find(f"{qn('p:cSld')}/{qn('p:spTree')}")
    for place, shape in enumerate(shapes):
        element = parse_xml(shape)
        element.find(f".//{qn('p:cNvPr')}").set("id", str(900 + place))
        tree.insert(2 + place, element)


def band(place: Place, color: str) -> str:
    """A rectangle."""
    return _shape("rect", place, color)


def mark(sign: Sign, place: Place, color: str, alpha: int = 100) -> str:
    """The sign of a model; ``alpha`` is how much of what is behind it does not show through, in per cent."""
    return _shape(_SHAPES[sign.shape], place, color, alpha)


def _shape(kind: str, place: Place, color: str, alpha: int = 100) -> str:
    left, top, width, height = (int(Pt(value)) for value in place)
    seen = f'<a:alpha val="{alpha * 1000}"/>' if alpha < 100 else ""
    return f"""<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="900" name="{kind}"><a:extLst><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}">
<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst></p:cNvPr><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>
<p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="{kind}"><a:avLst/></a:prstGeom>
<a:solidFill><a:srgbClr val="{color.lstrip("#").upper()}">{seen}</a:srgbClr></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr>
<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="fi-FI"/></a:p></p:txBody></p:sp>"""
