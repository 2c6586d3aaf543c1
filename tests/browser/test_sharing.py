"""A page or a part of it can be passed on: its address is copied, and what others see of it is a summary and a picture."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import html
from PIL import Image
from playwright.sync_api import Browser, expect

from macros.load import load_site
from tests.workplaces import PROJECT

SITE = load_site(PROJECT)
GUIDE = "etsiva-sosiaalityo"
LINES = """() => [...document.querySelectorAll("article a.headerlink")].map(link => {
  const words = document.createRange();
  words.setStart(link.parentElement, 0);
  words.setEndBefore(link);
  const lines = [...words.getClientRects()].filter(line => line.width > 0);
  return [link.parentElement.textContent, lines.at(-1).bottom - 2, link.getBoundingClientRect().top];
})"""
"""The lower edge of the last line of each heading's words, and the upper edge of its link, in pixels."""


@pytest.mark.parametrize("language", [language.id for language in SITE.built_languages])
def test_the_link_of_a_heading_copies_an_address_that_leads_to_it_and_says_so(
    language: str, browser: Browser, address: str
) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 700})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}{language}/{GUIDE}/tulokset/")
    heading = page.locator("article h2[id]").last
    heading.locator("a.headerlink").click()
    expect(page.get_by_role("status").filter(has_text=SITE.labels["permalink-copied"][language])).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{address}{language}/{GUIDE}/tulokset/#{heading.get_attribute('id')}"
    page.goto("about:blank")
    page.goto(copied)
    expect(page.locator("article h2[id]").last).to_be_in_viewport()
    context.close()


def test_the_link_of_a_heading_is_never_alone_on_a_line(browser: Browser, address: str, built_site: Path) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 700})
    alone, seen = [], 0
    for path in sorted((built_site / "fi" / GUIDE).rglob("index.html")):
        page.goto(f"{address}{path.relative_to(built_site)}")
        lines = page.evaluate(LINES)
        seen += len(lines)
        alone += [(path.parent.name, heading) for heading, words_end, link_begins in lines if link_begins >= words_end]
    page.close()
    assert seen > 100
    assert alone == []


def test_each_page_tells_what_is_shown_of_it_where_its_address_is_passed_on(built_site: Path) -> None:
    faults = []
    for language in SITE.built_languages:
        for path in sorted((built_site / language.id).rglob("index.html")):
            page = html.parse(str(path))
            told = {
                tag.get("property"): tag.get("content") for tag in page.xpath("//meta[starts-with(@property, 'og:')]")
            }
            (canonical,) = page.xpath("//link[@rel='canonical']/@href")
            (description,) = page.xpath("//meta[@name='description']/@content")
            expected = {
                "og:title": page.findtext(".//title").removesuffix(f" - {SITE.info.name[language.id]}"),
                "og:description": description,
                "og:url": canonical,
                "og:locale": language.locale.replace("-", "_"),
            }
            faults += [(path, name, told.get(name)) for name, value in expected.items() if told.get(name) != value]
            picture = built_site / urlsplit(told["og:image"]).path.removeprefix(urlsplit(SITE.info.address).path)
            with Image.open(picture) as image:
                size = (str(image.width), str(image.height))
            assert size == (told["og:image:width"], told["og:image:height"])
    assert faults == []
