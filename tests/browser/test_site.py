"""What readers meet in a real browser."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.load import load_site
from macros.model.site import KIT_FORMATS
from scripts.export import FORMATS
from tests.workplaces import PROJECT

SITE = load_site(PROJECT)
LANGUAGES = tuple(language.id for language in SITE.built_languages)
GUIDE = "etsiva-sosiaalityo"
KEY_PAGES = (
    "",
    f"{GUIDE}/",
    f"{GUIDE}/ydinelementit/",
    f"{GUIDE}/logiikkamalli/",
    f"{GUIDE}/versiot/",
    "sanasto/",
    "lataukset/",
)


def addresses(site: Path) -> list[str]:
    """Every page, relative to the site."""
    return sorted(path.parent.relative_to(site).as_posix() + "/" for path in site.glob("*/**/index.html"))


def test_the_first_page_lets_the_reader_choose_a_language_without_script(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    for language in LANGUAGES:
        page.goto(address)
        page.locator(f'a[hreflang="{language}"]').first.click()
        assert page.url == f"{address}{language}/index.html"  # shortened by a script alone
        assert page.locator("html").get_attribute("lang") == language
    assert context.cookies() == []
    context.close()


def test_no_page_complains_or_asks_another_host(browser: Browser, address: str, built_site: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    complaints: list[str] = []
    page.on(
        "console", lambda message: complaints.append(f"{page.url}: {message.text}") if message.type == "error" else None
    )
    page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
    page.on(
        "request",
        lambda request: (
            complaints.append(request.url) if not request.url.startswith((address, "data:", "blob:")) else None
        ),
    )
    for place in addresses(built_site):
        page.goto(address + place, wait_until="load")
    assert complaints == []
    assert context.cookies() == []
    context.close()


@pytest.mark.parametrize("place", KEY_PAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_language_link_leads_to_the_same_page(language: str, place: str, page: Page, address: str) -> None:
    page.goto(f"{address}{language}/{place}")
    assert page.locator("html").get_attribute("lang") == language
    for other in (id_ for id_ in LANGUAGES if id_ != language):
        link = page.locator(f'header a[hreflang="{other}"], nav a[hreflang="{other}"]').first
        assert link.get_attribute("lang") == other
        assert urljoin(page.url, link.get_attribute("href") or "") == f"{address}{other}/{place}"


def test_every_page_names_its_counterparts_for_search_engines(built_site: Path) -> None:
    for place in addresses(built_site):
        language, _, rest = place.partition("/")
        html = (built_site / place / "index.html").read_text(encoding="utf-8")
        links = dict(re.findall(r'<link rel="alternate ?" hreflang="([^"]+)" href="([^"]+)"', html))
        assert set(links) == {*LANGUAGES, "x-default"}, place
        for id_ in LANGUAGES:
            assert links[id_].endswith(f"/{id_}/{rest}"), place
        assert f'<html lang="{language}"' in html


def test_the_sitemaps_name_every_page(built_site: Path) -> None:
    name = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
    maps = [element.text or "" for element in ET.parse(built_site / "sitemap.xml").iter(name)]
    assert [urlsplit(address).path for address in maps] == [f"/{language}/sitemap.xml" for language in LANGUAGES]
    named = {
        urlsplit(element.text or "").path.lstrip("/")
        for language in LANGUAGES
        for element in ET.parse(built_site / language / "sitemap.xml").iter(name)
    }
    assert named == set(addresses(built_site))


def test_nothing_is_wider_than_a_small_phone(phone: Page, address: str, built_site: Path) -> None:
    wide = []
    for place in addresses(built_site):
        phone.goto(address + place)
        if phone.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wide.append(place)
    assert wide == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("width", "shown", "hidden"), [(1280, "wide", "narrow"), (360, "narrow", "wide")])
def test_the_diagram_is_readable_on_every_screen(
    width: int, shown: str, hidden: str, language: str, page: Page, address: str
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{address}{language}/{GUIDE}/logiikkamalli/")
    expect(page.locator(f".diagram-{shown} svg").first).to_be_visible()
    expect(page.locator(f".diagram-{hidden} svg").first).to_be_hidden()
    smallest = page.locator(f".diagram-{shown} svg").first.evaluate(
        "svg => Math.min(...[...svg.querySelectorAll('text')].map(text => parseFloat(getComputedStyle(text).fontSize) * svg.getScreenCTM().a))"
    )
    assert smallest >= 13


def test_the_diagram_follows_the_dark_scheme(browser: Browser, address: str) -> None:
    fills = []
    for scheme in ("light", "dark"):
        context = browser.new_context(
            color_scheme="light" if scheme == "light" else "dark", viewport={"width": 1280, "height": 900}
        )
        page = context.new_page()
        page.goto(f"{address}fi/{GUIDE}/logiikkamalli/")
        fills.append(page.locator(".diagram-wide svg text").first.evaluate("text => getComputedStyle(text).fill"))
        context.close()
    assert fills[0] != fills[1]


def test_every_link_of_the_site_leads_somewhere(built_site: Path) -> None:
    pages = {place: (built_site / place / "index.html").read_text(encoding="utf-8") for place in addresses(built_site)}
    ids = {place: set(re.findall(r'\bid="?([^"\s>]+)', html)) for place, html in pages.items()}
    dead = []
    for place, html in pages.items():
        for link in re.findall(r'<(?:a|link)\b[^>]*?\bhref="([^"]+)"', html):
            target, anchor = urldefrag(urljoin(f"http://site/{place}", link))
            if not target.startswith("http://site/"):
                continue
            path = target.removeprefix("http://site/")
            if path in pages:
                if anchor and anchor not in ids[path]:
                    dead.append(f"{place}: {link}")
            elif not (built_site / path).is_file() and path:
                dead.append(f"{place}: {link}")
    assert dead == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_download_page_offers_every_guide_with_format_size_and_language(
    language: str, page: Page, address: str, built_site: Path
) -> None:
    page.goto(f"{address}{language}/lataukset/")
    offered = {}
    for link in page.locator(".downloads a[hreflang]").all():
        path = urlsplit(urljoin(page.url, link.get_attribute("href") or "")).path
        offered[path.rsplit("/", 1)[-1]] = link.locator("xpath=..").inner_text()
    books = {path.name for path in (built_site / "downloads").iterdir() if path.suffix[1:] in FORMATS}
    kits = {path.name for path in (built_site / "downloads/kit").iterdir()}
    assert set(offered) == books | kits
    assert len(books) == len(SITE.guides) * len(LANGUAGES) * len(FORMATS)
    assert len(kits) == len(SITE.guides) * len(LANGUAGES) * len(KIT_FORMATS)
    for name, text in offered.items():
        assert name.rsplit(".", 1)[-1].upper() in text
        assert re.search(r"\d\s[kM]B", text)
        assert SITE.languages[name.split(".")[-2]].name in text


def test_a_page_can_be_read_without_script(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}sv/{GUIDE}/ydinelementit/")
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("article .element-box").first).to_be_visible()
    assert page.locator("html").get_attribute("lang") == "sv"
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_nobody_has_reviewed_says_so(language: str, page: Page, address: str) -> None:
    page.goto(f"{address}{language}/{GUIDE}/")
    notice = page.get_by_text(SITE.labels["translation-not-reviewed"][language])
    assert notice.count() == (0 if SITE.languages[language].reviewed else 1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_window_is_titled_by_its_page_and_the_front_page_by_the_site_alone(language: str, built_site: Path) -> None:
    titles = {
        place: re.findall(r"<title>(.*?)</title>", (built_site / place / "index.html").read_text(encoding="utf-8"))
        for place in (f"{language}/", f"{language}/sanasto/")
    }
    site = SITE.info.name[language]
    assert titles[f"{language}/"] == [site]
    assert titles[f"{language}/sanasto/"][0].endswith(f" - {site}")
