"""The diagram in words."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from macros.diagram import description, layout, summary
from macros.diagram.picture import Picture
from macros.model import Guide, Text

IN_EACH = pytest.mark.parametrize("language", ["fi", "sv", "en"])


def _shown(picture: Picture) -> list[str]:
    return [card.card.label for card in picture.cards]


@IN_EACH
def test_every_word_of_the_picture_is_in_its_description(
    guide: Guide, labels: Mapping[str, Text], language: str
) -> None:
    told = set(re.findall(r"\w+", description(guide, labels, language).lower()))
    shown = {
        word for label in _shown(layout(guide, labels, language, "wide")) for word in re.findall(r"\w+", label.lower())
    }
    assert shown - told == set()


@IN_EACH
def test_every_sentence_condition_and_hypothesis_is_told(
    guide: Guide, labels: Mapping[str, Text], language: str
) -> None:
    logic = guide.current.logic_model
    assert logic is not None
    boxes = [*logic.context, *(box for track in logic.tracks for box in track.boxes)]
    due = [box.text[language] for box in boxes] + [box.condition[language] for box in boxes if box.condition]
    due += [link.text[language] for link in logic.hypotheses] + [logic.caveat[language]]
    told = description(guide, labels, language)
    assert [text for text in due if text not in told] == []


def test_it_runs_from_context_through_each_side_to_the_hypotheses(guide: Guide, labels: Mapping[str, Text]) -> None:
    told = description(guide, labels, "en").splitlines()
    assert [line for line in told if line.startswith("- ")] == [
        "- **Resources and circumstances**",
        "- **Client**",
        "- **Organisation**",
        "- **Hypotheses**",
    ]
    client = told[told.index("- **Client**") + 1 : told.index("- **Organisation**")]
    assert [line.strip() for line in client if re.match(r" {4}- ", line)] == [
        "- **Core elements**",
        "- **Mechanisms**",
        "- **Short-term outcomes**",
        "- **Long-term outcomes**",
    ]


def test_outcomes_stand_under_what_they_amount_to_together(guide: Guide, labels: Mapping[str, Text]) -> None:
    told = description(guide, labels, "en").splitlines()
    heading = told.index("        - Preconditions for the client's change improve")
    assert told[heading + 1] == "            - Feels heard, valued and met (H1)"


def test_what_hangs_on_something_says_so(guide: Guide, labels: Mapping[str, Text]) -> None:
    assert "- Smooth access to services Reservation: If developed in service chains." in description(
        guide, labels, "en"
    )


def test_core_elements_carry_their_number_without_becoming_a_list_of_their_own(
    guide: Guide, labels: Mapping[str, Text]
) -> None:
    assert "        - **4** Influencing by means of structural social work" in description(guide, labels, "en")


@IN_EACH
def test_the_summary_is_one_plain_paragraph(guide: Guide, labels: Mapping[str, Text], language: str) -> None:
    told = summary(guide, labels, language)
    name = guide.model.name[language]
    assert (name in told, "\n" in told, re.findall(r"[*_`{}\[\]]", told)) == (True, False, [])
