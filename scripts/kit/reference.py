"""The reference presentation: size, colours, typefaces and the places of a slide's parts. Pandoc pours every deck into it."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Emu, Pt

from macros.model import Sign
from scripts.export.styles import BODY, GREY, HEADINGS, INK, LINK, QUIET
from scripts.kit.shapes import Place, band, decorate, mark

WIDTH, HEIGHT = 960, 540  # points: 16:9
MARGIN = 54
LAYOUTS = (
    "Title Slide",
    "Title and Content",
    "Section Header",
    "Two Content",
    "Comparison",
    "Content with Caption",
    "Blank",
)
"""Those that pandoc asks for; all others are taken out."""

_NUMBERS = {"dt": 10, "ftr": 11, "sldNum": 12}

_TITLE: Place = (MARGIN, 34, 816, 84)
_WHOLE: Place = (MARGIN, 134, 852, 352)
_PLACES: Mapping[str, Mapping[int, Place]] = {
    "Title Slide": {0: (MARGIN, 100, 640, 190), 1: (MARGIN, 308, 600, 120)},
    "Title and Content": {0: _TITLE, 1: _WHOLE},
    "Section Header": {0: (MARGIN, 180, 852, 90), 1: (MARGIN, 280, 852, 90)},
    "Two Content": {0: _TITLE, 1: (MARGIN, 134, 340, 352), 2: (418, 134, 488, 352)},
    "Comparison": {
        0: _TITLE,
        1: (MARGIN, 134, 410, 40),
        2: (MARGIN, 180, 410, 306),
        3: (496, 134, 410, 40),
        4: (496, 180, 410, 306),
    },
    "Content with Caption": {0: _TITLE, 1: (488, 134, 418, 352), 2: (MARGIN, 134, 410, 352)},
    "Blank": {},
}
SMALL: Mapping[int, Place] = {11: (MARGIN, 500, 640, 24), 12: (806, 500, 100, 24)}
"""Footer and number of the slide, on every layout."""


def reference(sign: Sign) -> bytes:
    """The reference presentation in the colours of a model, marked with its sign."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(WIDTH), Pt(HEIGHT)
    _set_theme(deck, sign)
    master = deck.slide_master
    for layout in list(master.slide_layouts):
        if layout.name not in LAYOUTS:
            master.slide_layouts.remove(layout)
    _arrange(master, {0: _TITLE, 1: _WHOLE, **SMALL})
    _set_styles(master.element)
    master.placeholders[0].element.find(f".//{qn('a:bodyPr')}").set("anchor", "b")
    for shape in master.placeholders:
        if _index(shape) in SMALL:
            _set_small(shape.element, right=_index(shape) == 12)
    decorate(
        master.element, [band((0, 0, WIDTH, 7), sign.light.accent), mark(sign, (886, 22, 20, 20), sign.light.accent)]
    )
    for layout in master.slide_layouts:
        _arrange(layout, {**_PLACES[layout.name], **SMALL})
    _set_title_slide(next(layout for layout in master.slide_layouts if layout.name == "Title Slide"), sign)
    _set_aside(next(layout for layout in master.slide_layouts if layout.name == "Two Content"), sign)
    saved = BytesIO()
    deck.save(saved)
    return saved.getvalue()


def _arrange(part: Any, places: Mapping[int, Place]) -> None:
    """Put the placeholders of a master or a layout where they belong; take out those that have no place, as the date."""
    for shape in list(part.placeholders):
        place = places.get(_index(shape))
        if place is None:
            shape.element.getparent().remove(shape.element)
            continue
        shape.left, shape.top, shape.width, shape.height = (Emu(int(Pt(value))) for value in place)


def _index(shape: Any) -> int:
    """The number of a placeholder on the layouts; on the master the small ones have other numbers."""
    place = shape.element.find(f".//{qn('p:ph')}")
    return _NUMBERS.get(place.get("type"), int(place.get("idx", "0")))


def _set_theme(deck: Any, sign: Sign) -> None:
    part = next(
        relation.target_part for relation in deck.slide_master.part.rels.values() if relation.reltype.endswith("/theme")
    )
    root = etree.fromstring(part.blob)
    tone = sign.light
    colors = {
        "dk1": INK,
        "lt1": "FFFFFF",
        "dk2": QUIET,
        "lt2": tone.ground,
        "accent1": tone.accent,
        "accent2": tone.frame,
        "accent3": GREY,
        "accent4": tone.ink,
        "accent5": tone.quiet,
        "accent6": QUIET,
        "hlink": LINK,
        "folHlink": LINK,
    }
    scheme = root.find(f".//{qn('a:clrScheme')}")
    for name, color in colors.items():
        entry = scheme.find(qn(f"a:{name}"))
        for old in list(entry):
            entry.remove(old)
        etree.SubElement(entry, qn("a:srgbClr"), val=color.lstrip("#").upper())
    for name, font in (("major", HEADINGS), ("minor", BODY)):
        fonts = root.find(f".//{qn(f'a:{name}Font')}")
        fonts.find(qn("a:latin")).set("typeface", font)
        for other in fonts.findall(qn("a:font")):
            fonts.remove(other)
    part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)  # noqa: SLF001 - no other way


def _set_styles(master: Any) -> None:
    old = master.find(qn("p:txStyles"))
    new = parse_xml(
        f"""<p:txStyles {nsdecls("p", "a")}>
<p:titleStyle><a:lvl1pPr algn="l"><a:lnSpc><a:spcPct val="95000"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>
<a:defRPr sz="3200" b="1" kern="1200"><a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:latin typeface="+mj-lt"/><a:cs typeface="+mj-lt"/></a:defRPr></a:lvl1pPr></p:titleStyle>
<p:bodyStyle>{"".join(_level(number) for number in range(1, 10))}</p:bodyStyle>
<p:otherStyle>{"".join(_other(number) for number in range(1, 10))}</p:otherStyle></p:txStyles>"""
    )
    master.replace(old, new)


def _level(number: int) -> str:
    left = 304800 * number
    return f"""<a:lvl{number}pPr marL="{left}" indent="-304800" algn="l"><a:spcBef><a:spcPts val="900"/></a:spcBef>
<a:buClr><a:schemeClr val="accent1"/></a:buClr><a:buFont typeface="Arial"/><a:buChar char="•"/>
<a:defRPr sz="2400" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/><a:cs typeface="+mn-lt"/></a:defRPr></a:lvl{number}pPr>"""


def _other(number: int) -> str:
    return f"""<a:lvl{number}pPr algn="l"><a:defRPr sz="1800" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>
<a:latin typeface="+mn-lt"/><a:cs typeface="+mn-lt"/></a:defRPr></a:lvl{number}pPr>"""


def _set_small(element: Any, *, right: bool) -> None:
    body = element.find(qn("p:txBody"))
    align = "r" if right else "l"
    body.replace(
        body.find(qn("a:lstStyle")),
        parse_xml(
            f"""<a:lstStyle {nsdecls("a")}><a:lvl1pPr algn="{align}"><a:defRPr sz="1200"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill></a:defRPr></a:lvl1pPr></a:lstStyle>"""
        ),
    )


def _set_title_slide(layout: Any, sign: Sign) -> None:
    """The accent colour all over, with the sign large in a corner, as on the covers of the guides."""
    element = layout.element
    element.set("showMasterSp", "0")
    ground = f'<p:bg {nsdecls("p", "a")}><p:bgPr><a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
    element.find(qn("p:cSld")).insert(0, parse_xml(ground))
    decorate(element, [mark(sign, (712, 282, 320, 320), sign.light.frame, 20), band((MARGIN, 296, 90, 4), "#ffffff")])
    for shape in list(layout.placeholders):
        index = shape.placeholder_format.idx
        if index > 1:
            shape.element.getparent().remove(shape.element)
            continue
        size, anchor, bold = ((4400, "b", 1), (2200, "t", 0))[index]
        _set_text(
            shape.element,
            f'<a:lvl1pPr marL="0" indent="0" algn="l"><a:buNone/><a:defRPr sz="{size}" b="{bold}"><a:solidFill><a:schemeClr val="bg1"/></a:solidFill></a:defRPr></a:lvl1pPr>',
            anchor,
        )


def _set_aside(layout: Any, sign: Sign) -> None:
    """The second column stands on a ground of its own, with a bar at its edge that is seen in grey as well."""
    left, top, _, height = _PLACES["Two Content"][2]
    decorate(layout.element, [band((left - 4, top, 4, height), sign.light.accent)])
    for shape in layout.placeholders:
        if shape.placeholder_format.idx == 2:
            fill = f'<a:solidFill {nsdecls("a")}><a:schemeClr val="bg2"/></a:solidFill>'
            shape.element.find(qn("p:spPr")).append(parse_xml(fill))
            shape.element.find(f"{qn('p:txBody')}/{qn('a:bodyPr')}").attrib.update(
                {"lIns": "203200", "rIns": "203200", "tIns": "50800", "bIns": "101600"}
            )


def _set_text(element: Any, level: str, anchor: str) -> None:
    body = element.find(qn("p:txBody"))
    body.find(qn("a:bodyPr")).set("anchor", anchor)
    body.replace(body.find(qn("a:lstStyle")), parse_xml(f"<a:lstStyle {nsdecls('a')}>{level}</a:lstStyle>"))
