"""What the index of the search is made of."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from macros.load import load_site
from scripts.search.coding import chunks, piece, word_rows
from scripts.search.keys import Kind, keys_of, unwritten
from scripts.search.names import names
from scripts.search.postings import HEADING, TITLE, places_of
from scripts.search.sections import Document, Section, plain, read_documents
from scripts.search.tokens import pieces, tokens
from tests.workplaces import PROJECT

SITE = load_site(PROJECT)
DESCRIBED = '<meta name="description" content="Mallit &amp; oppaat">'
FI, SV, EN = (SITE.languages[id_] for id_ in ("fi", "sv", "en"))


def test_codes_and_paragraphs_of_laws_are_words() -> None:
    text = "EuroHIS-8, laki 1301/2014, 17 §:n ja 17§, THL:n, vuosina 2022–2023."
    found = ["eurohis-8", "laki", "1301/2014", "17§", "n", "ja", "17§", "thl:n", "vuosina", "2022–2023"]
    assert list(tokens(text)) == found


@pytest.mark.parametrize(
    ("word", "joined"),
    [
        ("1301/2014", ["1301", "2014"]),
        ("thl:n", ["thl"]),
        ("17§", ["17"]),
        ("kynnys", []),
        ("avain-mittari", ["avain", "mittari"]),
    ],
)
def test_a_word_joined_by_signs_is_found_by_its_pieces_too(word: str, joined: list[str]) -> None:
    assert pieces(word) == joined


@pytest.mark.parametrize(
    ("word", "keys"),
    [
        ("kynnyksen", {"kynnys": Kind.FORM}),
        ("palvelutarpeen", {"palvelutarve": Kind.FORM, "tarve": Kind.TAIL, "palvelu": Kind.PART}),
        ("arvioinnin", {"arviointi": Kind.FORM, "arvioida": Kind.ROOT}),
        ("xyzzyxiin", {"xyzzyx": Kind.FORM}),
    ],
)
def test_a_finnish_word_is_found_by_its_base_form_its_parts_and_its_root(
    word: str, keys: dict[str, Kind], tmp_path: Path
) -> None:
    assert keys_of([word], FI, tmp_path) == {word: keys}


@pytest.mark.parametrize(
    ("word", "keys"),
    [
        ("klientplanen", {"klientplan": Kind.FORM, "plan": Kind.TAIL, "klient": Kind.PART}),
        ("kärnelement", {"kärnelement": Kind.FORM, "element": Kind.TAIL, "kärna": Kind.PART}),
        ("välfärdsområdena", {"välfärdsområde": Kind.FORM, "område": Kind.TAIL, "välfärd": Kind.PART}),
    ],
)
def test_a_swedish_compound_is_found_by_its_parts(word: str, keys: dict[str, Kind], tmp_path: Path) -> None:
    found = keys_of([word], SV, tmp_path)[word]
    assert {key: found.get(key) for key in keys} == keys


def test_an_english_word_is_found_by_its_stem(tmp_path: Path) -> None:
    assert keys_of(["evaluation", "evaluations"], EN, tmp_path)["evaluations"] == {"evalu": Kind.FORM}


def test_a_language_that_nobody_can_analyse_is_indexed_as_it_is(tmp_path: Path) -> None:
    language = EN.model_copy(update={"stemmer": None})
    assert keys_of(["giellan", "giella"], language, tmp_path) == {"giellan": {"giellan": 0}, "giella": {"giella": 0}}
    assert unwritten({"giellan": {"giellan": Kind.FORM}}, language, tmp_path) == {}


def test_forms_that_no_page_has_lead_to_the_words_that_pages_have(tmp_path: Path) -> None:
    keys = keys_of(["kohtaamispaikassa"], FI, tmp_path)
    typed = unwritten(keys, FI, tmp_path)
    assert typed["kohtaamispaikka"] == {"kohtaamispaikka": Kind.FORM}
    assert "kohtaamispaikkoja" in typed
    assert "paikka" in typed


def test_a_word_in_a_heading_counts_as_such_and_in_a_title_more() -> None:
    page = Document(
        "a/", "Kynnys", (Section("", "Kynnys", "Jono."), Section("b", "Jono on pitkä tänään taas", "Kynnys on este."))
    )
    places = places_of([page])
    assert places["kynnys"][0] // TITLE > places["jono"][0] // TITLE == 0
    assert places["jono"][1] & (TITLE - 1) >= HEADING > places["kynnys"][1]


def test_what_a_page_says_of_itself_counts_as_a_heading_of_its_beginning() -> None:
    page = Document("a/", "Kynnys", (Section("", "Kynnys", "Jono."), Section("b", "Muu", "Kynnys.")), "Jonon pituus.")
    places = places_of([page])
    assert places["pituus"] == {0: HEADING}
    assert places["kynnys"][0] >= TITLE


def test_the_documents_are_the_pages_as_the_site_has_them(tmp_path: Path) -> None:
    path = tmp_path / "search/search_index.json"
    path.parent.mkdir()
    docs = [
        {"location": "", "title": "Etusivu", "text": ""},
        {"location": "a/", "title": "A &amp; B", "text": "<p>Yksi</p><ul><li>kak<b>si</b></li></ul>"},
        {"location": "a/#c", "title": "C", "text": "5 &lt; 6"},
    ]
    path.write_text(json.dumps({"docs": docs}), encoding="utf-8")
    (tmp_path / "index.html").write_text(f"<head>{DESCRIBED}</head><body>{DESCRIBED}", encoding="utf-8")
    front, page = read_documents(tmp_path)
    assert front.description == "Mallit & oppaat"
    assert (front.address, front.sections) == ("", (Section("", "Etusivu", ""),))
    assert page == Document("a/", "A & B", (Section("", "A & B", "Yksi kaksi"), Section("c", "C", "5 < 6")))


def test_marks_of_html_are_no_words() -> None:
    assert plain("<p>yksi</p>kaksi<br>kol<em>me</em>") == "yksi kaksi kol" + "me"


def test_pieces_are_small_and_lose_nothing() -> None:
    items = [(f"sana{number:04}", "x" * 90) for number in range(1000)]
    groups = list(chunks(items))
    assert [item for group in groups for item in group] == items
    assert len(groups) > 5
    assert max(len(json.dumps(group)) for group in groups) < 16_000


def test_a_piece_is_a_script_that_nothing_in_it_can_break_out_of() -> None:
    text = piece("texts/0", ["</script><script>alert(1)</script>", "\u2028"])
    assert json.loads(re.fullmatch(r'siteSearch\.take\("texts/0",(.*)\);\n', text)[1]) == [  # type: ignore[index]
        "</script><script>alert(1)</script>",
        "\u2028",
    ]
    assert "\u2028" not in text


def test_words_share_their_beginnings_with_the_word_before() -> None:
    assert word_rows([("kynnys", "0"), ("kynnyksen", "3s"), ("työ", "0")]) == "0kynnys 0\n5ksen 3s\n0työ 0"


def test_old_names_and_names_in_other_languages_stand_for_the_term(tmp_path: Path) -> None:
    rows = names(SITE, FI, tmp_path)
    term = SITE.terms["client-plan"]
    swedish = [row for row in rows if row[2] == "sv" and row[3] == "client-plan"]
    assert swedish
    assert all(row[1] == term.term["fi"] for row in swedish)
    old = {(row[1], row[3]) for row in rows if not row[2]}
    for entry in SITE.terms.values():
        for name in entry.avoid.get("fi", ()):
            assert (entry.term["fi"], entry.id) in old, name
