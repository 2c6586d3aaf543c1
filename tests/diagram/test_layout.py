"""Where the parts of a diagram stand, whatever the model holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.diagram.layout import layout
from macros.diagram.picture import Line, Picture, PlacedCard, Rect
from macros.diagram.style import STYLES, Width
from macros.model import Guide, Text
from tests.diagram.guides import guide_from, outreach

WIDTHS: tuple[Width, ...] = ("wide", "narrow", "print")
LANGUAGES = ("fi", "sv", "en")
EVERY = pytest.mark.parametrize("width", WIDTHS)
IN_EACH = pytest.mark.parametrize("language", LANGUAGES)

WORD = st.text(alphabet="aeiouyäölnstkmprvhjdå", min_size=1, max_size=40)
LABEL = st.lists(WORD, min_size=1, max_size=9).map(" ".join).map(lambda text: {"fi": text, "sv": text})


def _boxes(prefix: str, most: int) -> st.SearchStrategy[list[dict[str, Any]]]:
    box = st.fixed_dictionaries({"label": LABEL}, optional={"condition": LABEL})
    return st.lists(box, max_size=most).map(
        lambda boxes: [box | {"id": f"{prefix}-{index}"} for index, box in enumerate(boxes)]
    )


@st.composite
def guides(draw: st.DrawFn) -> Guide:
    """Guides with any number of sides, boxes and hypotheses, and labels of any length."""
    data = outreach()
    elements = [element | {"number": index} for index, element in enumerate(draw(_boxes("element", 12)), 1)]
    data["edition"]["core_elements"] = [
        {key: value for key, value in element.items() if key != "condition"}
        for element in elements or [{"id": "element-0", "number": 1, "label": draw(LABEL)}]
    ]
    ids = [element["id"] for element in data["edition"]["core_elements"]]
    tracks: list[dict[str, Any]] = []
    for side in range(draw(st.integers(min_value=1, max_value=4))):
        stages = {name: draw(_boxes(f"{name.replace('_', '-')}-{side}", 7)) for name in ("mechanisms", "short_term")}
        track: dict[str, Any] = stages | {"id": f"side-{side}", "title": draw(LABEL), "core_elements": ids[side::4]}
        if draw(st.booleans()):
            track["short_term_heading"] = {"id": f"heading-{side}", "label": draw(LABEL)}
        tracks.append(track | {"long_term": draw(_boxes(f"long-{side}", 2))})
    outcomes = [box["id"] for track in tracks for box in track["short_term"]]
    links = draw(st.lists(st.sampled_from(outcomes), max_size=12)) if outcomes else []
    data["edition"]["logic_model"] |= {
        "context": draw(_boxes("context", 8)),
        "tracks": tracks,
        "hypotheses": [
            {"id": f"h{number}", "number": number, "outcome": outcome, "text": {"fi": "x", "sv": "x"}}
            for number, outcome in enumerate(links, 1)
        ],
    }
    return guide_from(data)


def _texts(card: PlacedCard) -> list[Line]:
    return [*card.lines, *((card.number,) if card.number else ()), *(mark.line for mark in card.marks)]


def _overflowing(picture: Picture) -> list[str]:
    """Texts nearer to their box's edge than half the room they are due, or reaching out of the picture."""
    sheet = Rect(0, 0, picture.width, picture.height)
    found = [
        line.text for card in picture.cards for line in _texts(card) if not card.rect.holds(line.extent, margin=2.0)
    ]
    found += [mark.line.text for card in picture.cards for mark in card.marks if not mark.rect.holds(mark.line.extent)]
    return found + [line.text for line in picture.lines if not sheet.holds(line.extent, margin=-0.02)]


def _meeting(picture: Picture) -> Iterator[tuple[str, str]]:
    """Pairs of boxes that touch, a frame and what it holds left aside; and boxes outside their panel."""
    frames = [card for card in picture.cards if card.frame]
    boxes = [card for card in picture.cards if not card.frame]
    yield from ((a.card.id, b.card.id) for a, b in combinations(boxes, 2) if a.rect.meets(b.rect))
    for frame in frames:
        for box in boxes:
            if box.rect.meets(frame.rect) and not frame.rect.holds(box.rect, margin=1.0):
                yield frame.card.id, box.card.id
    for a, b in combinations(picture.panels, 2):
        if a.rect.meets(b.rect):
            yield "panel", "panel"
    for card in picture.cards:
        if not any(panel.rect.holds(card.rect, margin=1.0) for panel in picture.panels):
            yield card.card.id, "panel"


def _colliding(picture: Picture) -> list[tuple[str, str]]:
    """Pairs of texts that overlap, each other or an arrow."""
    lines = [*picture.lines, *(line for card in picture.cards for line in _texts(card))]
    pairs = [(a.text, b.text) for a, b in combinations(lines, 2) if a.extent.meets(b.extent)]
    for arrow in picture.arrows:
        way = Rect(arrow.x - 3, arrow.top, 6, arrow.bottom - arrow.top)
        pairs += [(line.text, "arrow") for line in lines if line.extent.meets(way)]
    return pairs


@EVERY
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(guide=guides())
def test_nothing_overflows_and_nothing_touches_whatever_the_model_holds(
    labels: Mapping[str, Text], width: Width, guide: Guide
) -> None:
    picture = layout(guide, labels, "fi", width)
    assert (_overflowing(picture), list(_meeting(picture)), _colliding(picture)) == ([], [], [])


@EVERY
@IN_EACH
def test_the_outreach_model_stands_clear(guide: Guide, labels: Mapping[str, Text], width: Width, language: str) -> None:
    picture = layout(guide, labels, language, width)
    assert (_overflowing(picture), list(_meeting(picture)), _colliding(picture)) == ([], [], [])


@EVERY
@IN_EACH
def test_no_word_of_the_outreach_model_is_divided(
    guide: Guide, labels: Mapping[str, Text], width: Width, language: str
) -> None:
    assert layout(guide, labels, language, width).broken == 0


@EVERY
def test_every_box_is_drawn_once(guide: Guide, labels: Mapping[str, Text], width: Width) -> None:
    logic = guide.current.logic_model
    assert logic is not None
    expected = [box.id for box in logic.context] + [element.id for element in guide.elements]
    expected += [box.id for track in logic.tracks for box in track.boxes]
    assert sorted(card.card.id for card in layout(guide, labels, "fi", width).cards) == sorted(expected)


@pytest.mark.parametrize(("width", "least"), [("wide", 15.0), ("narrow", 15.0), ("print", 10.5)])
def test_no_text_is_smaller_than_a_reader_needs(
    guide: Guide, labels: Mapping[str, Text], width: Width, least: float
) -> None:
    picture = layout(guide, labels, "fi", width)
    samples = [sample.mark.line for sample in picture.samples if sample.mark]
    lines = [*picture.lines, *samples, *(line for card in picture.cards for line in _texts(card))]
    assert min(line.size for line in lines) >= least


@IN_EACH
def test_the_outreach_model_fits_one_printed_page(guide: Guide, labels: Mapping[str, Text], language: str) -> None:
    picture = layout(guide, labels, language, "print")
    assert (picture.width, picture.height <= 640) == (453, True)


def test_on_a_phone_everything_stands_in_one_column(guide: Guide, labels: Mapping[str, Text]) -> None:
    picture = layout(guide, labels, "fi", "narrow")
    boxes = [card.rect for card in picture.cards if not card.frame]
    assert [(a, b) for a, b in combinations(boxes, 2) if a.y < b.bottom and b.y < a.bottom] == []


def test_on_a_phone_one_side_ends_before_the_next_begins(guide: Guide, labels: Mapping[str, Text]) -> None:
    cards = layout(guide, labels, "fi", "narrow").cards
    sides = [card.side for card in sorted(cards, key=lambda card: (card.rect.y, card.rect.x))]
    assert sides == sorted(sides)


@EVERY
def test_arrows_run_from_stage_to_stage_and_touch_none(guide: Guide, labels: Mapping[str, Text], width: Width) -> None:
    picture = layout(guide, labels, "fi", width)
    ways = [Rect(arrow.x, arrow.top, 0, arrow.bottom - arrow.top) for arrow in picture.arrows]
    assert ways
    assert [way for way in ways for panel in picture.panels if way.meets(panel.rect)] == []


def test_no_arrow_leads_to_where_the_sources_tell_nothing(guide: Guide, labels: Mapping[str, Text]) -> None:
    """The client's side has four arrows, the organisation's three: it has no long-term outcome."""
    sides = [arrow.side for arrow in layout(guide, labels, "fi", "wide").arrows]
    assert (sides.count(0), sides.count(1)) == (4, 3)


def test_the_legend_explains_only_what_is_used(guide: Guide, labels: Mapping[str, Text]) -> None:
    data = outreach()
    data["edition"]["logic_model"]["hypotheses"] = []
    assert len(layout(guide, labels, "fi", "wide").samples) == 2
    assert [sample.mark for sample in layout(guide_from(data), labels, "fi", "wide").samples] == [None]


def test_hypotheses_are_marked_on_the_outcomes_they_lead_to(guide: Guide, labels: Mapping[str, Text]) -> None:
    marked = {
        card.card.id: [mark.line.text for mark in card.marks]
        for card in layout(guide, labels, "fi", "wide").cards
        if card.marks
    }
    assert marked == {
        "heard": ["H1"],
        "trust": ["H2", "H3"],
        "safer": ["H4"],
        "easy-help": ["H5"],
        "lower-threshold": ["H6"],
    }


def test_core_elements_that_start_no_side_are_shown_apart(labels: Mapping[str, Text]) -> None:
    data = outreach()
    data["edition"]["logic_model"]["tracks"][0]["core_elements"] = ["reaching-out"]
    picture = layout(guide_from(data), labels, "fi", "wide")
    apart = {card.card.id for card in picture.cards if picture.panels[-1].rect.holds(card.rect)}
    assert apart == {"individual-support", "agreed-cooperation"}


def test_an_edition_without_logic_model_cannot_be_drawn(guide: Guide, labels: Mapping[str, Text]) -> None:
    bare = guide.current.model_copy(update={"logic_model": None})
    with pytest.raises(ValueError, match="2023-11 of etsiva-sosiaalityo has no logic model"):
        layout(guide.model_copy(update={"editions": (bare,)}), labels, "fi", "wide")


@EVERY
def test_sizes_are_those_promised(guide: Guide, labels: Mapping[str, Text], width: Width) -> None:
    assert layout(guide, labels, "sv", width).width == STYLES[width].width
