"""A page is light, private, and whole without script."""

from __future__ import annotations

import gzip

import pytest
from playwright.sync_api import Browser, Response

from scripts.hosting import TEXTS

GUIDE = "etsiva-sosiaalityo"
MOST = 250_000
"""Bytes that the first view of a guide's page may transfer, texts compressed as the settings of the servers do."""
TEXT = "text => { text.querySelectorAll('.path-panel').forEach(panel => panel.remove()); return text.innerText; }"
"""What is under the picture of a logic model stands in the text as well."""
KINDS = (
    "",
    f"{GUIDE}/",
    f"{GUIDE}/ydinelementit/",
    f"{GUIDE}/logiikkamalli/",
    f"{GUIDE}/tulokset/",
    f"{GUIDE}/versiot/",
    "vertailu/",
    "arviointi/avain/",
    "kayttoonotto/tyopajat/",
    "tausta/alueet/",
    "sanasto/",
    "lahteet/",
    "lataukset/",
    "tietoa/",
    "sivukartta/",
    "tekijoille/makrot/",
    f"tekijoille/innokyla/{GUIDE}/",
)
"""One page of each kind."""


@pytest.mark.parametrize("place", [f"fi/{GUIDE}/", f"sv/{GUIDE}/ydinelementit/", f"en/{GUIDE}/logiikkamalli/"])
def test_the_first_view_of_a_guide_is_light(place: str, browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    came: list[Response] = []
    page.on("response", lambda response: came.append(response))  # noqa: PLW0108 - playwright takes no built-in method
    page.goto(address + place, wait_until="networkidle")
    sizes = {}
    for response in came:
        body = response.body()
        text = response.url.rsplit(".", 1)[-1] in TEXTS or response.url.endswith("/")
        sizes[response.url.removeprefix(address)] = len(gzip.compress(body, 6)) if text else len(body)
    assert sum(sizes.values()) <= MOST, sizes
    assert not any("/search/index" in url for url in sizes)
    assert context.cookies() == []
    context.close()


def test_without_script_the_text_of_every_kind_of_page_is_the_same(browser: Browser, address: str) -> None:
    texts: list[dict[str, str]] = []
    for script in (True, False):
        context = browser.new_context(java_script_enabled=script, viewport={"width": 1280, "height": 900})
        page = context.new_page()
        texts.append({})
        for place in KINDS:
            page.goto(f"{address}sv/{place}")
            texts[-1][place] = " ".join(page.locator("article").evaluate(TEXT).split())
        context.close()
    assert [place for place in KINDS if texts[0][place] != texts[1][place] or len(texts[1][place]) < 100] == []
