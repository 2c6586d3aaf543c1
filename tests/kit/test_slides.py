"""The slides of a workshop: valid, accessible, all of it seen, and nothing said that the guide does not say."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openxml_audit import OpenXmlValidator
from pptx.oxml.ns import qn
from pypdfium2 import PdfDocument

from macros.diagram.wrapping import wrap
from scripts.kit.deck import deck
from scripts.kit.fitting import SIZES, fitted, size
from scripts.kit.section import section
from scripts.kit.slide import Block, Slide, blocks
from scripts.kit.slides import make_slides
from tests.export.guides import GUIDES, book_of
from tests.kit.made import deck_of, slides_of
from tests.libreoffice import converted, needs_calibri, needs_libreoffice

POINT = 12700
LINE = 1.2
WIDTH, MARGIN = 960, 48
"""Points a slide is wide, and those at its sides where nothing stands."""
FOOTER = 44
"""Points from the lower edge of a slide to what stands above its footer."""
OUTREACH = ("etsiva-sosiaalityo", "fi")


def runs(root: Any) -> list[Any]:
    return list(root.iter(qn("a:r")))


def points(run: Any) -> float:
    return int(run.find(qn("a:rPr")).get("sz")) / 100


def tall(paragraph: Any, width: float) -> float:
    """Points a paragraph is high, measured in a typeface that is at hand, without the space before it."""
    own = paragraph.findall(qn("a:r"))
    largest = max(map(points, own))
    look = paragraph.find(qn("a:pPr"))
    left = int(look.get("marL", 24 * POINT)) / POINT
    text = "".join(run.find(qn("a:t")).text for run in own)
    return len(wrap(text, width - left, largest).lines) * LINE * largest


@pytest.mark.parametrize(("guide", "language"), GUIDES)
def test_a_deck_is_valid(guide: str, language: str, tmp_path: Path) -> None:
    path = tmp_path / "slides.pptx"
    path.write_bytes(slides_of(guide, language))
    assert [str(error) for error in OpenXmlValidator(max_errors=0).validate(path).errors] == []


@pytest.mark.parametrize(("guide", "language"), GUIDES)
def test_no_text_is_larger_than_its_place(guide: str, language: str) -> None:
    over = []
    for number, slide in enumerate(list(deck_of(guide, language).slides)[1:], 2):
        for shape in slide.placeholders:
            if shape.placeholder_format.idx > 2:
                continue
            margins = 36 if shape.placeholder_format.idx == 2 else 15
            paragraphs = shape.element.findall(f".//{qn('a:p')}")
            height = sum(tall(paragraph, shape.width / POINT - margins) for paragraph in paragraphs)
            if height > shape.height / POINT:
                over.append((number, shape.name, height))
    assert over == []


@pytest.mark.parametrize(("guide", "language"), GUIDES)
def test_every_slide_has_a_title_of_its_own_that_is_read_first(guide: str, language: str) -> None:
    slides = list(deck_of(guide, language).slides)
    titles = [slide.shapes.title.text_frame.text for slide in slides]
    assert len(set(titles)) == len(titles)
    assert all(slide.shapes[0].is_placeholder and slide.shapes[0] == slide.shapes.title for slide in slides)


@pytest.mark.parametrize(("guide", "language"), GUIDES)
def test_every_run_names_its_language(guide: str, language: str) -> None:
    locale = book_of(guide, language).language.locale
    spoken = set()
    for slide in deck_of(guide, language).slides:
        for root in (slide.element, slide.notes_slide.element) if slide.has_notes_slide else (slide.element,):
            spoken |= {run.find(qn("a:rPr")).get("lang") for run in runs(root)}
            assert not re.search("[\ue000-\uf8ff]", "".join(root.itertext()))
    assert locale in spoken
    assert spoken <= {"fi-FI", "sv-FI", "en-GB"}


def test_a_passage_in_another_language_is_marked() -> None:
    found = [
        run.find(qn("a:t")).text
        for slide in deck_of("sosiaalinen-kuntoutus", "fi").slides
        for run in runs(slide.element)
        if run.find(qn("a:rPr")).get("lang") == "en-GB"
    ]
    assert "empowerment" in found


@pytest.mark.parametrize(("guide", "language"), GUIDES)
def test_core_elements_are_told_with_number_standing_questions_and_sources(guide: str, language: str) -> None:
    book = book_of(guide, language)
    slides = {slide.shapes.title.text_frame.text: slide for slide in deck_of(guide, language).slides}
    standing = book.label(f"edition-{book.guide.current.status}")
    for element in book.guide.elements:
        slide = next(slides[title] for title in slides if title.startswith(f"{element.number}. "))
        said = "\n".join(shape.text_frame.text for shape in slide.placeholders)
        assert " ".join(element.summary[language].split()) in said
        assert f"({standing})" in said
        assert "THL" in slide.notes_slide.notes_text_frame.text
        adapting = section(book, f"{element.id}-adapting")
        assert adapting
        assert adapting.title in said
    asked = "\n".join(shape.text_frame.text for slide in slides.values() for shape in slide.placeholders)
    for element in book.guide.elements:
        assert all(question.text[language] in asked for question in element.questions)


def test_a_diagram_has_an_alternative_text_and_its_words_in_the_notes() -> None:
    pictures = [
        (slide, shape)
        for slide in deck_of(*OUTREACH).slides
        for shape in slide.shapes
        if shape.element.tag == qn("p:pic")
    ]
    assert len(pictures) == 2  # the client's side, the organisation's side
    for slide, picture in pictures:
        description = picture.element.find(f".//{qn('p:cNvPr')}").get("descr")
        assert "ydinelementit, mekanismit ja seuraukset" in description
        assert "Ydinelementit" in slide.notes_slide.notes_text_frame.text


def test_a_model_without_a_logic_model_says_so() -> None:
    said = [slide.placeholders[1].text_frame.text for slide in list(deck_of("sosiaalinen-kuntoutus", "fi").slides)[1:]]
    assert any(text.startswith("Lähteissä ei ole tämän mallin logiikkamallia") for text in said)


def test_a_deck_says_what_it_is() -> None:
    book, file = book_of(*OUTREACH), deck_of(*OUTREACH)
    core = file.core_properties
    assert core.title == "Etsivän sosiaalityön toimintamalli: työpajan diat"
    assert (core.author, core.language) == (book.site.info.editor, "fi-FI")
    cover = "\n".join(shape.text_frame.text for shape in file.slides[0].placeholders)
    assert "Tarkennetut ydinelementit, 28. marraskuuta 2023" in cover
    everything = "\n".join(shape.text_frame.text for slide in file.slides for shape in slide.placeholders)
    assert book.site.info.notice["fi"] in everything
    numbers = [slide.element.findall(f".//{qn('a:fld')}") for slide in list(file.slides)[1:]]
    assert all(len(found) == 1 for found in numbers)


def test_the_same_guide_makes_the_same_slides() -> None:
    assert make_slides(book_of(*OUTREACH)) == slides_of(*OUTREACH)


def test_what_is_too_much_for_a_slide_goes_on_to_the_next() -> None:
    items = tuple(
        Block("item", f"Kohta {number}, josta riittää kerrottavaa monelle riville asti. " * 3) for number in range(9)
    )
    parts = list(fitted(Slide("Otsikko", items)))
    assert [part.title for part in parts] == [f"Otsikko ({number}/{len(parts)})" for number in range(1, len(parts) + 1)]
    assert tuple(block for part in parts for block in part.body) == items
    assert all(size(part) in SIZES for part in parts)


def test_a_heading_stays_with_what_follows_it() -> None:
    text = Block("text", "Pitkä kappale, jota riittää. " * 25)
    parts = list(fitted(Slide("Otsikko", (text, Block("head", "Väliotsikko"), text))))
    assert len(parts) > 1
    assert all(part.body[-1].part != "head" for part in parts)


def test_markdown_is_measured_as_it_is_seen() -> None:
    text = 'Katso **tämä** [sivu (a)](x.md#y), *malli* ja <span lang="en">threshold</span> [kynnys]{lang=fi}\\.'
    assert Block("text", text).plain == "Katso tämä sivu (a), malli ja threshold kynnys."
    assert [block.part for block in blocks("Kappale\n\n- yksi\n- kaksi\n\n<div>\n\n> lainaus\n\n</div>")] == [
        "text",
        "item",
        "item",
        "text",
    ]


def test_a_guide_whose_pages_say_nothing_of_adapting_has_slides_all_the_same() -> None:
    bare = replace(book_of(*OUTREACH), pages=())
    elements = [slide for slide in deck(bare) if slide.title.startswith("1. ")]
    assert [slide.aside for slide in elements] == [()]


@needs_libreoffice
@needs_calibri
@pytest.mark.parametrize(("guide", "language"), GUIDES)
def test_libreoffice_shows_every_slide_and_all_that_stands_on_it(guide: str, language: str, tmp_path: Path) -> None:
    (tmp_path / "slides.pptx").write_bytes(slides_of(guide, language))
    over = []
    with PdfDocument(converted(tmp_path / "slides.pptx", "pdf", tmp_path / "saved")) as pdf:
        assert len(pdf) == len(deck_of(guide, language).slides)
        for number, page in enumerate(pdf, 1):
            words = page.get_textpage()
            for box in (words.get_rect(index) for index in range(words.count_rects())):
                left, lower, right, upper = box
                if left < MARGIN or right > WIDTH - MARGIN or lower < FOOTER < upper:
                    over.append((number, words.get_text_bounded(*box)))
    assert over == []
