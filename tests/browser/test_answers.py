"""Someone who knows nothing of the project finds the answers: two clicks from the front page, in each language."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from macros.load import load_site
from macros.model import Language
from tests.workplaces import PROJECT

SITE = load_site(PROJECT)
OUTREACH = SITE.guides["etsiva-sosiaalityo"]
LANGUAGES = SITE.built_languages


def label(id_: str) -> Callable[[str], list[str]]:
    return lambda language: [SITE.labels[id_][language]]


def core_elements(language: str) -> list[str]:
    return [element.label[language] for element in OUTREACH.elements]


def first_elements(language: str) -> list[str]:
    first = OUTREACH.edition("2022-02")
    assert first
    return [element.label[language] for element in first.core_elements]


def avain_forms(language: str) -> list[str]:
    return [form.name[language] for form in SITE.instruments["avain"].forms]


def official_publications(language: str) -> list[str]:
    return [reference.custom.urn for reference in SITE.references.values() if reference.custom.urn]


QUESTIONS: dict[str, tuple[tuple[str, ...], Callable[[str], list[str]]]] = {
    "what are the core elements of outreach": (("etsiva-sosiaalityo/ydinelementit/",), core_elements),
    "the same by way of the guide": (("etsiva-sosiaalityo/", "ydinelementit/"), core_elements),
    "what happened to each of the ten first ones": (("etsiva-sosiaalityo/versiot/#ledger",), first_elements),
    "which form of AVAIN does my area use": (("arviointi/avain/",), avain_forms),
    "what may I leave out": (
        ("tausta/ohjelmateoria/#leave-out",),
        lambda language: [SITE.terms["core-element"].term[language]],
    ),
    "what is known, what only assumed: outreach": (("etsiva-sosiaalityo/tulokset/",), label("status-hypothesis")),
    "what is known: social rehabilitation": (("sosiaalinen-kuntoutus/tulokset/",), label("status-observed")),
    "what is known: low threshold": (("matalan-kynnyksen-sosiaalityo/tulokset/",), label("unknown")),
    "where is the official publication": (("tausta/julkaisut/#official",), official_publications),
}
"""For each question the links to click, one after the other, and what must then be read."""


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.id)
def test_an_answer_is_two_clicks_away(question: str, language: Language, page: Page, address: str) -> None:
    clicks, wanted = QUESTIONS[question]
    assert len(clicks) <= 2
    page.goto(f"{address}{language.id}/")
    for href in clicks:
        page.locator(f'article a[href$="{href}"]').first.click()
        page.wait_for_url(f"**/{href}")
    texts = wanted(language.id)
    assert texts
    for text in texts:
        expect(page.locator("article")).to_contain_text(text, ignore_case=True)
