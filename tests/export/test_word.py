"""The Word document: its styles, contents, tables, pictures and links."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx as word
import pytest
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator

from macros.model import Publication
from macros.model.bibliography import Name
from macros.model.publication import Series
from scripts.export import Book, export
from tests.export.sample import MODEL, page, text_of

Headings = list[tuple[int, str]]


@pytest.fixture(scope="session")
def document(docx: Path) -> Any:
    return word.Document(str(docx))


def _values(document: Any, path: str) -> list[str]:
    return [str(value) for value in document.element.xpath(path)]


def test_a_word_document_is_valid(docx: Path) -> None:
    assert [str(error) for error in OpenXmlValidator(max_errors=0).validate(docx).errors] == []


def test_the_validator_bites(docx: Path, tmp_path: Path) -> None:
    with ZipFile(docx) as good, ZipFile(tmp_path / "broken.docx", "w") as bad:
        for name in good.namelist():
            bad.writestr(name, good.read(name).replace(b"<w:cantSplit/>", b"<w:unheardOf/>"))
    assert OpenXmlValidator().validate(tmp_path / "broken.docx").errors


def test_headings_have_the_styles_of_headings(document: Any, headings: Headings) -> None:
    found = [(int(p.style.name[-1]), p.text) for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert found == headings


def test_the_table_of_contents_is_filled_and_linked(document: Any, headings: Headings) -> None:
    chapter = next(place for place, (level, _) in enumerate(headings) if level == 1 and place)  # after the front page
    entries = document.element.xpath(
        "//w:sdt//w:p[w:pPr/w:pStyle[starts-with(@w:val, 'TOC') and @w:val != 'TOCHeading']]"
    )
    assert [("".join(e.xpath(".//w:t/text()")), e.xpath("string(w:pPr/w:pStyle/@w:val)")) for e in entries] == [
        (title, f"TOC{level}") for level, title in headings[chapter:] if level <= 2
    ]
    marks = _values(document, "//w:bookmarkStart/@w:name")
    assert all(
        len(e.xpath("w:hyperlink/@w:anchor")) == 1 and e.xpath("w:hyperlink/@w:anchor")[0] in marks for e in entries
    )
    assert _values(document, "//w:sdt//w:fldChar/@w:fldCharType") == ["begin", "separate", "end"]
    assert document.settings.element.xpath("w:updateFields") == []


def test_no_page_number_is_shown_that_only_word_can_know(document: Any, docx: Path) -> None:
    codes = " ".join(_values(document, "//w:instrText/text()") + _values(document, "//w:fldSimple/@w:instr"))
    assert "PAGEREF" not in codes
    assert _values(document, "//@w:dirty") == []
    with ZipFile(docx) as archive:
        assert b"PAGEREF" not in b"".join(map(archive.read, archive.namelist()))


def test_contents_that_are_updated_list_the_same_chapters(document: Any, headings: Headings) -> None:
    code = next(code for code in _values(document, "//w:instrText/text()") if r"\o" in code)
    assert r'\o "1-2"' in code
    mark = code.split(r"\b ")[1].strip()
    number = document.element.xpath(f"//w:bookmarkStart[@w:name='{mark}']/@w:id")[0]
    inside = document.element.xpath(
        f"//w:p[preceding::w:bookmarkStart[@w:id='{number}'] and following::w:bookmarkEnd[@w:id='{number}']]"
        "[w:pPr/w:pStyle[starts-with(@w:val, 'Heading')]]"
    )
    chapter = next(place for place, (level, _) in enumerate(headings) if level == 1 and place)
    assert ["".join(p.xpath(".//w:t/text()")) for p in inside] == [title for _, title in headings[chapter:]]


def test_header_rows_repeat_and_rows_stay_whole(document: Any) -> None:
    assert len(document.tables) == 2
    for table in document.tables:
        assert table._tbl.xpath("count(w:tr[1]/w:trPr/w:tblHeader)") == 1
        assert table._tbl.xpath("count(w:tr[position() > 1]/w:trPr/w:tblHeader)") == 0
        assert table._tbl.xpath("count(w:tr[not(w:trPr/w:cantSplit)])") == 0


def test_columns_are_as_wide_as_their_text_needs(document: Any) -> None:
    number, text = (int(width) for width in document.tables[1]._tbl.xpath("w:tblGrid/w:gridCol/@w:w"))
    assert number * 5 < text


def test_every_picture_has_an_alternative_text(document: Any) -> None:
    texts = _values(document, "//wp:docPr/@descr")
    assert len(texts) == 1
    assert len(texts[0]) > 20


def test_a_diagram_shown_twice_is_drawn_once_and_linked_to(book: Book, tmp_path: Path) -> None:
    diagram = f'<div class="diagram" data-diagram="{MODEL}"></div>\n\n<div class="diagram-text" markdown="1">\n\nToinen kuvaus\n\n</div>'
    first = page("index", f"{text_of('index')}\n{diagram}\n")
    export(dataclasses.replace(book, pages=(first, *book.pages[1:])), "docx", tmp_path / "book.docx")
    document = word.Document(str(tmp_path / "book.docx"))
    assert len(_values(document, "//wp:docPr")) == 1
    assert f"diagram-{MODEL}" in _values(document, "//w:hyperlink/@w:anchor")
    assert f"diagram-{MODEL}" in _values(document, "//w:bookmarkStart/@w:name")
    assert "Toinen kuvaus" not in "".join(_values(document, "//w:t/text()"))


def test_a_picture_has_220_dots_an_inch(document: Any) -> None:
    shape = document.inline_shapes[0]
    embedded = document.part.related_parts[shape._inline.graphic.graphicData.pic.blipFill.blip.embed].image
    assert embedded.px_width / (shape.width / 914400) > 200


def test_languages_are_named_with_their_region(document: Any) -> None:
    assert document.styles.element.xpath("string(w:docDefaults//w:lang/@w:val)") == "fi-FI"
    assert set(_values(document, "//w:lang/@w:val")) == {"fi-FI", "sv-FI", "en-GB"}


def test_every_link_inside_leads_somewhere(document: Any) -> None:
    anchors = set(_values(document, "//w:hyperlink/@w:anchor"))
    assert len(anchors) > 10
    assert anchors <= set(_values(document, "//w:bookmarkStart/@w:name"))


def test_every_style_named_is_there(docx: Path) -> None:
    with ZipFile(docx) as archive:
        known = set(re.findall(r'w:styleId="([^"]+)"', archive.read("word/styles.xml").decode()))
        used = {
            style
            for name in archive.namelist()
            if name.startswith("word/") and name.endswith(".xml") and name != "word/styles.xml"
            for style in re.findall(r'<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]+)"', archive.read(name).decode())
        }
    assert used <= known


def test_metadata_are_the_books_own(document: Any, docx: Path, book: Book) -> None:
    core = document.core_properties
    assert (core.title, core.author, core.language) == (book.guide.model.title["fi"], book.site.info.editor, "fi-FI")
    assert core.subject
    assert "toimintamalli" in core.keywords
    with ZipFile(docx) as archive:
        assert "docProps/custom.xml" not in archive.namelist()


def test_title_page_header_and_footer_say_what_this_is(document: Any, book: Book) -> None:
    first = "\n".join(p.text for p in document.paragraphs[:12])
    for text in (
        book.guide.model.title["fi"],
        "Luonnos",
        book.site.info.notice["fi"],
        "28. marraskuuta 2023",
    ):
        assert text in first
    assert "Kieli:\tsuomi" in [p.text for p in document.paragraphs if p.style.name == "Publication Fact"]
    section = document.sections[0]
    assert section.header.paragraphs[0].text == f"{book.guide.model.title['fi']}\tLuonnos"
    assert section.footer._element.xpath("//w:fldSimple/@w:instr") == [" PAGE ", " NUMPAGES "]
    assert section.first_page_header.paragraphs[0].text == ""


def test_a_page_outside_the_book_is_named_in_plain_text_until_the_site_has_an_address(document: Any) -> None:
    external = [relation.target_ref for relation in document.part.rels.values() if relation.is_external]
    assert external == ["https://example.org/sivu"]
    assert any("Vertaa muihin malleihin." in p.text for p in document.paragraphs)


def test_a_page_outside_the_book_is_linked_once_the_site_has_an_address(book: Book, tmp_path: Path) -> None:
    info = book.site.info.model_copy(update={"address": "https://oppaat.fi/"})
    export(dataclasses.replace(book, site=book.site.model_copy(update={"info": info})), "docx", tmp_path / "book.docx")
    document = word.Document(str(tmp_path / "book.docx"))
    external = {relation.target_ref for relation in document.part.rels.values() if relation.is_external}
    assert "https://oppaat.fi/fi/vertailu/" in external
    text = "".join(document.element.xpath("//w:t/text()"))
    assert "muihin malleihin (oppaat.fi/fi/vertailu)" in text


def test_an_identifier_somebody_gave_is_shown_and_ends_the_draft(book: Book, tmp_path: Path) -> None:
    given = Publication(
        guide=book.guide.id,
        edition=book.guide.current.id,
        language="fi",
        issued="2026-11-02",
        authors=(Name(family="Meikäläinen", given="Maija"), Name(literal="Toimisto")),
        series=Series(title="Sarja", number="1/2026", issn="0024-9319"),
        isbn={"pdf": "978-951-98548-9-2"},
        urn="URN:ISBN:978-951-98548-9-2",
    )
    site = book.site.model_copy(update={"publications": (given,)})
    export(dataclasses.replace(book, site=site), "docx", tmp_path / "book.docx")
    document = word.Document(str(tmp_path / "book.docx"))
    lines = [p.text for p in document.paragraphs]
    for line in (
        "Tekijät:\tMeikäläinen, Maija; Toimisto",
        "Julkaistu:\t2. marraskuuta 2026",
        "Sarja:\tSarja 1/2026",
        "ISSN:\t0024-9319",
        "ISBN (PDF):\t978-951-98548-9-2",
        "URN:\tURN:ISBN:978-951-98548-9-2",
    ):
        assert line in lines
    assert "Luonnos" not in "\n".join(lines)
    assert document.core_properties.author == "Meikäläinen, Maija; Toimisto"
    assert document.core_properties.created.date().isoformat() == "2026-11-02"


def test_the_lists_of_pictures_and_tables_are_filled_and_linked(document: Any) -> None:
    codes = [code.strip() for code in _values(document, "//w:instrText/text()")]
    assert codes[1:] == ['TOC \\h \\z \\c "Kuva"', 'TOC \\h \\z \\c "Taulukko"']
    entries = [p.text for p in document.paragraphs if p.style.name == "table of figures"]
    assert len([entry for entry in entries if entry.startswith("Taulukko")]) == len(document.tables)
    assert len(entries) == len(document.tables) + 1


def test_every_table_is_numbered_and_named(document: Any) -> None:
    captions = ["".join(p._p.xpath(".//w:t/text()")) for p in document.paragraphs if p.style.name == "Table Caption"]
    assert len(captions) == len(document.tables)
    assert captions[0].startswith("Taulukko\N{NO-BREAK SPACE}1. ")
    assert all(
        table._tbl.getprevious().xpath("string(w:pPr/w:pStyle/@w:val)") == "TableCaption" for table in document.tables
    )


def test_captions_count_as_those_do_that_an_editor_inserts(document: Any) -> None:
    fields = document.element.xpath("//w:fldSimple[contains(@w:instr, 'SEQ')]")
    found = [(str(f.get(qn("w:instr"))).split()[1], next(f.iter(qn("w:t"))).text) for f in fields]
    assert sorted(found) == [("Kuva", "1"), ("Taulukko", "1"), ("Taulukko", "2")]


def test_no_place_is_named_twice(document: Any) -> None:
    names = _values(document, "//w:bookmarkStart/@w:name")
    assert len(names) == len(set(names))
    assert sorted(_values(document, "//w:bookmarkStart/@w:id")) == sorted(_values(document, "//w:bookmarkEnd/@w:id"))


def test_glossary_and_sources_hold_what_the_book_uses_alone(document: Any, book: Book) -> None:
    marks = _values(document, "//w:bookmarkStart/@w:name")
    assert [mark for mark in marks if mark.startswith("sanasto--term-")] == ["sanasto--term-core-element"]
    works = [mark for mark in marks if mark.startswith("lahteet--ref-")]
    assert "lahteet--ref-thl-2023-webinaari" in works
    assert len(works) < len(book.site.references) / 2


def test_the_same_book_makes_the_same_document(docx: Path, book: Book, tmp_path: Path) -> None:
    export(book, "docx", tmp_path / "again.docx")
    assert (tmp_path / "again.docx").read_bytes() == docx.read_bytes()


def test_marks_in_boxes_stay_words(document: Any) -> None:
    runs = {
        run.style.name: run.text.strip()
        for p in document.paragraphs
        for run in p.runs
        if run.style.name.startswith("Status")
    }
    assert runs["Status Law"] == "laki"
    assert runs["Status Hypothesis"] == "oletus"
