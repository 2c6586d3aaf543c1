"""The handout of a workshop: two pages, accessible, with every core element."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import outloud
import pytest
from pikepdf import Dictionary, Pdf
from pypdfium2 import PdfDocument

from macros.problem import ContentError
from scripts.export import Book
from scripts.kit import handout
from scripts.kit.handout import FILLS, make_handout
from tests.export.guides import GUIDES, book_of
from tests.export.pdf_faults import conformance, elements
from tests.kit.made import handout_of

OUTREACH = ("etsiva-sosiaalityo", "fi")


def words(text: str) -> str:
    """Text without spaces and hyphens, which depend on where lines end."""
    return "".join(character for character in text if character.isalnum())


@pytest.mark.parametrize(("guide", "language"), GUIDES)
def test_a_handout_is_two_accessible_pages_with_every_core_element(guide: str, language: str, tmp_path: Path) -> None:
    path, book = tmp_path / "handout.pdf", book_of(guide, language)
    path.write_bytes(handout_of(guide, language))
    assert conformance(path) == []
    assert outloud.check(str(path)).errors == 0
    with PdfDocument(path) as document:
        assert len(document) == 2
        shown = words("".join(page.get_textpage().get_text_range() for page in document))
    for element in book.guide.elements:
        assert words(element.summary[language]) in shown
        assert all(words(question.text[language]) in shown for question in element.questions)
    assert words(book.site.info.notice[language]) in shown
    assert words(book.label(f"edition-note-{book.guide.current.status}")) in shown


@pytest.mark.parametrize(("guide", "language"), GUIDES)
def test_fonts_are_in_the_file(guide: str, language: str, tmp_path: Path) -> None:
    path = tmp_path / "handout.pdf"
    path.write_bytes(handout_of(guide, language))
    with Pdf.open(path) as pdf:
        fonts = [
            each for each in pdf.objects if isinstance(each, Dictionary) and each.get("/Type") == "/FontDescriptor"
        ]
        assert fonts
        assert all({"/FontFile2", "/FontFile3"} & set(font.keys()) for font in fonts)


def test_the_diagram_stands_on_the_second_page_with_an_alternative_text(tmp_path: Path) -> None:
    path = tmp_path / "handout.pdf"
    path.write_bytes(handout_of(*OUTREACH))
    with Pdf.open(path) as pdf:
        figures = [element for element in elements(pdf) if element.S == "/Figure"]
        assert len(figures) == 1
        assert "Kaavio" in str(figures[0].Alt)
    with PdfDocument(path) as document:
        assert "Mekanismit" in document[1].get_textpage().get_text_range()


def test_the_same_guide_makes_the_same_handout() -> None:
    assert make_handout(book_of(*OUTREACH)) == handout_of(*OUTREACH)


def changed(book: Book, **fields: object) -> Book:
    """The book with its first core element changed."""
    edition = book.guide.current
    first, *others = edition.core_elements
    new = edition.model_copy(update={"core_elements": (first.model_copy(update=fields), *others)})
    editions = tuple(new if each is edition else each for each in book.guide.editions)
    return dataclasses.replace(book, guide=book.guide.model_copy(update={"editions": editions}))


def test_what_does_not_fit_on_two_pages_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handout, "FILLS", FILLS[-1:])
    book = book_of("sosiaalinen-kuntoutus", "fi")
    summary = book.guide.elements[0].summary
    long = summary.model_copy(update={"root": {"fi": "Tämä kuvaus on aivan liian pitkä. " * 200}})
    with pytest.raises(ContentError) as caught:
        make_handout(changed(book, summary=long))
    (problem,) = caught.value.problems
    assert (problem.path, problem.message.name) == (
        "data/models/sosiaalinen-kuntoutus/2022-02.yml",
        "export-handout/full",
    )


def test_a_sign_the_fonts_lack_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handout, "FILLS", FILLS[:1])
    book = book_of("sosiaalinen-kuntoutus", "fi")
    odd = book.guide.elements[0].label.model_copy(update={"root": {"fi": "Merkki 漢"}})
    with pytest.raises(ContentError) as caught:
        make_handout(changed(book, label=odd))
    assert {problem.message.name for problem in caught.value.problems} == {"export-handout/refused"}
