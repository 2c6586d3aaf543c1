"""Lines of a PDF end in good places: what belongs together stays together, what is no text is left alone."""

from __future__ import annotations

import pytest

from scripts.export.breaks import NO_BREAK, with_breaks
from scripts.export.hyphens import SOFT

COMPOUNDS = {"toimintamalli": f"toiminta{SOFT}malli"}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("vuonna 28. marraskuuta 2023", "vuonna 28._marraskuuta 2023"),
        ("lain 10 §:ään", "lain 10_§:ään"),
        ("seuraa 3. Sovitut", "seuraa 3._Sovitut"),
        ("vuoden 2021 pilotit", "vuoden 2021 pilotit"),
        ("palveluihin -- anonyymi", "palveluihin_-- anonyymi"),
        ("vuosina 2022--2023.", "vuosina #box[2022--2023];."),
        ('lauseen. #status("law")[laki];', 'lauseen._#status("law")[laki];'),
        ("malli #tag[säilyi]; #tag[varma];", "malli_#tag[säilyi];_#tag[varma];"),
        (
            "(#link(<lahteet--ref-thl>)[THL~2023, diat 43--44])",
            "(#link(<lahteet--ref-thl>)[THL~2023,_diat_#box[43--44];])",
        ),
    ],
)
def test_what_belongs_together_stays_on_one_line(source: str, expected: str) -> None:
    assert with_breaks(source, {}) == expected.replace("_", NO_BREAK)


def test_compounds_may_be_divided_in_text() -> None:
    assert with_breaks("Oma toimintamalli.", COMPOUNDS) == f"Oma toiminta{SOFT}malli."


def test_a_long_word_may_be_divided_anywhere() -> None:
    assert with_breaks("vaikuttavuudesta, kattavasta", {}) == "#long[vaikuttavuudesta];, kattavasta"


@pytest.mark.parametrize(
    "source",
    [
        "= Hyvä toimintamalli",
        "#link(<toimintamalli--luku>)[sivu]",
        '#diagram("toimintamalli.svg", alt: "Yksi toimintamalli 2022--2023")',
        '#text(lang: "sv", region: "FI")[toimintamalli]',
        "https://esimerkki.fi/toimintamalli",
        "`toimintamalli`",
        "```\ntoimintamalli 10 riviä\n```",
        "1. ensimmäinen",
        "// chapter 1",
    ],
)
def test_what_is_no_text_of_the_language_is_left_alone(source: str) -> None:
    assert with_breaks(source, COMPOUNDS) == source


def test_a_long_citation_may_fill_two_lines() -> None:
    source = "#link(<lahteet--ref-innokyla>)[Innokylä~2023, kohta tavoitteet ja tuotokset]"
    assert with_breaks(source, {}) == source
