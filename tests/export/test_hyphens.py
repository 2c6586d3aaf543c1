"""Words are divided where compounds join, and nowhere else."""

from __future__ import annotations

import pytest

from scripts.export.hyphens import SOFT, divided


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("sosiaaliasiavastaavan", "sosiaali|asia|vastaavan"),
        ("Palvelutarpeessa", "Palvelu|tarpeessa"),
        ("hyvinvointialueiden", "hyvinvointi|alueiden"),
        ("kuntoutussuunnitelmaan", "kuntoutus|suunnitelmaan"),
        ("ydinelementeistä", "ydin|elementeistä"),
    ],
)
def test_a_compound_is_divided_at_its_borders(word: str, parts: str) -> None:
    assert divided(f"Tässä {word}, ja muuta.", "voikko") == {word: parts.replace("|", SOFT)}


@pytest.mark.parametrize("word", ["neuvonnasta", "alustavassa", "systemaattisesti", "xyzzyxyzzyxyzzy", "työtä"])
def test_what_is_no_long_compound_is_left_alone(word: str) -> None:
    assert divided(word, "voikko") == {}


def test_a_language_without_an_analyser_is_left_to_patterns() -> None:
    assert divided("välfärdsområdet", None) == {}
