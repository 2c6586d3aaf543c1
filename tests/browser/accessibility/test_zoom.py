"""The pages adapt: to zoom, wider text, fingers, less motion and a reader's own colours (WCAG 1.4.4, 1.4.10, 1.4.12, 2.5.8)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

GUIDE = "etsiva-sosiaalityo"
PLACES = (
    "",
    "fi/",
    f"sv/{GUIDE}/",
    f"fi/{GUIDE}/ydinelementit/",
    f"fi/{GUIDE}/logiikkamalli/",
    f"en/{GUIDE}/versiot/",
    "sv/vertailu/",
    "fi/arviointi/avain/",
    "en/lataukset/",
    "fi/saavutettavuus/",
    "fi/tekijoille/tiedot/",
)


@pytest.fixture(scope="module")
def still(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("place", PLACES)
def test_at_200_and_400_per_cent_one_scrolls_downwards_only(place: str, still: Page, address: str) -> None:
    """A window 1280 pixels wide, enlarged, has 640 and 320 pixels left for the page."""
    still.goto(address + place)
    for width in (640, 320):
        still.set_viewport_size({"width": width, "height": 512})
        assert still.evaluate("document.documentElement.scrollWidth") <= width
        assert still.evaluate(CUT) == [], width


@pytest.mark.parametrize("place", PLACES)
def test_wider_text_is_not_cut_and_does_not_overlap(place: str, still: Page, address: str) -> None:
    still.set_viewport_size({"width": 360, "height": 740})
    still.goto(address + place)
    still.evaluate(SPACED)
    assert still.evaluate("document.documentElement.scrollWidth") <= 360
    assert still.evaluate(CUT) == []


@pytest.mark.parametrize("place", PLACES)
def test_what_is_pressed_is_large_enough_for_a_finger(place: str, still: Page, address: str) -> None:
    """24 pixels each way; links in running text are excepted."""
    still.set_viewport_size({"width": 360, "height": 740})
    still.goto(address + place)
    assert still.evaluate(SMALL) == []


def test_with_less_motion_nothing_moves(still: Page, address: str) -> None:
    for place in (f"fi/{GUIDE}/logiikkamalli/", ""):
        still.goto(address + place)
        assert still.evaluate(MOVING) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_the_readers_own_colours_everything_is_seen(scheme: str, browser: Browser, address: str) -> None:
    """No text is left on a ground of nearly its own colour, and boxes and arrows of the diagram are drawn."""
    context = browser.new_context(forced_colors="active", color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    for place in (f"fi/{GUIDE}/", f"fi/{GUIDE}/ydinelementit/"):
        page.goto(address + place)
        assert page.evaluate("matchMedia('(forced-colors: active)').matches")
        assert page.evaluate(UNSEEN) == []
    context.close()


SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-bottom: 2em !important; }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""

CUT = """() => [...document.querySelectorAll("body *")].filter(element => {
  const style = getComputedStyle(element);
  if (style.visibility === "hidden" || !element.offsetParent || element.closest("svg, select, .md-header__title")) return false;
  if (style.clipPath !== "none" || element.closest(".visually-hidden, [hidden], thead")) return false;
  const own = [...element.childNodes].some(node => node.nodeType === 3 && node.textContent.trim());
  if (!own) return false;
  const clips = ["hidden", "clip"];
  return clips.includes(style.overflowX) && element.scrollWidth > element.clientWidth + 1
    || clips.includes(style.overflowY) && element.scrollHeight > element.clientHeight + 3;
}).map(element => element.outerHTML.slice(0, 100))"""

SMALL = """() => [...document.querySelectorAll("a, button, summary, select, input")].filter(element => {
  const style = getComputedStyle(element);
  if (style.visibility === "hidden" || !element.offsetParent || element.matches(".md-option, .md-skip")) return false;
  if (style.display === "inline" || element.closest("svg")) return false;
  const box = element.getBoundingClientRect();
  return box.width > 0 && (box.width < 24 || box.height < 24);
}).map(element => `${element.outerHTML.slice(0, 90)} ${Math.round(element.getBoundingClientRect().width)}x${Math.round(element.getBoundingClientRect().height)}`)"""

MOVING = """() => [...document.querySelectorAll("*")].filter(element => {
  const style = getComputedStyle(element);
  const long = list => list.split(",").some(time => parseFloat(time) * (time.trim().endsWith("ms") ? 1 : 1000) > 10);
  return long(style.transitionDuration) || style.animationName !== "none" && long(style.animationDuration)
    || style.scrollBehavior === "smooth";
}).map(element => element.outerHTML.slice(0, 80))"""

UNSEEN = """() => {
  const numbers = colour => colour.match(/[\\d.]+/g).map(Number);
  const light = ([red, green, blue]) => [red, green, blue].map(part => part / 255)
    .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
  const ground = element => {
    for (let at = element; at; at = at.parentElement) {
      const colour = numbers(getComputedStyle(at).backgroundColor);
      if (colour[3] !== 0) return colour;
    }
    return numbers(getComputedStyle(document.documentElement).backgroundColor).slice(0, 3);
  };
  const contrast = (one, other) => {
    const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  };
  const texts = [...document.querySelectorAll("article :is(p, li, a, h1, h2, h3, td, th, strong, .status, .card-number)")];
  const pale = texts.filter(element => element.offsetParent && element.textContent.trim()
    && contrast(numbers(getComputedStyle(element).color), ground(element)) < 4.5);
  const drawn = [...document.querySelectorAll(".diagram-wide :is(.dgm-box:not(.dgm-frame), .dgm-arrow)")];
  const faint = drawn.filter(element => contrast(numbers(getComputedStyle(element).stroke), ground(element)) < 3);
  return [...pale, ...faint].map(element => element.outerHTML.slice(0, 100));
}"""
