"""Where a reader is, where she can go from there, and what a guide's first page tells first."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
from lxml import html
from playwright.sync_api import Page, expect

from macros.load import load_site
from tests.browser.test_site import LANGUAGES, addresses
from tests.workplaces import PROJECT

SITE = load_site(PROJECT)
GUIDE = "etsiva-sosiaalityo"
LAYERS = ("core-elements", "how-it-works", "for-whom", "purpose", "why-a-model", "law", "find", "cite", "downloads")
"""What every guide tells of its model, in this order; between these may stand what only one model has."""


def crumbs(page: html.HtmlElement) -> list[str]:
    return [link.get("href") for path in page.find_class("breadcrumbs") for link in path.iter("a")]


def test_the_path_above_the_title_leads_to_every_level_above(built_site: Path) -> None:
    wrong = []
    for place in addresses(built_site):
        language, *above = place.rstrip("/").split("/")
        levels = ["/".join([language, *above[:depth]]) + "/" for depth in range(len(above))]
        page = html.parse(built_site / place / "index.html").getroot()
        found = [urljoin(f"/{place}", link).lstrip("/").removesuffix("index.html") for link in crumbs(page)]
        if found != [level for level in levels if (built_site / level / "index.html").is_file()]:
            wrong.append((place, found))
    assert wrong == []


def test_previous_and_next_stay_in_the_guide_or_section(built_site: Path) -> None:
    sections = set()
    for place in addresses(built_site):
        section = "/".join(place.split("/")[:2])
        for link in html.parse(built_site / place / "index.html").getroot().find_class("neighbour"):
            target = urljoin(f"/{place}", link.get("href")).lstrip("/")
            assert "/".join(target.split("/")[:2]) == section, place
            sections.add(section)
    assert {f"{language}/{guide}" for language in LANGUAGES for guide in SITE.guides} < sections


@pytest.mark.parametrize("guide", SITE.guides)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_guide_opens_with_its_sentences_then_its_elements_then_how_it_works(
    language: str, guide: str, built_site: Path
) -> None:
    page = html.parse(built_site / language / guide / "index.html").getroot()
    ids = [heading.get("id") for heading in page.xpath("//article//h2[@id]")]
    assert [id_ for id_ in ids if id_ in LAYERS] == list(LAYERS)
    assert ids[:2] == list(LAYERS[:2])
    cards = page.find_class("card")
    assert len(cards) == len(SITE.guides[guide].elements)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_a_guide_says_which_edition_it_shows(language: str, built_site: Path) -> None:
    for guide in SITE.guides.values():
        for path in sorted((built_site / language / guide.id).rglob("index.html")):
            (facts,) = html.parse(path).getroot().find_class("page-facts")
            text = facts.text_content()
            assert SITE.labels[f"edition-{guide.current.status}"][language] in text, path
            assert guide.current.date[:4] in text, path


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_menu_calls_the_pages_of_a_guide_by_short_names(language: str, built_site: Path) -> None:
    page = html.parse(built_site / language / GUIDE / "index.html").getroot()
    names = [link.text_content() for link in page.xpath("//*[@class='contents']//li//li//a")]
    assert SITE.labels["page-ydinelementit"][language] in names
    assert all(len(name) < 20 for name in names)


def test_the_bar_of_a_phone_says_guide_and_page_once_the_title_is_out_of_sight(phone: Page, address: str) -> None:
    guide = max(SITE.guides.values(), key=lambda guide: len(guide.model.name["sv"]))
    phone.goto(f"{address}sv/{guide.id}/tulokset/")
    expect(phone.locator(".md-header__title--active")).to_have_count(0)
    phone.mouse.wheel(0, 1500)
    expect(phone.locator(".md-header__title--active")).to_be_attached()
    name = guide.model.name["sv"]
    expect(phone.locator(".topic-guide")).to_have_text(name[0].upper() + name[1:])
    expect(phone.locator(".topic-page")).to_have_text(SITE.labels["page-tulokset"]["sv"])
    for line in (".topic-guide", ".topic-page"):
        box = phone.locator(line).bounding_box()
        assert box
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 48


def test_the_front_page_leads_to_models_comparison_instruments_and_files_in_that_order(
    page: Page, address: str
) -> None:
    page.goto(f"{address}fi/")
    links = page.locator("article a:not(.headerlink)").evaluate_all(
        "links => links.map(link => link.getAttribute('href'))"
    )
    wanted = [*(f"{guide}/" for guide in SITE.guides), "vertailu/", "arviointi/avain/", "lataukset/"]
    assert links[: len(wanted)] == wanted


def test_on_the_front_page_the_menu_opens_on_a_wide_screen_too(page: Page, address: str) -> None:
    page.goto(f"{address}fi/")
    expect(page.locator(".contents")).to_be_hidden()
    page.get_by_role("button", name=SITE.labels["theme-menu"]["fi"], exact=True).click()
    page.locator(".contents a").filter(has_text=re.compile(f"^{SITE.labels['page-arviointi']['fi']}$")).click()
    expect(page).to_have_url(f"{address}fi/arviointi/")
    expect(page.locator(".contents")).to_be_visible()
