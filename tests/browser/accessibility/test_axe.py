"""axe-core finds nothing; ``make accessibility`` looks at every page in every variant, these tests at a fair share of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.load import load_site
from tests.browser.accessibility.axe import VARIANTS, Finding, Variant, findings, places, prepared, seen, show, told
from tests.workplaces import PROJECT

LANGUAGES = tuple(language.id for language in load_site(PROJECT).built_languages)
KINDS = (
    "",
    "fi/",
    "fi/404.html",
    "sv/etsiva-sosiaalityo/",
    "en/etsiva-sosiaalityo/ydinelementit/",
    "fi/etsiva-sosiaalityo/logiikkamalli/",
    "sv/sosiaalinen-kuntoutus/versiot/",
    "en/vertailu/",
    "fi/arviointi/avain/",
    "sv/lataukset/",
    "fi/tekijoille/innokyla/etsiva-sosiaalityo/",
)
"""A page of each kind."""
PHONE = Variant("phone", "light")


@pytest.fixture(scope="module")
def looked_at(browser: Browser) -> Iterator[Page]:
    with prepared(browser) as page:
        yield page


@pytest.mark.parametrize("share", range(len(LANGUAGES)), ids=LANGUAGES)
def test_every_page_is_without_faults_in_one_language_and_variant(
    share: int, looked_at: Page, address: str, built_site: Path
) -> None:
    """Languages and variants take turns, so that each language is seen in each variant."""
    own = [place for place in places(built_site) if place.startswith(f"{LANGUAGES[share]}/") and place.endswith("/")]
    found = []
    for turn, place in enumerate(own):
        if turn % len(LANGUAGES) == share:
            found += findings(looked_at, address, place, [VARIANTS[turn // len(LANGUAGES) % len(VARIANTS)]])
    assert told(found) == []


@pytest.mark.parametrize("place", KINDS)
def test_a_page_of_each_kind_is_without_faults_in_every_variant(place: str, looked_at: Page, address: str) -> None:
    assert told(findings(looked_at, address, place)) == []


def test_the_open_menu_is_without_faults(looked_at: Page, address: str) -> None:
    looked_at.goto(f"{address}fi/etsiva-sosiaalityo/")
    for scheme in ("light", "dark"):
        show(looked_at, Variant("phone", scheme))
        looked_at.locator(".menu-button").click()
        expect(looked_at.locator("#site-nav")).to_be_visible()
        assert told(sure(seen(looked_at, "the menu", Variant("phone", scheme)))) == []
        looked_at.keyboard.press("Escape")


def test_the_answer_of_the_search_is_without_faults(looked_at: Page, address: str) -> None:
    looked_at.goto(f"{address}fi/")
    looked_at.locator("header label[for=__search]").first.evaluate("label => label.click()")
    for variant in VARIANTS:
        show(looked_at, variant)
        looked_at.locator(".md-search__input").fill("kynnyksen")
        expect(looked_at.locator(".md-search-result__item").first).to_be_visible()
        assert told(sure(seen(looked_at, "the search", variant))) == []


def sure(found: Sequence[Finding]) -> list[Finding]:
    """Without what axe-core cannot tell: it does not see the page under what is open above it."""
    return [entry for entry in found if entry.sure]


def test_a_fault_is_found_and_told_with_its_place(looked_at: Page, address: str) -> None:
    looked_at.goto(f"{address}fi/tietoa/")
    looked_at.evaluate("document.querySelector('article p').innerHTML = '<img src=\"x.png\">'")
    found = seen(looked_at, "fi/tietoa/", PHONE)
    assert [(entry.rule, entry.criteria, entry.sure) for entry in found] == [("image-alt", ("1.1.1",), True)]
    assert "image-alt at img (fi/tietoa/; phone, light)" in told(found)[0]
