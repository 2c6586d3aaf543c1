"""The guides as they are: every one can be exported in every language, and keeps to the standards."""

from __future__ import annotations

from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from macros.expand import addresses, expand_file
from macros.load import load_site
from scripts.export import Book, export
from tests.export.pdf_faults import conformance
from tests.export.sample import ROOT

GUIDES = sorted(path.name for path in (ROOT / "data/models").iterdir() if path.is_dir())


@pytest.mark.parametrize("language", [language.id for language in load_site(ROOT).built_languages])
@pytest.mark.parametrize("guide", GUIDES)
def test_a_guide_becomes_an_accessible_pdf_and_a_valid_word_document(guide: str, language: str, tmp_path: Path) -> None:
    site = load_site(ROOT)
    spoken = site.languages[language]
    mine = [address for address in addresses(ROOT, language) if address.startswith(f"{guide}/")]
    mine.sort(key=lambda address: not address.endswith("/index.md"))
    book = Book(site, site.guides[guide], spoken, tuple(expand_file(site, spoken, ROOT, address) for address in mine))
    export(book, "pdf", tmp_path / "book.pdf")
    export(book, "docx", tmp_path / "book.docx")
    assert conformance(tmp_path / "book.pdf") == []
    assert [str(error) for error in OpenXmlValidator(max_errors=0).validate(tmp_path / "book.docx").errors] == []
