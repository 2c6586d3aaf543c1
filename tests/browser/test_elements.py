"""Core elements: a card is one way in, an address stays for ever, and what an element was before is told in words."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.load import load_site
from macros.model.lineage import former, origins
from macros.passages import without_marks
from tests.workplaces import PROJECT

SITE = load_site(PROJECT)
LANGUAGES = tuple(language.id for language in SITE.built_languages)
OUTREACH = SITE.guides["etsiva-sosiaalityo"]


@pytest.mark.parametrize("guide", SITE.guides.values(), ids=lambda guide: str(guide.id))
def test_each_card_leads_by_keyboard_to_the_elements_own_heading(page: Page, address: str, guide: object) -> None:
    found = SITE.guides[guide.id]  # type: ignore[attr-defined]
    page.goto(f"{address}fi/{found.id}/")
    cards = page.locator(".element-cards .card")
    expect(cards).to_have_count(len(found.elements))
    for element, card in zip(found.elements, cards.all(), strict=True):
        expect(card).to_contain_text(without_marks(element.label["fi"]))
        expect(card).to_contain_text(without_marks(element.summary["fi"]))
        expect(card.locator(f".edition-{found.current.status}")).to_be_visible()
    expect(page.locator(".cards-note").first).to_contain_text(SITE.labels["summary-note"]["fi"])
    last = found.elements[-1]
    link = cards.last.locator("a").first
    link.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}fi/{found.id}/ydinelementit/#{last.id}")
    expect(page.locator(f"h2#{last.id}")).to_be_in_viewport()


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_old_address_still_says_where_its_element_went(browser: Browser, address: str, language: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{address}{language}/{OUTREACH.id}/ydinelementit/")
    for ancestor in former(OUTREACH):
        line = page.locator(f"li:has(> #{ancestor.element.id})")
        expect(line).to_contain_text(without_marks(ancestor.element.label[language]))
        expect(line).to_contain_text(SITE.labels[f"change-{ancestor.row.change}"][language])
        targets = [link.get_attribute("href") or "" for link in line.locator("a").all()]
        for heir in ancestor.heirs:
            assert any(target.endswith(f"#{heir.id}") for target in targets), ancestor.element.id
    page.goto(f"{address}{language}/{OUTREACH.id}/ydinelementit/#inclusion")
    expect(page.locator("#inclusion")).to_be_in_viewport()
    context.close()


def test_each_element_tells_what_it_grew_out_of(page: Page, address: str) -> None:
    page.goto(f"{address}en/{OUTREACH.id}/ydinelementit/")
    for element, box in zip(OUTREACH.elements, page.locator(".element-box").all(), strict=True):
        for origin in origins(OUTREACH, element):
            expect(box).to_contain_text(without_marks(origin.element.label["en"]))
            expect(box).to_contain_text(SITE.labels[f"became-{origin.row.change}"]["en"])
        expect(box).to_contain_text(SITE.labels["origins-editorial"]["en"])


@pytest.mark.parametrize("path", ["vertailu/#compare-law", "vertailu/#edition-2023-11", f"{OUTREACH.id}/versiot/#compare-individual-support"])  # fmt: skip
def test_comparisons_stack_on_a_phone_and_keep_their_addresses(phone: Page, address: str, path: str) -> None:
    phone.goto(f"{address}sv/{path}")
    row = phone.locator(f"tr:has(#{path.split('#')[1]})")
    expect(row).to_be_in_viewport()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
    edges = [cell.bounding_box() for cell in row.locator("td").all()]
    tops = [edge["y"] for edge in edges if edge]
    assert tops == sorted(set(tops)), "cells stand side by side"
    for cell in row.locator("td").all()[1:]:
        name = cell.evaluate("cell => getComputedStyle(cell, '::before').content")
        assert (cell.get_attribute("data-label") or "?") in name.replace('"', "")
