"""The site works wherever it stands: in a folder, under any path, and where there is no page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.load import load_site
from tests.browser.conftest import Quiet, serving
from tests.workplaces import PROJECT

SITE = load_site(PROJECT)
LANGUAGES = tuple(language.id for language in SITE.built_languages)
GUIDE = "etsiva-sosiaalityo"
PLACES = ("", f"{GUIDE}/ydinelementit/", "tekijoille/innokyla/")
WORDS = {"fi": "vertailu", "sv": "jämförelse", "en": "comparison"}


class AsPagesDo(Quiet):
    """Serves as hosts of static sites do: one page, that of the root, wherever there is no other."""

    lost: Path

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        body = self.lost.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def hosted(site: Path, to: Path, depth: str, lost: str = "") -> Iterator[str]:
    """The site under a path of a host, and its address; ``lost`` is the folder of the page for lost readers."""
    path = to / depth if depth else to / "root"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(site)
    handler = type("Handler", (AsPagesDo,), {"lost": path / lost / "404.html"})
    with serving(partial(handler, directory=str(to if depth else path))) as host:
        yield f"{host}{depth}/" if depth else host


def text_of(page: Page) -> str:
    return page.locator("main h1, article h1").first.inner_text()


@pytest.mark.parametrize("script", ["with script", "without script"])
def test_from_a_folder_every_link_leads_to_a_page(script: str, browser: Browser, built_site: Path) -> None:
    context = browser.new_context(java_script_enabled=script == "with script", locale="fi-FI")
    page = context.new_page()
    page.goto((built_site / "index.html").as_uri())
    page.locator('a[hreflang="fi"]').first.click()
    for name in ("vertailu", "sv", "etsiva-sosiaalityo"):
        chosen = 'header a[hreflang="sv"]:visible' if name == "sv" else f'a[href*="{name}"]:visible'
        page.locator(chosen).first.click()
        assert page.url.split("?")[0].split("#")[0].endswith("index.html")
        expect(page.locator("h1")).to_be_visible()
    assert page.locator("html").get_attribute("lang") == "sv"
    for link in page.locator("a[href]").all():
        target = urlsplit(urljoin(page.url, link.get_attribute("href") or ""))
        assert target.scheme != "file" or Path(target.path.replace("%20", " ")).is_file(), link.get_attribute("href")
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_from_a_folder_the_search_leads_to_pages(language: str, page: Page, built_site: Path) -> None:
    page.goto((built_site / language / "tietoa/index.html").as_uri())
    page.locator("input[name=query]").fill(WORDS[language], force=True)
    found = page.locator("[data-search-answer] a").first
    found.wait_for()
    found.click()
    assert page.url.partition("?")[0].endswith("/index.html")
    expect(page.locator("article h1")).to_be_visible()


@pytest.mark.parametrize("depth", ["", "oppaat", "kunta/sote/oppaat"])
def test_under_any_path_links_are_short_and_everything_is_found(
    depth: str, browser: Browser, built_site: Path, tmp_path: Path
) -> None:
    context = browser.new_context()
    page = context.new_page()
    lost: list[str] = []
    page.on("response", lambda response: lost.append(response.url) if response.status >= 400 else None)
    with hosted(built_site, tmp_path, depth) as address:
        page.goto(address)
        page.locator('a[hreflang="sv"]').first.click()
        assert page.url == f"{address}sv/"
        for place in PLACES:
            page.goto(f"{address}sv/{place}")
            links = [urljoin(page.url, link.get_attribute("href") or "") for link in page.locator("a[href]").all()]
            assert [link for link in links if "index.html" in link] == []
            assert f"{address}fi/{place}" in links
            assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith('"Source Sans 3"')
    assert lost == []
    context.close()


@pytest.mark.parametrize("depth", ["", "kunta/oppaat"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_where_there_is_no_page_the_reader_is_helped_in_the_language_of_the_address(
    language: str, depth: str, page: Page, built_site: Path, tmp_path: Path
) -> None:
    with hosted(built_site, tmp_path, depth) as address:
        for place in ("vertailut", "tausta/syvalla/ydinelementtit/", "a/b/c/d/"):
            answer = page.goto(f"{address}{language}/{place}")
            assert answer
            assert answer.status == HTTPStatus.NOT_FOUND
            assert page.locator("section").count() == 1
            assert text_of(page) == SITE.labels["theme-not-found"][language]
            assert page.locator("html").get_attribute("lang") == language
            expect(page.locator("h1")).to_have_css("font-family", '"Source Serif 4", Georgia, serif')
            for link in page.locator("main a").all():
                target = urljoin(page.url, link.get_attribute("href") or "")
                assert target.startswith(f"{address}{language}/")
                assert (
                    built_site / urlsplit(target).path.removeprefix(urlsplit(address).path) / "index.html"
                ).is_file()
        page.goto(f"{address}{language}/tausta/{WORDS[language]}.html")
        page.locator(".lost-search a").click()
        page.locator("[data-search-answer] a").first.wait_for()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_a_language_for_lost_readers_finds_its_way_too(
    language: str, page: Page, built_site: Path, tmp_path: Path
) -> None:
    with hosted(built_site, tmp_path, "kunta/oppaat", language) as address:
        page.goto(f"{address}{language}/tausta/eiole/")
        assert text_of(page) == SITE.labels["theme-not-found"][language]
        first = page.locator("main li a").first
        assert first.get_attribute("href") == f"{address}{language}/"
        first.click()
        expect(page.locator("article h1")).to_be_visible()


def test_without_script_all_languages_help(browser: Browser, built_site: Path, tmp_path: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    with hosted(built_site, tmp_path, "oppaat") as address:
        page.goto(f"{address}sv/eiole/")
        shown = [part.get_attribute("lang") for part in page.locator("section").all()]
        assert shown == list(LANGUAGES)
        assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith('"Source Sans 3"')
    context.close()
