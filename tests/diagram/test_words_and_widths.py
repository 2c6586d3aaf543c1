"""Lines of text in the diagrams."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from macros.diagram.metrics import text_width
from macros.diagram.wrapping import wrap

WORDS = st.text(alphabet="aeiouyäölnstkmprvhjdå-", min_size=1, max_size=45)
TEXTS = st.lists(WORDS, min_size=1, max_size=14).map(" ".join)


@given(text=TEXTS, width=st.floats(min_value=40, max_value=600))
def test_no_line_is_wider_than_its_room(text: str, width: float) -> None:
    assert [line for line in wrap(text, width, 15.0).lines if text_width(line, 15.0) > width] == []


@given(text=TEXTS, width=st.floats(min_value=40, max_value=600))
def test_every_letter_of_the_text_is_kept(text: str, width: float) -> None:
    kept = "".join(wrap(text, width, 15.0).lines)
    assert kept.replace("-", "").replace(" ", "") == text.replace("-", "").replace(" ", "")


@given(text=TEXTS)
def test_a_word_that_fits_is_never_divided(text: str) -> None:
    width = max(text_width(word, 15.0) for word in text.split())
    wrapped = wrap(text, width, 15.0)
    assert (wrapped.broken, " ".join(wrapped.lines)) == (0, text)


def test_a_word_is_divided_first_at_the_authors_soft_hyphen() -> None:
    word = "verkko\u00adympäristössä"
    assert wrap(word, text_width("verkkoympäri", 15.0), 15.0).lines == ("verkko-", "ympäristössä")


def test_a_soft_hyphen_in_a_word_that_fits_leaves_no_trace() -> None:
    assert wrap("verkko\u00adympäristö", 400, 15.0).lines == ("verkkoympäristö",)


def test_a_word_without_soft_hyphen_is_divided_between_syllables() -> None:
    assert wrap("ohjauskäytännöt", text_width("ohjauskäytän-", 15.0), 15.0).lines == ("ohjauskäytän-", "nöt")


def test_a_word_with_a_hyphen_gets_no_second_one() -> None:
    assert wrap("sosiaali-ohjaus", text_width("sosiaali-oh", 15.0), 15.0).lines == ("sosiaali-", "ohjaus")


def test_lines_are_few_and_even() -> None:
    text = "Sovitut yhteistyörakenteet ja ohjauskäytännöt"
    assert wrap(text, 230, 15.0).lines == ("Sovitut yhteistyörakenteet", "ja ohjauskäytännöt")


def test_semibold_text_is_measured_in_its_own_face() -> None:
    assert text_width("Ydinelementit", 15.0, "semibold") > text_width("Ydinelementit", 15.0)
