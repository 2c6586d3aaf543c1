"""The texts for Innokylä are copied as they stand, by one press of a button."""

from __future__ import annotations

from playwright.sync_api import Browser, expect

from macros.load import load_site
from macros.views.innokyla import filled
from tests.workplaces import PROJECT

SITE = load_site(PROJECT)
GUIDE = SITE.guides["sosiaalinen-kuntoutus"]


def test_the_button_copies_the_whole_text_of_each_field(browser: Browser, address: str) -> None:
    language = SITE.languages["sv"]
    context = browser.new_context()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}{language.id}/tekijoille/innokyla/{GUIDE.id}/")
    fields = filled(SITE, language, GUIDE)
    buttons = page.locator(".copy-text button")
    expect(buttons).to_have_count(len(fields))
    for index, each in enumerate(fields):
        buttons.nth(index).click()
        page.wait_for_function("text => navigator.clipboard.readText().then(copied => copied === text)", arg=each.text)
    context.close()


def test_long_lines_wrap_on_a_small_phone(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(f"{address}fi/tekijoille/innokyla/{GUIDE.id}/")
    wide = page.locator(".copy-text code").evaluate_all(
        "blocks => blocks.filter(block => block.scrollWidth > block.clientWidth).length"
    )
    assert wide == 0
    context.close()
