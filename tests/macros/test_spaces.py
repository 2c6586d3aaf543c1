"""No line ends between a number and what it belongs to; what programs read keeps its spaces."""

from __future__ import annotations

import pytest

from macros.expand import expand
from macros.load import load_site
from macros.spaces import bind
from tests.workplaces import PROJECT

SITE = load_site(PROJECT)


@pytest.mark.parametrize(
    ("language", "text", "bound"),
    [
        ("fi", "28. marraskuuta 2023", "28._marraskuuta 2023"),
        ("fi", "11. helmikuussa", "11._helmikuussa"),
        ("fi", "vuonna 2023 marraskuussa", "vuonna 2023 marraskuussa"),
        ("fi", "lain 17 §:ssä", "lain 17_§:ssä"),
        ("fi", "(THL 2023, diat 43–44)", "(THL 2023, diat_43–44)"),
        ("fi", "media 5", "media 5"),
        ("sv", "den 28 november 2023, bild 4", "den 28_november 2023, bild_4"),
        ("en", "28 November 2023, section 17, pp. 3–5", "28_November 2023, section_17, pp._3–5"),
        ("en", "24 kB", "24_kB"),
    ],
)
def test_a_number_stays_with_what_it_belongs_to(language: str, text: str, bound: str) -> None:
    assert bind(text, SITE.labels, SITE.languages[language]) == bound.replace("_", "\u00a0")


@pytest.mark.parametrize(
    "text",
    [
        "`17 §`",
        "```yaml\ndate: 28. marraskuuta\n```\n",
        '<a title="dia 45">x</a>',
        "[x](dia 45.md)",
    ],
)
def test_what_programs_read_keeps_its_spaces(text: str) -> None:
    assert bind(text, SITE.labels, SITE.languages["fi"]) == text


def test_what_macros_show_is_bound_as_well() -> None:
    text = '---\ntitle: T\ndescription: D\n---\nNäin {{ cite("thl-2023-webinaari", slide="45") }}.\n'
    assert "dia\u00a045" in expand(SITE, SITE.languages["fi"], text, "index.md").markdown
