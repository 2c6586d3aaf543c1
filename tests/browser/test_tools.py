"""The tools that ask something of the reader: driven by keyboard, on a phone, and without script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.load import load_site
from tests.workplaces import PROJECT

SITE = load_site(PROJECT)
LANGUAGES = tuple(language.id for language in SITE.built_languages)
CHOOSER = "tyokalut/mittarin-valinta/"


def label(id_: str, language: str = "fi") -> str:
    return SITE.labels[id_][language]


def form_of(id_: str, language: str = "fi") -> str:
    form = SITE.instruments["avain"].form(id_)
    assert form
    return form.name[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_chooser_leads_by_keyboard_to_the_form_of_the_rule(language: str, page: Page, address: str) -> None:
    page.goto(f"{address}{language}/{CHOOSER}")
    chooser = page.locator(".chooser")
    chooser.get_by_role("radio").first.focus()
    page.keyboard.press("Space")  # social rehabilitation
    page.keyboard.press("Enter")
    expect(chooser.get_by_role("group")).to_contain_text("2021")
    expect(chooser.get_by_role("radio").first).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")  # round and back: no
    page.keyboard.press("Enter")
    expect(chooser.get_by_role("status")).to_have_text(
        f"{label('chooser-said', language)} {form_of('interview', language)}."
    )
    expect(chooser.locator(".chooser-outcome:focus")).to_contain_text("2021")
    assert page.url.endswith("#avain-sosiaalinen-kuntoutus-no")
    chooser.locator(".chooser-outcome:visible a").last.click()
    assert page.url.endswith("#form-interview")


def test_the_chooser_goes_back_with_its_answers_and_starts_again_without(page: Page, address: str) -> None:
    page.goto(f"{address}fi/{CHOOSER}#avain-sosiaalinen-kuntoutus-yes")
    chooser = page.locator(".chooser")
    expect(chooser.locator(".chooser-outcome:visible")).to_contain_text(form_of("measure"), ignore_case=True)
    chooser.get_by_role("button", name=label("chooser-back")).click()
    expect(chooser.get_by_role("radio", name=label("chooser-yes"))).to_be_checked()
    page.go_back()
    expect(chooser.locator(".chooser-outcome:visible")).to_have_count(1)
    chooser.get_by_role("button", name=label("chooser-again")).click()
    expect(chooser.get_by_role("radio")).to_have_count(len(SITE.guides))
    expect(chooser.get_by_role("radio", checked=True)).to_have_count(0)


def test_the_chooser_says_that_an_answer_is_missing(page: Page, address: str) -> None:
    page.goto(f"{address}fi/{CHOOSER}")
    chooser = page.locator(".chooser")
    chooser.get_by_role("button", name=label("chooser-next")).click()
    expect(chooser.get_by_role("status")).to_have_text(label("chooser-missing"))
    expect(chooser.get_by_role("group")).to_have_accessible_description(label("chooser-missing"))
    expect(chooser.get_by_role("radio").first).to_be_focused()


def test_without_script_the_chooser_is_questions_with_links_to_the_same_places(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}fi/{CHOOSER}")
    for step in ("avain", "avain-sosiaalinen-kuntoutus"):
        page.locator(f"#{step} li").last.locator("a").click()
    page.locator("#avain-sosiaalinen-kuntoutus-no a").last.click()
    assert page.url.endswith("#form-interview")
    expect(page.locator("#avain-matalan-kynnyksen-sosiaalityo")).to_contain_text(form_of("interview"), ignore_case=True)
    expect(page.locator(".chooser-caution")).to_contain_text("2022")
    expect(page.locator("table")).to_be_visible()
    context.close()
