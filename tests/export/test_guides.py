"""The guides as they are: every one is exported in every language, keeps to the standards, and says all there is, in order."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx as word
import outloud
import pytest
from openxml_audit import OpenXmlValidator
from pikepdf import Pdf
from pypdfium2 import PdfDocument

from scripts.export import FORMATS, export, export_formats
from tests.export.counts import document, of_document, of_pdf
from tests.export.guides import GUIDES, SITE, book_of
from tests.export.pdf_faults import conformance
from tests.export.texts import (
    difference,
    letters,
    of_chapter,
    of_docx,
    of_page,
    passages_of_document,
    passages_of_pdf,
)
from tests.export.texts import of_document as text_of
from tests.export.texts import of_pdf as text_of_pdf
from tests.prose import blocks

LOCALES = {language.id: language.locale for language in SITE.languages.values()}


@pytest.mark.parametrize(("guide", "language"), GUIDES)
def test_a_guide_becomes_an_accessible_pdf_that_says_all_of_it(guide: str, language: str, tmp_path: Path) -> None:
    book, path = book_of(guide, language), tmp_path / "book.pdf"
    export(book, "pdf", path)
    tree = document(book)
    assert conformance(path) == []
    heard = outloud.check(str(path))
    assert (heard.error, heard.errors) == (None, 0)
    counted = of_document(tree)
    drawings = counted["figures"] > 0
    counted["headings of level 1"] += 1  # the contents
    counted["headings of level 2"] += 1 + drawings  # the lists of tables and pictures
    counted["bookmarks"] += 1 + drawings
    lists = [book.label(f"export-{name}") for name in ("contents", "tables", "figures")]
    with Pdf.open(path) as pdf:
        assert of_pdf(pdf) == counted
    text, shown = text_of(tree), text_of_pdf(path, lists)
    assert difference(text, shown[-len(text) :]) == ""
    spoken = passages_of_pdf(path, lists)
    spoken[book.language.locale] = spoken[book.language.locale].removeprefix(shown[: -len(text)])  # the title page
    assert spoken == passages_of_document(tree, book.language.locale, LOCALES)


@pytest.mark.parametrize(("guide", "language"), GUIDES)
def test_a_guide_becomes_a_valid_word_document_that_says_all_of_it(guide: str, language: str, tmp_path: Path) -> None:
    book, path = book_of(guide, language), tmp_path / "book.docx"
    export(book, "docx", path)
    assert [str(error) for error in OpenXmlValidator(max_errors=0).validate(path).errors] == []
    assert difference(text_of(document(book)), of_docx(path)) == ""


@pytest.mark.parametrize(("guide", "language"), GUIDES)
def test_the_pages_of_a_guide_say_what_its_book_does(guide: str, language: str, built_site: Path) -> None:
    tree = document(book_of(guide, language))
    chapters: dict[str, list[Any]] = {}
    for block in tree["blocks"]:
        if block["t"] == "Header" and block["c"][0] == 1:
            name = block["c"][1][0]
        chapters.setdefault(name, []).append(block)
    for page in book_of(guide, language).pages:
        name = page.address.rsplit("/", 1)[-1].removesuffix(".md")
        path = built_site / language / guide / ("" if name == "index" else name) / "index.html"
        text, shown = of_chapter(chapters[name]), of_page(path)
        # Headings over what only the site shows go with it; they stand last on their page.
        for heading in reversed([letters([block.whole]) for block in blocks(path) if block.tag == "h2"]):
            shown = shown if text == shown else shown.removesuffix(heading)
        assert difference(text, shown) == "", page.path


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_an_export_says_on_its_title_page_that_nobody_has_reviewed_the_translation(
    language: str, tmp_path: Path
) -> None:
    book = book_of("etsiva-sosiaalityo", language)
    export_formats(book, {format_: tmp_path / f"book.{format_}" for format_ in FORMATS})
    note = SITE.labels["translation-not-reviewed"][language]
    document = PdfDocument(tmp_path / "book.pdf")
    with ZipFile(tmp_path / "book.epub") as epub:
        shown = {
            "pdf": " ".join(document[0].get_textpage().get_text_range().split()),
            "docx": "\n".join(
                paragraph.text for paragraph in word.Document(str(tmp_path / "book.docx")).paragraphs[:30]
            ),
            "epub": epub.read("EPUB/title.xhtml").decode(),
        }
    document.close()
    assert {format_: note in text for format_, text in shown.items()} == dict.fromkeys(
        FORMATS, not book.language.reviewed
    )
