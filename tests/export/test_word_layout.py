"""How the Word document is set: lists, boxes and tables by styles an editor can use, and what stays together on a page."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx as word
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from scripts.export import Book, export
from scripts.export.style import BUILT_IN
from scripts.export.styles import styles
from tests.export.sample import page, text_of

MORE = """
## Lisää { #more }

Tästä alkaa luettelo:

3. kolmas
4. neljäs

    jatkuu toisena kappaleena

- ylempi
    - alempi
        1. alimpana

1. taas ensimmäinen

<div class="admonition note" markdown="1">

<div class="admonition-title" markdown="1">

Huomaa

</div>

Luettelo:

1. yksi
2. kaksi

</div>

| Nro | <span lang="sv">Namn</span> |
|---|---|
| 1 | lyhyt |
| 2 | lyhyt |

: Lyhyt <span lang="sv">tabell</span>
"""


@pytest.fixture(scope="module")
def path(book: Book, tmp_path_factory: pytest.TempPathFactory) -> Path:
    first = page("index", text_of("index") + MORE)
    path = tmp_path_factory.mktemp("layout") / "book.docx"
    export(dataclasses.replace(book, pages=(first, *book.pages[1:])), "docx", path)
    return path


@pytest.fixture(scope="module")
def document(path: Path) -> Any:
    return word.Document(str(path))


def _named(document: Any, text: str, style: str = "") -> Any:
    return next(p for p in document.paragraphs if p.text.startswith(text) and p.style.name.startswith(style))


def _style(document: Any, text: str) -> str:
    return str(_named(document, text).style.name)


def _part(path: Path, name: str) -> Any:
    with ZipFile(path) as archive:
        return parse_xml(archive.read(name))


def _text(element: Any) -> str:
    return "".join(element.xpath(".//w:t/text()"))


def test_items_of_lists_have_the_styles_of_their_kind_and_level(document: Any) -> None:
    found = {
        text: _style(document, text)
        for text in (
            "Opas on tehty",
            "Sisempi kohta",
            "kolmas",
            "jatkuu toisena",
            "alempi",
            "alimpana",
            "☑",
        )
    }
    assert list(found.values()) == [
        "List Bullet", "List Bullet 2", "List Number", "List Continue", "List Bullet 2", "List Number 3", "List Check",
    ]  # fmt: skip
    assert _named(document, "☑").text == "☑\tTehtävä on tehty"


def test_bullets_come_from_the_style_alone(document: Any) -> None:
    bullets = [p for p in document.paragraphs if p.style.name.startswith("List Bullet")]
    assert bullets
    assert [p.text for p in bullets if p._p.xpath("w:pPr/w:numPr")] == []


def test_every_style_of_lists_is_the_style_of_its_level(path: Path) -> None:
    sheet, numbering = _part(path, "word/styles.xml"), _part(path, "word/numbering.xml")
    kinds = {n.get(qn("w:numId")): n.xpath("string(w:abstractNumId/@w:val)") for n in numbering.iter(qn("w:num"))}
    counted = 0
    for style in sheet.xpath("w:style[w:pPr/w:numPr]"):
        number, level = (style.xpath(f"string(w:pPr/w:numPr/{part}/@w:val)") for part in ("w:numId", "w:ilvl"))
        link = numbering.xpath(
            f"string(w:abstractNum[@w:abstractNumId='{kinds[number]}']/w:lvl[@w:ilvl='{level}']/w:pStyle/@w:val)"
        )
        assert link == style.get(qn("w:styleId"))
        counted += 1
    assert counted == 17


def test_lists_of_numbers_begin_where_the_text_says(path: Path, document: Any) -> None:
    numbering = _part(path, "word/numbering.xml")
    starts = []
    for text in ("kolmas", "taas ensimmäinen", "yksi"):
        number = _named(document, text, "Callout" if text == "yksi" else "List")._p.xpath(
            "string(w:pPr/w:numPr/w:numId/@w:val)"
        )
        starts.append(numbering.xpath(f"string(w:num[@w:numId='{number}']//w:startOverride/@w:val)"))
    assert starts == ["3", "1", "1"]


def test_every_list_that_is_meant_is_there(path: Path) -> None:
    known = set(_part(path, "word/numbering.xml").xpath("w:num/@w:numId"))
    used = {
        number.get(qn("w:val"))
        for name in ("document", "styles", "footnotes")
        for number in _part(path, f"word/{name}.xml").iter(qn("w:numId"))
    }
    assert used <= known


def test_lists_in_boxes_keep_to_the_box(document: Any) -> None:
    assert _style(document, "Väite, jolla") == "Element Box List"
    assert _style(document, "Lista huomautuksessa") == "Callout Note List"
    assert _style(document, "kaksi") == "Callout Note List"
    assert _style(document, "Mistä elementti on syntynyt") == "Element Box Lead In"


def test_the_bar_beside_a_box_has_no_gaps(document: Any) -> None:
    for text, box in (("Työntekijä", "Element Box"), ("Toinen väite", "Element Box"), ("Nuolet", "Callout Note")):
        assert _named(document, text, box).paragraph_format.space_after == 0, text
    assert _named(document, "Väite, jolla").paragraph_format.space_after is None


def test_paragraphs_are_formatted_by_their_styles(document: Any) -> None:
    direct = {child.tag for properties in document.element.xpath("//w:body//w:pPr") for child in properties}
    assert direct <= {qn("w:pStyle"), qn("w:keepNext"), qn("w:numPr"), qn("w:spacing")}
    spaced = document.element.xpath("//w:body//w:p[w:pPr/w:spacing]/w:pPr/w:pStyle/@w:val")
    assert all(re.match(r"Callout|ElementBox|Entry", style) for style in spaced)


def test_what_leads_to_something_stays_with_it(document: Any) -> None:
    sheet = {style.name: style for style in document.styles}
    for name in (
        "Heading 1",
        "Heading 2",
        "Heading 3",
        "Table Caption",
        "Figure",
        "Lead In",
        "Definition Term",
        "Card Title",
    ):
        assert sheet[name].paragraph_format.keep_with_next, name
    assert sheet["Heading 2"].paragraph_format.keep_together
    for text, kept in (("Tästä alkaa luettelo", True), ("ylempi", True), ("alempi", True), ("taas", None)):
        assert _named(document, text).paragraph_format.keep_with_next is kept, text
    items = [
        p
        for p in document.paragraphs
        if p.style.name == "List Number" and p.text.startswith(("Lue", "Vertaa", "Katso"))
    ]
    assert [p.paragraph_format.keep_with_next for p in items] == [None, True, None]


def test_a_short_table_stays_on_one_page_and_a_long_one_breaks_between_its_rows(document: Any) -> None:
    def kept(table: Any) -> list[bool]:
        return [bool(row.cells[0].paragraphs[0].paragraph_format.keep_with_next) for row in table.rows]

    short, middle, long = document.tables
    assert kept(short) == [True, True, False]
    assert kept(middle) == [True, True, True, True, False]
    assert kept(long) == [True, *[False] * 58, True, False]
    assert all(row._tr.xpath("w:trPr/w:cantSplit") for table in document.tables for row in table.rows)


def test_a_row_that_would_fill_half_a_page_may_break(book: Book, tmp_path: Path) -> None:
    text = f"| a | b |\n|---|---|\n| x | {'sana ' * 600} |\n"
    export(
        dataclasses.replace(book, pages=(page("index", f"{text_of('index')}\n\n{text}"), *book.pages[1:])),
        "docx",
        tmp_path / "b.docx",
    )
    rows = word.Document(str(tmp_path / "b.docx")).tables[0].rows
    assert [len(row._tr.xpath("w:trPr/w:cantSplit")) for row in rows] == [1, 0]


def test_a_link_to_a_table_leads_to_its_caption(document: Any) -> None:
    for caption in document.element.xpath("//w:p[w:pPr/w:pStyle/@w:val='TableCaption']"):
        assert len(caption.xpath("w:bookmarkStart")) == len(caption.xpath("w:bookmarkEnd")) == 1


def test_only_what_follows_a_heading_is_the_first_paragraph(document: Any) -> None:
    for before, paragraph in zip(document.paragraphs, document.paragraphs[1:], strict=False):
        if paragraph.style.name == "First Paragraph":
            assert before.style.name.startswith("Heading"), paragraph.text


def test_headings_contents_and_captions_keep_the_languages_of_their_words(document: Any) -> None:
    def tongues(paragraph: Any) -> list[tuple[str, str]]:
        runs = paragraph.xpath(".//w:r[w:t]")
        return [
            (_text(run).strip(), run.xpath("string(w:rPr/w:lang/@w:val)")) for run in runs if run.xpath("w:rPr/w:lang")
        ]

    listed = next(p for p in document.paragraphs if p.style.name == "table of figures" and "Lyhyt" in _text(p._p))
    for paragraph in (listed._p, _named(document, "Sammandrag")._p):
        assert [locale for _, locale in tongues(paragraph)] == ["sv-FI"]
    caption = document.element.xpath("//w:p[w:pPr/w:pStyle/@w:val='TableCaption'][contains(., 'Lyhyt')]")[0]
    assert tongues(caption) == tongues(listed._p) == [("tabell", "sv-FI")]


def test_a_term_names_its_translations_on_a_line_of_their_own(document: Any) -> None:
    definition = next(p for p in document.paragraphs if p.style.name == "Definition")
    assert "\nsv: kärnelement · en: core element" in definition.text
    locales = {run.text: run._r.xpath("string(w:rPr/w:lang/@w:val)") for run in definition.runs}
    assert (locales["kärnelement"], locales["core element"]) == ("sv-FI", "en-GB")


def test_sources_stand_with_their_first_lines_out(document: Any) -> None:
    sources = [p for p in document.paragraphs if p.style.name == "Bibliography"]
    assert sources
    assert all(p._p.xpath("w:bookmarkStart[starts-with(@w:name, 'lahteet--ref-')]") for p in sources)


def test_text_is_not_cut_into_more_pieces_than_it_has_looks(document: Any) -> None:
    for paragraph in document.element.xpath("//w:body//w:p"):
        for run in paragraph.xpath("w:r[w:t and not(w:br or w:tab)]"):
            after = run.getnext()
            if after is not None and after.tag == run.tag and after.xpath("w:t and not(w:br or w:tab)"):
                looks = [
                    "".join(c.xpath("name()") + str(sorted(c.attrib.items())) for c in r.xpath("w:rPr/*"))
                    for r in (run, after)
                ]
                assert looks[0] != looks[1], _text(paragraph)


def test_editors_find_the_styles_they_write_with_and_no_others(path: Path) -> None:
    sheet = _part(path, "word/styles.xml")
    offered = set(sheet.xpath("w:style[w:qFormat]/w:name/@w:val"))
    assert {
        "Body Text",
        "heading 2",
        "List Bullet",
        "List Number",
        "Table Caption",
        "Callout Note",
        "Status Law",
    } <= offered
    assert not {"Compact", "Normal", "header", "toc 1", "Captioned Figure"} & offered
    assert sheet.xpath("string(w:latentStyles/@w:defSemiHidden)") == "1"
    assert BUILT_IN & {style.name for style in styles("0B5C57")} == BUILT_IN


def test_the_document_can_be_proofed_and_its_changes_tracked(path: Path) -> None:
    settings = _part(path, "word/settings.xml")
    names = {child.xpath("local-name()") for child in settings}
    assert not names & {"proofState", "doNotTrackMoves", "documentProtection", "trackRevisions", "updateFields"}
    assert settings.xpath("string(.//w:compatSetting/@w:val)") == "15"
    with ZipFile(path) as archive:
        assert "word/comments.xml" in archive.namelist()


def test_long_words_are_hyphenated_in_tables_alone(path: Path) -> None:
    assert _part(path, "word/settings.xml").xpath("w:autoHyphenation")
    found = {
        style.xpath("string(w:name/@w:val)"): style.xpath("string(w:pPr/w:suppressAutoHyphens/@w:val)")
        for style in _part(path, "word/styles.xml").xpath("w:style[w:pPr/w:suppressAutoHyphens]")
    }
    assert found == {"Normal": "1", "Table Text": "0"}


def test_fonts_that_are_missing_have_others_of_the_same_widths(path: Path) -> None:
    table = _part(path, "word/fontTable.xml")
    others = {font.get(qn("w:name")): font.find(qn("w:altName")).get(qn("w:val")) for font in table.iter(qn("w:font"))}
    assert others == {"Calibri": "Carlito", "Cambria": "Caladea"}
    named = set(_part(path, "word/styles.xml").xpath("//w:rFonts/@w:ascii"))
    assert named <= {"Calibri", "Cambria"}
    assert not _part(path, "word/numbering.xml").xpath("//w:rFonts")
