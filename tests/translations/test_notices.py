"""What readers see: a notice in just the sections that lag, and whether somebody has reviewed what they read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.expand import expand_file
from macros.load import load_site
from macros.page import Page
from scripts.check import check
from scripts.export.book import Book
from scripts.export.front import front_matter
from scripts.export.manuscript import manuscript
from tests.translations.workplaces import SECTION, accept, edit, recorded

HEADING = "## För vem { #for-whom }"
LINK = '<a class="original" href="../../fi/malli/#for-whom" hreflang="fi"><span lang="fi">suomi</span></a>'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return recorded(tmp_path / "work", "reviewed")


def page(root: Path, address: str = "malli/index.md", language: str = "sv") -> Page:
    site = load_site(root)
    return expand_file(site, site.languages[language], root, address)


def notices(page: Page) -> list[str]:
    """The heading above each notice; empty for one above all headings."""
    found, heading = [], ""
    for row in page.markdown.split("\n"):
        heading = row if row.startswith("## ") else heading
        if 'class="original"' in row:
            found.append(heading)
    return found


def test_what_is_as_recorded_has_no_notice_and_is_reviewed(root: Path) -> None:
    assert notices(page(root)) == []
    assert page(root).reviewed


@pytest.mark.parametrize(
    ("path", "old", "new", "headings"),
    [
        ("docs/fi/malli/index.md", "auttaa", "auttaa aina", [HEADING]),
        ("docs/fi/malli/index.md", "title: Malli", "title: Uusi malli", [""]),
        ("data/models/malli/model.yml", "summary: {fi: ", "summary: {fi: Uusi ", [""]),
        ("data/glossary.yml", "fi: Mallin osa", "fi: Mallin tärkeä osa", []),  # linked to, not shown
    ],
)
def test_just_the_section_that_lags_or_shows_a_lagging_text_has_a_notice(
    path: str, old: str, new: str, headings: list[str], root: Path
) -> None:
    edit(root, path, old, new)
    shown = page(root)
    assert notices(shown) == headings
    assert shown.reviewed == (not headings)
    assert notices(page(root, language="fi")) == []
    assert check(root).problems == ()


def test_one_notice_stands_for_all_that_lags_in_a_section(root: Path) -> None:
    edit(root, "docs/fi/malli/index.md", "auttaa", "auttaa aina")
    text = (root / "data/models/malli/model.yml").read_text(encoding="utf-8")
    claim = re.search(r"id: purpose.*?claims:.*?text: \{fi: ", text, re.DOTALL)
    assert claim
    (root / "data/models/malli/model.yml").write_text(
        text[: claim.end()] + "Uusi " + text[claim.end() :], encoding="utf-8"
    )
    assert notices(page(root)) == [HEADING]


def test_a_notice_leads_to_the_section_in_the_source_language_and_stands_right_below_the_heading(root: Path) -> None:
    edit(root, "docs/fi/malli/index.md", "auttaa", "auttaa aina")
    shown = page(root)
    told = load_site(root).labels["translation-lags"]["sv"]
    section = shown.markdown.split(HEADING)[1]
    assert section.startswith('\n\n<div class="admonition note"')
    assert section.index(told) < section.index(LINK) < section.index("Modellen hjälper")
    line = shown.markdown.split("\n").index(HEADING)
    assert shown.line(line) == shown.line(line + 2) == 10
    after = shown.markdown.split("\n").index(next(row for row in section.split("\n") if "Modellen hjälper" in row))
    assert shown.line(after) == 13


@pytest.mark.parametrize(
    ("address", "original"),
    [("https://guides.example/", "suomi"), ("https://guides.org/", "](https://guides.org/fi/malli/#for-whom)")],
)
def test_an_exported_book_carries_the_notice_and_says_it_is_not_reviewed(
    address: str, original: str, root: Path
) -> None:
    edit(root, "data/site.yml", "https://toimintamallioppaat.example/", address)
    edit(root, "docs/fi/malli/index.md", "auttaa", "auttaa aina")
    site = load_site(root)
    guide, language = site.guides["malli"], site.languages["sv"]
    book = Book(site, guide, language, (page(root),))
    text = manuscript(book).markdown
    assert site.labels["translation-lags"]["sv"] in text
    assert original in text
    assert 'class="original"' not in text
    not_reviewed = site.labels["translation-not-reviewed"]["sv"]
    assert front_matter(book)["reviewed"] == not_reviewed
    accept(root, {SECTION}, unchanged=True)
    site = load_site(root)
    assert front_matter(Book(site, guide, site.languages["sv"], (page(root),)))["reviewed"] == ""


def test_a_reviewed_translation_that_is_edited_is_reviewed_no_longer(root: Path) -> None:
    edit(root, "docs/sv/malli/index.md", "hjälper", "hjälper alltid")
    assert not page(root).reviewed
    assert page(root, "index.md").reviewed
    assert notices(page(root)) == []


def test_a_page_without_macros_of_a_draft_is_still_reviewed_by_its_own_units(root: Path) -> None:
    accept(root, {SECTION}, "draft")
    assert not page(root).reviewed
    assert page(root, "index.md").reviewed
