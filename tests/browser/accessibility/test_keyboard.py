"""Everything can be reached and used with the keyboard, and one always sees where it is (WCAG 2.1.1, 2.4.1, 2.4.3, 2.4.7, 2.4.11)."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from macros.load import load_site
from tests.browser.accessibility.keyboard import tab, way
from tests.workplaces import PROJECT

SITE = load_site(PROJECT)
GUIDE = "etsiva-sosiaalityo"
PLACES = ("fi/", f"sv/{GUIDE}/ydinelementit/", f"fi/{GUIDE}/logiikkamalli/", "en/vertailu/")
LABELS = SITE.labels


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("place", PLACES)
def test_each_stop_is_seen_and_the_stops_come_in_the_order_of_the_page(
    place: str, width: int, page: Page, address: str
) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.emulate_media(reduced_motion="reduce")
    page.goto(address + place)
    stops = way(page)
    assert len(stops) > 15
    assert [stop.element for stop in stops if not stop.shown] == []
    assert [stop.element for stop in stops if not stop.free] == []
    assert [stop.order for stop in stops] == sorted(stop.order for stop in stops)


def test_going_back_nothing_hides_under_the_header(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 500})
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{address}fi/{GUIDE}/tulokset/")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.locator("article a").last.focus()
    hidden = []
    for _ in range(30):
        stop = tab(page, back=True)
        if stop and not stop.free:
            hidden.append(stop.element)
    assert hidden == []


def test_the_first_stop_leads_past_the_header(page: Page, address: str) -> None:
    page.goto(f"{address}fi/{GUIDE}/tulokset/")
    first = tab(page)
    assert first
    assert first.shown
    assert first.free
    page.keyboard.press("Enter")
    stop = tab(page)
    assert stop
    assert page.evaluate("document.activeElement.closest('article') !== null")


def test_the_menu_of_a_phone_opens_leads_on_and_closes(phone: Page, address: str) -> None:
    phone.goto(f"{address}sv/{GUIDE}/")
    menu = phone.locator("#site-nav")
    button = phone.locator(".menu-button")
    button.focus()
    phone.keyboard.press("Enter")
    expect(menu).to_be_visible()
    stops = [tab(phone) for _ in range(3)]
    assert all(stop and stop.shown and stop.free for stop in stops)
    assert phone.evaluate("document.activeElement.closest('#site-nav') !== null")
    phone.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()
    phone.keyboard.press("Space")
    link = menu.locator(f'a[href$="{GUIDE}/"], a[href="./"]').first
    link.focus()
    with phone.expect_navigation():
        phone.keyboard.press("Enter")
    assert phone.url == f"{address}sv/{GUIDE}/"


def test_the_search_is_reached_asked_left_and_followed(page: Page, address: str) -> None:
    page.goto(f"{address}fi/")
    box = page.locator("input[name=query]")
    for _ in range(12):
        tab(page)
        if box.evaluate("box => box === document.activeElement"):
            break
    expect(box).to_be_focused()
    page.keyboard.type("kynnyksen")
    result = page.locator(".md-search-result__link").first
    expect(result).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(result).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".md-search__output")).to_be_hidden()
    box.focus()
    expect(result).to_be_visible()
    page.keyboard.press("ArrowDown")
    with page.expect_navigation(url=lambda url: url.split("?")[0] != f"{address}fi/"):
        page.keyboard.press("Enter")


def test_the_language_is_chosen(page: Page, address: str) -> None:
    page.goto(f"{address}fi/{GUIDE}/tulokset/")
    page.locator('header a[hreflang="en"]').focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}en/{GUIDE}/tulokset/")
    assert page.locator("html").get_attribute("lang") == "en"


def test_light_and_dark_are_switched_and_stay(page: Page, address: str) -> None:
    page.goto(f"{address}fi/{GUIDE}/")
    body = page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    for _ in range(12):
        tab(page)
        if page.evaluate("document.activeElement.name === '__palette'"):
            break
    page.keyboard.press("ArrowRight")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.goto(f"{address}fi/{GUIDE}/tulokset/")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")


@pytest.mark.parametrize("width", [1280, 360])
def test_what_scrolls_can_be_reached_and_has_a_name(width: int, page: Page, address: str) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    for place in (f"fi/{GUIDE}/versiot/", "fi/vertailu/", "fi/tekijoille/tiedot/", "en/tekijoille/paikallinen-versio/"):
        page.goto(address + place)
        assert page.evaluate(UNREACHED_OR_UNNAMED) == []


UNREACHED_OR_UNNAMED = """() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(
  [...document.querySelectorAll("article *")].filter(element => {
    const scrolls = ["auto", "scroll"].includes(getComputedStyle(element).overflowX);
    const named = element.tagName === "TABLE" || document.getElementById(element.getAttribute("aria-labelledby"));
    return scrolls && element.scrollWidth > element.clientWidth && !(element.tabIndex === 0 && named);
  }).map(element => element.outerHTML.slice(0, 80))
))))"""
