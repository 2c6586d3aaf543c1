"""A page of the site out of a printer: what is of use on paper, and nothing that is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdfium2 import PdfDocument

from macros.load import load_site
from tests.workplaces import PROJECT

SITE = load_site(PROJECT)
GUIDE = "etsiva-sosiaalityo"


def pages_of(page: Page) -> list[str]:
    """The text of each sheet, its white space as single spaces."""
    with PdfDocument(page.pdf(prefer_css_page_size=True)) as pdf:
        return [" ".join(sheet.get_textpage().get_text_bounded().split()) for sheet in pdf]


@pytest.mark.parametrize("language", [language.id for language in SITE.built_languages])
def test_what_kind_of_publication_it_is_stands_at_the_end_and_never_alone(
    language: str, page: Page, address: str, built_site: Path
) -> None:
    notice = SITE.info.notice[language]
    alone = []
    for path in sorted((built_site / language / GUIDE).rglob("index.html")):
        page.goto(f"{address}{path.relative_to(built_site)}")
        *_, last = pages_of(page)
        assert last.count(notice) == 1
        alone += [path.parent.name] if last == notice else []
    assert alone == []


def test_a_guide_on_paper_says_how_to_cite_it_and_offers_nothing_to_click(page: Page, address: str) -> None:
    page.goto(f"{address}fi/{GUIDE}/")
    page.emulate_media(media="print")
    expect(page.locator("#cite + div")).to_be_visible()
    for hidden in ("#downloads", ".downloads", ".neighbours", ".page-contents", ".imprint"):
        assert page.locator(hidden).count() > 0
        for element in page.locator(hidden).all():
            expect(element).not_to_be_visible()
