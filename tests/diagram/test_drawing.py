"""The diagram as SVG."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from macros.diagram import draw, summary
from macros.diagram.palette import FAMILIES, OTHER_SIDE, PAPER, Tone
from macros.diagram.style import Width
from macros.model import Guide, Text
from tests.diagram.guides import guide_from, outreach

SVG = "{http://www.w3.org/2000/svg}"
WIDTHS: tuple[Width, ...] = ("wide", "narrow", "print")
EVERY = pytest.mark.parametrize("width", WIDTHS)
STYLESHEET = Path(__file__).parents[2] / "overrides" / "assets" / "stylesheets" / "diagram.css"
SLATE_PAGE = "#1e2129"


def _parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)


@EVERY
def test_it_is_one_line_of_valid_xml(guide: Guide, labels: Mapping[str, Text], width: Width) -> None:
    svg = draw(guide, labels, "fi", width=width)
    assert (_parsed(svg).tag, svg.startswith("<svg "), "\n" in svg) == (f"{SVG}svg", True, False)


def test_text_that_looks_like_markup_stays_text(labels: Mapping[str, Text]) -> None:
    data = outreach()
    label = 'Apu & <b>"tuki"</b>'
    data["edition"]["logic_model"]["context"][0]["label"] = {"fi": label, "sv": label}
    texts = [text.text for text in _parsed(draw(guide_from(data), labels, "fi", width="wide")).iter(f"{SVG}text")]
    assert label in texts


@EVERY
def test_it_names_and_describes_itself(guide: Guide, labels: Mapping[str, Text], width: Width) -> None:
    root = _parsed(draw(guide, labels, "sv", width=width))
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert desc is not None
    assert (root.get("role"), root.get("lang")) == ("img", "sv")
    assert (root.get("aria-labelledby"), root.get("aria-describedby")) == (title.get("id"), desc.get("id"))
    assert (title.text, desc.text) == ("Uppsökande socialt arbete: logikmodell", summary(guide, labels, "sv"))


def test_no_id_stands_twice_when_every_width_is_on_one_page(labels: Mapping[str, Text]) -> None:
    data = outreach()
    tracks = data["edition"]["logic_model"]["tracks"]
    tracks[1]["core_elements"] = ["structural-influence", "agreed-cooperation"]
    both = guide_from(data)
    ids = [
        element.get("id")
        for width in WIDTHS
        for element in _parsed(draw(both, labels, "fi", width=width)).iter()
        if element.get("id")
    ]
    assert len(ids) == len(set(ids)) > 3 * 20


@EVERY
def test_every_box_is_a_group_with_a_permanent_id(guide: Guide, labels: Mapping[str, Text], width: Width) -> None:
    ids = {group.get("id") for group in _parsed(draw(guide, labels, "fi", width=width)).iter(f"{SVG}g")}
    assert {f"dgm-etsiva-sosiaalityo-{width}-{name}" for name in ("reaching-out", "heard", "smooth-access")} <= ids


@EVERY
def test_it_holds_nothing_that_runs_or_reaches_out(guide: Guide, labels: Mapping[str, Text], width: Width) -> None:
    root = _parsed(draw(guide, labels, "fi", width=width))
    allowed = {f"{SVG}{name}" for name in ("svg", "title", "desc", "g", "rect", "path", "text")}
    assert {element.tag for element in root.iter()} <= allowed
    names = {name for element in root.iter() for name in element.attrib}
    assert [name for name in names if name.startswith("on") or "href" in name or name == "style"] == []
    assert [
        value for element in root.iter() for value in element.attrib.values() if "url(" in value or "//" in value
    ] == []


@EVERY
def test_it_is_the_same_every_time(guide: Guide, labels: Mapping[str, Text], width: Width) -> None:
    assert draw(guide, labels, "fi", width=width) == draw(guide, labels, "fi", width=width)


def test_paper_is_measured_in_points(guide: Guide, labels: Mapping[str, Text]) -> None:
    root = _parsed(draw(guide, labels, "fi", width="print"))
    assert (root.get("width"), (root.get("viewBox") or "").split()[2]) == ("453pt", "453")


def test_a_linked_box_is_a_link_with_the_boxs_words_as_its_name(guide: Guide, labels: Mapping[str, Text]) -> None:
    svg = draw(guide, labels, "fi", width="wide", links={"agreed-cooperation": "../ydinelementit/#agreed-cooperation"})
    links = list(_parsed(svg).iter(f"{SVG}a"))
    assert [(link.get("href"), link.get("aria-label")) for link in links] == [
        ("../ydinelementit/#agreed-cooperation", "3. Sovitut yhteistyörakenteet ja ohjauskäytännöt")
    ]


def test_a_drawing_with_links_is_no_image_whose_parts_are_hidden(guide: Guide, labels: Mapping[str, Text]) -> None:
    svg = draw(guide, labels, "fi", width="wide", links={"heard": "#heard"})
    assert _parsed(svg).get("role") == "group"


@EVERY
def test_what_is_conditional_is_dashed_and_nothing_else(guide: Guide, labels: Mapping[str, Text], width: Width) -> None:
    root = _parsed(draw(guide, labels, "fi", width=width))
    dashed = [
        (group.get("id") or "").removeprefix(f"dgm-etsiva-sosiaalityo-{width}-")
        for group in root.iter(f"{SVG}g")
        if any(shape.get("stroke-dasharray") for shape in group)
    ]
    assert dashed == ["safe-transition", "smooth-access"]


def test_sides_differ_in_shape_and_not_in_colour_alone(guide: Guide, labels: Mapping[str, Text]) -> None:
    boxes = list(_parsed(draw(guide, labels, "fi", width="wide")).iter(f"{SVG}rect"))
    rounded = {box.get("rx") is not None for box in boxes if "dgm-side-1" in (box.get("class") or "")}
    square = {box.get("rx") is None for box in boxes if "dgm-side-2" in (box.get("class") or "")}
    assert (rounded, square) == ({True}, {True})


@EVERY
def test_every_part_has_a_class_for_the_dark_page(guide: Guide, labels: Mapping[str, Text], width: Width) -> None:
    root = _parsed(draw(guide, labels, "fi", width=width))
    drawn = [element for name in ("rect", "path", "text") for element in root.iter(f"{SVG}{name}")]
    styled = set(re.findall(r"\.(dgm-[a-z-]+)", STYLESHEET.read_text(encoding="utf-8")))
    assert [element for element in drawn if not styled & set((element.get("class") or "").split())] == []


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tone", [*FAMILIES.values(), OTHER_SIDE], ids=[*FAMILIES, "other-side"])
def test_light_colours_can_be_told_apart(tone: Tone) -> None:
    texts = [
        (tone.ink, PAPER),
        (tone.ink, tone.frame),
        (PAPER, tone.accent),
        (tone.quiet, PAPER),
        (tone.quiet, tone.ground),
    ]
    texts += [(tone.accent, ground) for ground in (PAPER, tone.ground, tone.frame)]
    assert [pair for pair in texts if _contrast(*pair) < 4.5] == []


def _dark_tones() -> dict[str, dict[str, str]]:
    css = STYLESHEET.read_text(encoding="utf-8")
    tones = {
        sign: dict(re.findall(r"--dgm-([a-z]+): (#[0-9a-f]{6})", block))
        for sign, block in re.findall(r"\.dgm-sign-([a-z]+) \{(.*?)\}", css, re.DOTALL)
    }
    return tones | {"other-side": dict(re.findall(r"--dgm-other-([a-z]+): (#[0-9a-f]{6})", css))}


@pytest.mark.parametrize("family", [*FAMILIES, "other-side"])
def test_dark_colours_can_be_told_apart(family: str) -> None:
    tone = _dark_tones()[family]
    css = STYLESHEET.read_text(encoding="utf-8")
    box, on_solid = (re.findall(rf"--dgm-{name}: (#[0-9a-f]{{6}})", css)[0] for name in ("box", "on-solid"))
    grounds = [SLATE_PAGE, tone["ground"], tone["frame"], box]
    texts = [(on_solid, tone["solid"]), (tone["ink"], box), (tone["ink"], tone["frame"])]
    texts += [(tone["accent"], ground) for ground in grounds]
    texts += [(tone["quiet"], SLATE_PAGE), (tone["quiet"], tone["ground"])]
    assert [pair for pair in texts if _contrast(*pair) < 4.5] == []
