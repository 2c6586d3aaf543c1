"""The search as readers use it, in each language: what it finds, what it shows, and what it does with whatever is typed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import snowballstemmer
from playwright.sync_api import ConsoleMessage, Dialog, Page, Request, Route, expect

from macros.load import load_site
from macros.model import Language
from scripts.search.tokens import pieces, tokens
from tests.workplaces import PROJECT

SITE = load_site(PROJECT)
BOX = "input[name=query]"
FIRST_RESULT = 250_000
"""Bytes from the first key to the first result, at most; here nothing is compressed."""


@pytest.fixture
def complaints(page: Page) -> Iterator[list[str]]:
    """What the browser complains of; a test that uses it fails if there is anything."""
    found: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            found.append(message.text)

    def refused(dialog: Dialog) -> None:
        found.append(dialog.message)
        dialog.dismiss()

    page.on("console", heard)
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("dialog", refused)
    yield found
    assert found == []


def ask(page: Page, query: str) -> list[str]:
    """Type a query and wait for its answer; returns the addresses of the pages found, in order."""
    page.locator(BOX).fill("")
    page.locator(BOX).press_sequentially(query)
    return answered(page, query)


def answered(page: Page, query: str) -> list[str]:
    page.wait_for_function(
        "query => document.querySelector('[data-search-answer]').dataset.searchAnswer === query", arg=query.strip()
    )
    links = page.locator("a[data-search-page]")
    return [str(found) for found in links.evaluate_all("links => links.map(link => link.dataset.searchPage)")]


@pytest.mark.parametrize(
    ("language", "query", "found"),
    [
        ("fi", "kynnyksen", "matalan-kynnyksen-sosiaalityo/"),
        ("fi", "tarpeen arviointi", "matalan-kynnyksen-sosiaalityo/ydinelementit/"),
        ("fi", "kohtaamispaikoille", "matalan-kynnyksen-sosiaalityo/ydinelementit/"),
        ("fi", "ydinelemetti", "etsiva-sosiaalityo/ydinelementit/"),
        ("fi", "ydinelementeistä", "etsiva-sosiaalityo/ydinelementit/"),
        ("fi", "17 §", "sosiaalinen-kuntoutus/"),
        ("fi", "1301/2014", "sosiaalinen-kuntoutus/"),
        ("fi", "EuroHIS-8", "arviointi/"),
        ("fi", "etsivä työ", "etsiva-sosiaalityo/"),
        ("fi", "uppsökande socialt arbete", "etsiva-sosiaalityo/"),
        ("sv", "planen", "sosiaalinen-kuntoutus/ydinelementit/"),
        ("sv", "kärnelementens", "sosiaalinen-kuntoutus/ydinelementit/"),
        ("en", "thresholds", "matalan-kynnyksen-sosiaalityo/kynnykset/"),
    ],
)
def test_a_word_in_any_form_finds_its_page(
    language: str, query: str, found: str, page: Page, address: str, complaints: list[str]
) -> None:
    page.goto(f"{address}{language}/")
    pages = ask(page, query)
    assert found in pages[:5]
    links = page.locator("[data-search-answer] ol a").evaluate_all("links => links.map(link => link.href)")
    assert all(link.startswith(f"{address}{language}/") for link in links)


def test_nothing_of_the_index_is_fetched_before_someone_searches(page: Page, address: str) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(f"{address}fi/etsiva-sosiaalityo/")
    page.wait_for_load_state("networkidle")
    assert [url for url in fetched if "/search/" in url] == [f"{address}fi/search/box.js"]


@pytest.mark.parametrize("query", ["kynnyksen", "palvelutarpeen arviointi", "ydinelemetti", "mitä etsivä työ on"])
def test_the_first_result_costs_little_to_fetch(query: str, page: Page, address: str) -> None:
    page.goto(f"{address}fi/")
    page.wait_for_load_state("networkidle")
    done: list[Request] = []
    page.on("requestfinished", lambda request: done.append(request))  # noqa: PLW0108 - a method of a list is not taken
    page.locator(BOX).fill(query)  # all at once: whoever types slowly is answered with the first letters already
    assert answered(page, query)
    responses = [request.response() for request in done]
    assert sum(len(response.body()) for response in responses if response) < FIRST_RESULT


def test_the_words_that_matched_are_marked_in_their_own_form(page: Page, address: str, complaints: list[str]) -> None:
    page.goto(f"{address}fi/")
    ask(page, "kynnys")
    marked = page.locator("[data-search-answer] mark").all_inner_texts()
    assert {"kynnyksen", "kynnyksiä"} <= {word.lower() for word in marked}
    page.locator("a[data-search-page]").first.click()
    expect(page.locator("article mark").first).to_be_visible()
    assert "kynnyksen" in page.locator("article mark").all_inner_texts()


def test_a_teaser_says_only_what_stands_on_the_page(page: Page, address: str) -> None:
    page.goto(f"{address}fi/")
    ask(page, "vapaaehtoinen tuki")
    teaser = page.locator("a[data-search-page] .search-teaser, .search-sections a .search-teaser").first
    words = teaser.inner_text().strip("… ")
    teaser.click()
    page.wait_for_url("**?h=**")
    shown = " ".join(page.locator("article").inner_text().split())
    assert all(part in shown for part in (words[:20], words[-20:]))


def test_a_phrase_in_quotes_finds_only_pages_that_have_it_as_it_is(page: Page, address: str, built_site: Path) -> None:
    page.goto(f"{address}fi/")
    found = ask(page, "”neljä ydinelementtiä”")
    assert found
    for place in found:
        assert "neljä ydinelementtiä" in " ".join(
            (built_site / "fi" / place / "index.html").read_text("utf-8").lower().split()
        )
    ask(page, '"ydinelementtiä neljä saappaat"')
    expect(page.locator("[data-search-notes]")).to_contain_text(SITE.labels["search-phrase"]["fi"])


def test_results_can_be_kept_to_one_guide(page: Page, address: str, complaints: list[str]) -> None:
    page.goto(f"{address}sv/")
    everywhere = ask(page, "klient")
    assert len({found.split("/")[0] for found in everywhere}) > 1
    page.get_by_label(SITE.labels["search-filter"]["sv"]).select_option(
        SITE.guides["etsiva-sosiaalityo"].model.name["sv"]
    )
    expect(page.locator("a[data-search-page]:not([data-search-page^='etsiva-sosiaalityo/'])")).to_have_count(0)
    kept = page.locator("a[data-search-page]").evaluate_all("links => links.map(link => link.dataset.searchPage)")
    assert {found.split("/")[0] for found in kept} == {"etsiva-sosiaalityo"}


def test_the_keyboard_alone_leads_to_a_result_and_back(page: Page, address: str) -> None:
    page.goto(f"{address}fi/")
    page.keyboard.press("Control+k")
    expect(page.locator(BOX)).to_be_focused()
    page.keyboard.type("kynnys")
    answered(page, "kynnys")
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^Löytyi \d+ sivua\.$"))
    page.keyboard.press("ArrowDown")
    expect(page.locator("a[data-search-page]").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator(BOX)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("[data-search-answer]")).not_to_be_visible()  # nor reached by the keyboard
    page.keyboard.press("Control+k")
    expect(page.locator(BOX)).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**?h=**")


def test_as_many_pages_are_shown_as_are_told(page: Page, address: str) -> None:
    page.goto(f"{address}fi/")
    assert len(ask(page, "kynnys")) == 10
    page.locator(".search-more").click()
    shown = page.locator("a[data-search-page]").count()
    expect(page.get_by_role("status")).to_have_text(SITE.labels["search-many"]["fi"].replace("{n}", str(shown)))


def test_a_search_can_be_sent_as_a_link(page: Page, address: str) -> None:
    page.goto(f"{address}fi/tietoa/")
    found = ask(page, "osallisuuden")
    link = page.url
    page.goto("about:blank")
    page.goto(link)
    assert answered(page, "osallisuuden") == found
    expect(page.locator(BOX)).to_have_value("osallisuuden")


def test_on_a_phone_the_box_opens_by_its_button(phone: Page, address: str) -> None:
    phone.goto(f"{address}sv/")
    phone.locator("label[for=__search]:visible").first.click()
    expect(phone.locator(BOX)).to_be_focused()
    phone.keyboard.type("tröskeln")
    assert "matalan-kynnyksen-sosiaalityo/kynnykset/" in answered(phone, "tröskeln")[:5]
    phone.wait_for_function(  # once the box has slid in
        "() => ![...document.querySelectorAll('[data-search-answer] *')].some((part) => part.getBoundingClientRect().right > innerWidth)"
    )


def test_a_word_that_nobody_wrote_is_answered_with_near_words(page: Page, address: str, complaints: list[str]) -> None:
    page.goto(f"{address}fi/")
    assert ask(page, "kynxqzysxxqq") == []
    expect(page.get_by_role("status")).to_have_text(SITE.labels["search-none"]["fi"])
    page.locator(".search-proposal").first.click()
    expect(page.locator("a[data-search-page]").first).to_be_visible()


def test_a_name_in_another_language_leads_to_that_language_too(page: Page, address: str) -> None:
    page.goto(f"{address}fi/")
    ask(page, "klientplan")
    page.locator("[data-search-notes] a[hreflang=sv]").click()
    page.wait_for_url("**/sv/sanasto/#term-client-plan")
    expect(page.locator("#term-client-plan")).to_be_in_viewport()
    assert page.locator("html").get_attribute("lang") == "sv"


@pytest.mark.parametrize("language", SITE.built_languages, ids=lambda language: language.id)
def test_what_is_typed_is_taken_apart_as_the_pages_were(
    language: Language, page: Page, address: str, tmp_path: Path
) -> None:
    page.goto(f"{address}{language.id}/")
    ask(page, "a")
    text = " ".join(" ".join(term.definition[language.id] for term in SITE.terms.values()).split())
    text += " EuroHIS-8, 1301/2014, 17 §:n, THL:n, 2022–2023, L\u0061\u0308mpö, ja/tai, client’s"
    words = list(tokens(text))
    assert page.evaluate("text => siteSearch.tokens.found(text.normalize('NFC')).map(({word}) => word)", text) == words
    assert page.evaluate("words => words.map(siteSearch.tokens.pieces)", words) == list(map(pieces, words))
    assert language.stemmer
    stem = snowballstemmer.stemmer(language.stemmer).stemWord
    name = f"{language.stemmer.capitalize()}Stemmer"
    stems = page.evaluate(
        f"words => {{ const by = new {name}(); return words.map((word) => by.stemWord(word)) }}", words
    )
    assert stems == list(map(stem, words))


STRANGE = {
    "nothing": "   ",
    "one letter": "k",
    "very long": "kynnys" * 1700,
    "control characters": "kyn\u0000nys\u0007\u001b[31m",
    "signs of regular expressions": r"(.*)+[a-z{2,}\p{L}$^|?",
    "HTML": "<img src=x onerror=alert(1)><script>alert(2)</script>",
    "a template": "{{ 7*7 }} ${alert(1)}",
    "Cyrillic": "социальная работа",
    "Arabic": "العمل الاجتماعي",
    "Chinese": "社会工作",
    "emoji": "👩‍👩‍👧‍👦 🇫🇮",
    "a lone surrogate": "\ud800x",
    "names of a prototype": "constructor __proto__ hasOwnProperty",
    "quotes without an end": '"kynnys ”””',
    "marks alone": "\u0301\u0308 ... --- ///",
}


@pytest.mark.parametrize("kind", STRANGE)
def test_whatever_is_typed_is_answered_without_an_error(
    kind: str, page: Page, address: str, complaints: list[str]
) -> None:
    page.goto(f"{address}fi/")
    ask(page, "kynnys")
    page.evaluate(
        "text => { const box = document.querySelector('input[name=query]'); box.value = text; box.dispatchEvent(new Event('input')) }",
        STRANGE[kind],
    )
    page.wait_for_function(
        "() => document.querySelector('[data-search-answer]').dataset.searchAnswer === document.querySelector('input[name=query]').value.trim()"
    )
    assert page.locator("[data-search-answer] :is(img, script)").count() == 0


@pytest.mark.parametrize("missing", ["index.js", "engine.js", "terms/", "texts/"])
def test_an_index_that_does_not_come_says_so_and_points_to_the_site_map(missing: str, page: Page, address: str) -> None:
    stopped: Callable[[Route], None] = lambda route: route.abort()  # noqa: E731
    page.route(f"**/search/**{missing}*", stopped)
    page.goto(f"{address}fi/")
    page.locator(BOX).press_sequentially("kynnys")
    notes = page.locator("[data-search-notes]")
    expect(notes).to_contain_text(SITE.labels["search-failed"]["fi"])
    page.unroute(f"**/search/**{missing}*")
    assert ask(page, "kynnyksen")  # and it is tried again
    expect(notes).not_to_contain_text(SITE.labels["search-failed"]["fi"])
    page.goto(f"{address}fi/sivukartta/")
    assert page.locator("article a[href$='kynnykset/']").count() == 1


def test_the_search_needs_no_server(page: Page, built_site: Path) -> None:
    page.goto((built_site / "sv/vertailu/index.html").as_uri())
    assert "matalan-kynnyksen-sosiaalityo/kynnykset/" in ask(page, "trösklarna")[:5]
    page.locator("a[data-search-page='matalan-kynnyksen-sosiaalityo/kynnykset/']").click()
    expect(page.locator("article h1")).to_be_visible()
