"""The logic model: each part is a link, and what leads to what is told in text, which the picture shows."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from macros.load import load_site
from macros.passages import without_marks
from tests.workplaces import PROJECT

SITE = load_site(PROJECT)
LANGUAGES = tuple(language.id for language in SITE.built_languages)
GUIDE = SITE.guides["etsiva-sosiaalityo"]
PAGE = f"{GUIDE.id}/logiikkamalli/"


def part(page: Page, name: str, width: str = "wide") -> Locator:
    return page.locator(f".diagram-{width} [data-part={name}]")


def parts(page: Page, kind: str) -> set[str]:
    return {link.get_attribute("data-part") or "" for link in page.locator(f".diagram-wide .dgm-link.{kind}").all()}


def test_every_part_is_reached_by_tab_in_order_and_opened_by_enter(page: Page, address: str) -> None:
    page.goto(f"{address}fi/{PAGE}")
    links = page.locator(".diagram-wide .dgm-link").all()
    names = [link.get_attribute("data-part") for link in links]
    links[0].focus()
    for name in names:
        focused = page.evaluate("document.activeElement.dataset.part")
        assert focused == name
        box = page.locator(".diagram-wide .dgm-link:focus")
        assert box.evaluate("link => getComputedStyle(link).outlineStyle") != "none"
        below, panel = box.bounding_box(), page.locator(".path-panel").bounding_box()
        assert below
        assert panel
        assert below["y"] + below["height"] <= panel["y"], f"{name} is hidden by what is said of it"
        page.keyboard.press("Tab")
    part(page, "heard").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#part-heard$"))
    expect(page.locator("#part-heard")).to_be_in_viewport()
    part(page, "agreed-cooperation").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}fi/{GUIDE.id}/ydinelementit/#agreed-cooperation")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_leads_to_each_outcome_is_text_without_script(browser: Browser, address: str, language: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}{language}/{PAGE}")
    logic = GUIDE.current.logic_model
    assert logic
    for track in logic.tracks:
        side = page.locator(f"#path-side-{track.id}")
        expect(side).to_contain_text(SITE.labels["path-order-only"][language])
        for outcome in track.outcomes:
            entry = page.locator(f"#path-{outcome.id}")
            stated = [hypothesis for hypothesis in logic.hypotheses if hypothesis.outcome == outcome.id]
            for hypothesis in stated:
                expect(entry).to_contain_text(without_marks(hypothesis.because[language]))
            if not stated and outcome is not track.short_term_heading:
                expect(entry).to_contain_text(SITE.labels["path-none"][language])
    expect(page.locator(".path-panel").first).to_be_hidden()
    part(page, "trust").click()
    expect(page).to_have_url(re.compile("#part-trust$"))
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_chosen_part_shows_what_the_text_says_and_no_more(browser: Browser, address: str, scheme: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{address}en/{PAGE}")
    panel = page.locator(".path-panel")
    expect(panel).to_have_text(SITE.labels["path-hint"]["en"])
    part(page, "lower-threshold").focus()
    assert parts(page, "is-stated") == {"lower-threshold", "trust-as-mechanism", "trust"}
    assert {"reaching-out", "presence"} <= parts(page, "is-near")
    assert {"heard", "structural-influence"} <= parts(page, "is-apart")
    expect(panel).to_contain_text("H6")
    expect(panel).to_contain_text("H2")
    thick = part(page, "trust").locator(".dgm-box").evaluate("box => parseFloat(getComputedStyle(box).strokeWidth)")
    thin = part(page, "heard").locator(".dgm-box").evaluate("box => parseFloat(getComputedStyle(box).strokeWidth)")
    assert thick > 2 * thin, "colour alone would tell them apart"
    part(page, "reaching-out").focus()
    assert parts(page, "is-stated") == {"reaching-out"}
    expect(panel).to_contain_text(SITE.labels["path-order-only"]["en"])
    page.keyboard.press("Escape")
    assert parts(page, "is-stated") == set()
    part(page, "heard").hover()
    expect(panel).to_contain_text("H1")
    assert panel.get_attribute("aria-live") == "polite"
    context.close()


def test_the_first_tap_tells_and_the_second_opens(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(f"{address}sv/{PAGE}")
    part(page, "safer", "narrow").tap()
    expect(page.locator(".path-panel")).to_contain_text("H4")
    assert page.url == f"{address}sv/{PAGE}"
    part(page, "safer", "narrow").tap()
    expect(page).to_have_url(re.compile(r"#part-safer$"))
    context.close()


def test_on_the_guides_first_page_the_picture_leads_to_the_same_places(page: Page, address: str) -> None:
    page.goto(f"{address}fi/{GUIDE.id}/")
    part(page, "presence").click()
    expect(page).to_have_url(f"{address}fi/{PAGE}#part-presence")
