"""How many clicks it takes from the front page: over the links of the built pages, and by the search alone."""

from __future__ import annotations

from collections import deque
from functools import cache
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
from lxml import etree
from playwright.sync_api import Page

from macros.load import load_site
from macros.model import Guide
from tests.workplaces import PROJECT

SITE = load_site(PROJECT)
LANGUAGES = tuple(language.id for language in SITE.built_languages)
HOST = "http://site/"
FIRST = 3
"""Answers of a search that one sees without looking further."""


@cache
def links(site: Path, place: str) -> frozenset[str]:
    """Where the links lead that a reader can see on a page; addresses in the site, with the heading they lead to."""
    path = site / place / "index.html"
    if not path.is_file():
        return frozenset()
    tree = etree.fromstring(path.read_bytes(), etree.HTMLParser(encoding="utf-8"))
    seen = "//body//a[@href and not(ancestor-or-self::*[@hidden]) and not(ancestor::noscript)]/@href"
    found = (urljoin(f"{HOST}{place}", link) for link in tree.xpath(seen))
    return frozenset(link.removeprefix(HOST).replace("/index.html", "/") for link in found if link.startswith(HOST))


def clicks(site: Path, language: str) -> dict[str, int]:
    """How many clicks each place is away from the front page of a language, without a change of language."""
    front = f"{language}/"
    distances = {front: 0}
    pending = deque([front])
    while pending:
        place = pending.popleft()
        for link in sorted(links(site, urldefrag(place)[0])):
            if link.startswith((front, "downloads/")) and link not in distances:
                distances[link] = distances[place] + 1
                pending.append(link)
    return distances


def of_element(language: str, guide: Guide, id_: str, link: str) -> bool:
    """Whether a link leads to a core element: to its heading, or to its own page."""
    page, anchor = urldefrag(link)
    return page.startswith(f"{language}/{guide.id}/ydinelementit/") and (anchor == id_ or page.endswith(f"/{id_}/"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_core_element_is_two_clicks_away_at_most(language: str, built_site: Path) -> None:
    distances = clicks(built_site, language)
    for guide in SITE.guides.values():
        for element in guide.elements:
            ways = [steps for link, steps in distances.items() if of_element(language, guide, element.id, link)]
            assert min(ways, default=99) <= 2, element.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_pdf_is_two_clicks_away_at_most(language: str, built_site: Path) -> None:
    distances = clicks(built_site, language)
    far = {link: steps for link, steps in distances.items() if link.endswith(".pdf") and steps > 2}
    offered = {link for link in distances if link.endswith(".pdf")}
    assert far == {}
    assert offered == {path.relative_to(built_site).as_posix() for path in (built_site / "downloads").rglob("*.pdf")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_page_in_each_other_language_is_one_click_away(language: str, built_site: Path) -> None:
    for path in sorted((built_site / language).rglob("index.html")):
        place = path.parent.relative_to(built_site).as_posix() + "/"
        rest = place.partition("/")[2]
        assert {f"{other}/{rest}" for other in LANGUAGES} <= links(built_site, place), place


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_right_form_of_avain_is_three_clicks_away_at_most(language: str, built_site: Path) -> None:
    distances = clicks(built_site, language)
    place = f"{language}/arviointi/avain/"
    assert distances[place] <= 3
    text = (built_site / place / "index.html").read_text(encoding="utf-8")
    for form in SITE.instruments["avain"].forms:
        assert form.name[language] in text


def answers(page: Page, query: str) -> list[str]:
    """Where the first answers of the search lead to, after the site's address."""
    box = page.locator("input[name=query]")
    box.fill(query, force=True)
    page.locator(f'[data-search-answer="{query}"]').wait_for(state="attached")
    items = page.locator("[data-search-answer] > ol > li").all()[:FIRST]
    found = [link.get_attribute("href") or "" for item in items for link in item.locator("a").all()]
    parts = [link.partition("?h=") for link in found]
    return [f"{before}{'#' + after.partition('#')[2] if '#' in after else ''}" for before, _, after in parts]


@pytest.mark.parametrize("language", LANGUAGES)
def test_by_search_alone_each_is_found_too(language: str, page: Page, address: str, built_site: Path) -> None:
    page.goto(f"{address}{language}/")

    def found(query: str) -> list[str]:
        return [link.removeprefix(address) for link in answers(page, query)]

    missed = []
    for guide in SITE.guides.values():
        for element in guide.elements:
            query = element.label[language]
            if not any(of_element(language, guide, element.id, link) for link in found(query)):
                missed.append(query)
        query = f"{guide.model.name[language]} pdf"
        pdf = f"downloads/{guide.id}.{language}.pdf"
        if not any(pdf in links(built_site, urldefrag(link)[0]) for link in found(query)):
            missed.append(query)
    query = SITE.instruments["avain"].name[language]
    if not any(urldefrag(link)[0] == f"{language}/arviointi/avain/" for link in found(query)):
        missed.append(query)
    assert missed == []
