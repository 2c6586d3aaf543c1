"""The guides as they are: every one is exported in every language, keeps to the standards, and says all there is, in order."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import outloud
import pytest
from openxml_audit import OpenXmlValidator
from pikepdf import Pdf

from scripts.export import export
from tests.export.counts import document, nodes, of_document, of_pdf
from tests.export.guides import GUIDES, SITE, book_of
from tests.export.pdf_faults import conformance, passages
from tests.export.texts import difference, letters, of_chapter, of_docx, of_page
from tests.export.texts import of_document as text_of
from tests.export.texts import of_pdf as text_of_pdf
from tests.prose import blocks


def _languages(tree: Any) -> set[str]:
    """Languages of the passages in a document tree."""
    marked = (dict(node["c"][0][2]).get("lang") for node in nodes(tree["blocks"]) if node["t"] in ("Span", "Div"))
    return {SITE.languages[id_].locale for id_ in marked if id_}


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
        assert passages(pdf) == _languages(tree) | {book.language.locale}
    text, shown = text_of(tree), text_of_pdf(path, lists)
    assert difference(text, shown[-len(text) :]) == ""


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
