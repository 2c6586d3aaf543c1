"""Slips of typing are found where they are sure, and nowhere else."""

from __future__ import annotations

import pytest

from macros.passages import passages, set_passages, without_marks
from macros.problem import say
from macros.prose import prose, shown, slips

FI, EN = "”…”", "“…”"


def names(text: str, quotes: str | None = FI) -> list[str]:
    return [message.name for _, message in slips(text, quotes)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kaksi  sanaa.", "double-space/here"),
        ("- Kohdan alku, jossa on\u00a0 kaksi.", "double-space/here"),
        ("Ensin , sitten.", "space-before/here"),
        ("Loppu .", "space-before/here"),
        ("Kysymys ?\nVastaus.", "space-before/here"),
        ("`koodi` , sitten.", "space-before/here"),
        ("Sana - toinen.", "dash/hyphen"),
        ("Vuonna 2022 - siis silloin.", "dash/hyphen"),
        ("Sana -- toinen.", "dash/double"),
        ("Sana--toinen.", "dash/double"),
        ("Vuosina 2022-2023 kokeiltiin.", "dash/range"),
        ("Katso s. 4-7.", "dash/range"),
        ("Auki klo 9-11.", "dash/range"),
        ("Noin 5-10 % alueista.", "dash/range"),
        ('Sana "ydin" säilyy.', "quotes/straight"),
        ("Sana “ydin” säilyy.", "quotes/other"),
        ("Sana „ydin” säilyy.", "quotes/other"),
    ],
)
def test_a_slip_is_told(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: A - B  \nid: 2022-2023\n---\n\nTeksti.",
        "Rivin lopussa kaksi väliä  \nja uusi rivi.",
        "| a   | b |\n|-----|---|\n| c   | - |\n\n:   Määritelmä",
        "| a | b |\n|:--|--:|\n| ? | . |",
        "1.  Kohta\n    - alakohta\n-   toinen",
        "> [!NOTE]\n> Teksti.",
        '```text\na  b "c" - d -- e , f 2022-2023\n```',
        "> ```\n> a  b , c\n> ```",
        'Koodia: `a  b "c" , d`, ``a ` "b"``.',
        'Makro {{ cite("lahde", slide="4") }} ja {# "huomautus"  - x #} loppu.',
        "Otsikko {: #id .a  .b }",
        'Linkki [sana](osoite.md "nimi - toinen").',
        "Osoite https://example.org/a--b/2022-2023 ja <https://example.org/a--b>.",
        "Tunnus URN:NBN:fi-fe2022-2023x, puhelin 050-123 4567, päivä 2022-11-05, kuukausi 2022-11, ISBN 978-951-98548-9-2.",
        "Sosiaali- ja terveysala, sosiaaliala ja -työ, asiakas–työntekijä.",
        "Erotus 7 - 2 on 5. Vuosi 2023-2022 ei ole väli.",
        'Ruutu on 15" leveä.',
        "Tiedostot .md ja .yml, luku ,5.",
        "Kolme pistettä … ja jatko.",
        "Sana ”ydin” säilyy, ja [“core”]{lang=en} on englantia.",
        '    sisennetty  koodi "x"',
        "Rivi\n\n---\n\nToinen rivi",
    ],
)
def test_what_is_no_slip_for_sure_is_let_be(text: str) -> None:
    assert names(text) == []


def test_quotation_marks_are_those_of_the_language() -> None:
    assert names("The word “core” stays, ‘this’ too.", EN) == []
    assert names("The word ”core” stays.", EN) == ["quotes/other"]
    assert names("The word “core“ stays.", EN) == ["quotes/other"]
    assert names('The word "core" stays.', None) == []


def test_a_slip_is_told_on_its_line_with_the_words_around_it() -> None:
    text = "Ensimmäinen rivi.\n\nTässä on pitkähkö rivi, jossa kaksi  sanaa on liian kaukana toisistaan.\n"
    assert list(slips(text, FI)) == [(2, say("double-space/here", around="rivi, jossa kaksi  sanaa on liian"))]
    assert shown("lyhyt", 0, 5) == "lyhyt"


def test_blotting_out_moves_nothing() -> None:
    text = "---\ntitle: x\n---\n\nA `b` {{ c }} d\n\n```\ne\n```\n"
    blotted = prose(text)
    assert len(blotted) == len(text)
    assert [len(row) for row in blotted.split("\n")] == [len(row) for row in text.split("\n")]
    assert "A xxx xxxxxxx d" in blotted


def test_a_mention_is_marked_for_the_rules_alone() -> None:
    text = "Ennen sanottiin [vanha nimi]{mention}, ja `[x]{mention}` on koodia."
    assert set_passages(text) == "Ennen sanottiin vanha nimi, ja `[x]{mention}` on koodia."
    assert without_marks("[vanha]{mention} [old]{lang=en}") == "vanha old"
    assert list(passages("[vanha]{mention} [old]{lang=en}")) == [("en", "old", 0)]
