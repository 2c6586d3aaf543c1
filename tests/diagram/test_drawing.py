"""The diagram as SVG."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from macros.diagram import draw, summary
from macros.diagram.icons import SIGNS as SHAPES
from macros.diagram.palette import OTHER_SIDE
from macros.diagram.style import Width
from macros.model import Guide, Sign, Text
from macros.model.sign import Shape, Tone, contrast
from macros.rules.signs import DARK_BOX, DARK_PAGE, DARK_PANEL, LEAST, pairs
from tests.diagram.guides import guide_from, outreach

SVG = "{http://www.w3.org/2000/svg}"
WIDTHS: tuple[Width, ...] = ("wide", "narrow", "print")
EVERY = pytest.mark.parametrize("width", WIDTHS)
STYLESHEET = Path(__file__).parents[2] / "overrides" / "assets" / "stylesheets" / "diagram.css"


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


def test_a_linked_box_is_a_link_that_says_what_the_box_is_and_its_words(
    guide: Guide, labels: Mapping[str, Text]
) -> None:
    svg = draw(guide, labels, "fi", width="wide", links={"agreed-cooperation": "../ydinelementit/#agreed-cooperation"})
    links = list(_parsed(svg).iter(f"{SVG}a"))
    assert [(link.get("href"), link.get("aria-label")) for link in links] == [
        ("../ydinelementit/#agreed-cooperation", "Ydinelementti 3: Sovitut yhteistyörakenteet ja ohjauskäytännöt")
    ]


def test_a_drawing_with_links_is_no_image_whose_parts_are_hidden(guide: Guide, labels: Mapping[str, Text]) -> None:
    svg = draw(guide, labels, "fi", width="wide", links={"heard": "#heard"})
    assert _parsed(svg).get("role") == "graphics-document"


@EVERY
def test_links_run_in_reading_order(guide: Guide, labels: Mapping[str, Text], width: Width) -> None:
    logic = guide.current.logic_model
    assert logic
    sides = [[*track.core_elements, *(box.id for box in track.boxes)] for track in logic.tracks]
    names = [box.id for box in logic.context] + [name for side in sides for name in side]
    svg = draw(guide, labels, "fi", width=width, links={name: f"#{name}" for name in names})
    found = [link.get("data-part") for link in _parsed(svg).iter(f"{SVG}a")]
    assert sorted(map(str, found)) == sorted(names)
    assert found[: len(logic.context)] == [box.id for box in logic.context]
    for side in sides:
        assert [name for name in found if name in side] == side


def test_words_over_the_boxes_are_not_heard_apart_from_them(guide: Guide, labels: Mapping[str, Text]) -> None:
    svg = draw(guide, labels, "fi", width="wide", links={"heard": "#heard"})
    hidden = {text.text for text in _parsed(svg).iter(f"{SVG}text") if text.get("aria-hidden") == "true"}
    assert labels["diagram-mechanisms"]["fi"] in hidden
    assert labels["diagram-unknown"]["fi"] not in hidden


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


def test_the_slate_of_the_other_side_can_be_told_apart_on_light_and_dark_pages() -> None:
    css = STYLESHEET.read_text(encoding="utf-8")
    dark = dict(re.findall(r"--dgm-other-([a-z]+): (#[0-9a-f]{6})", css))
    light = {name: getattr(OTHER_SIDE, name) for name in Tone.model_fields}
    other = Sign.model_validate({"id": "other", "shape": "circle", "light": light, "dark": dark, "line": "#b15395"})
    assert [pair for pair in pairs(other) if contrast(*pair[1:]) < LEAST] == []


def test_the_grounds_that_signs_are_held_to_are_those_of_the_style_sheets() -> None:
    colours = (STYLESHEET.parent / "colours.css").read_text(encoding="utf-8").split("@media")[1]
    assert f"--paper: {DARK_PAGE};" in colours
    assert f"--ground: {DARK_PANEL};" in colours
    assert f"--dgm-box: {DARK_BOX};" in STYLESHEET.read_text(encoding="utf-8")


@pytest.mark.parametrize("shape", SHAPES)
def test_a_sign_of_any_shape_is_drawn_in_its_own_colours(shape: Shape, labels: Mapping[str, Text]) -> None:
    guide = guide_from(outreach())
    light = guide.sign.light.model_copy(update={"accent": "#123456"})
    own = guide.model_copy(update={"sign": guide.sign.model_copy(update={"id": "own", "shape": shape, "light": light})})
    svg = draw(own, labels, "fi", width="wide")
    assert "dgm-sign-own" in svg
    assert f'd="{SHAPES[shape]}" fill="#123456"' in svg
