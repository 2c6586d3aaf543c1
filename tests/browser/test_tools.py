"""The tools that ask something of the reader: driven by keyboard, on a phone, and without script."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from playwright.sync_api import Browser, Locator, Page, expect

from macros.load import load_site
from scripts.api.contents import datasets
from scripts.api.schema import schema_of
from tests.workplaces import PROJECT

SITE = load_site(PROJECT)
LANGUAGES = tuple(language.id for language in SITE.built_languages)
CHOOSER = "tyokalut/mittarin-valinta/"
GUIDE = SITE.guides["etsiva-sosiaalityo"]
CHECK = f"tyokalut/tarkistus/{GUIDE.id}/"
PRELIMINARY = "sosiaalinen-kuntoutus"


def label(id_: str, language: str = "fi") -> str:
    return SITE.labels[id_][language]


def means(step: str, language: str = "fi") -> str:
    """What follows from an answer."""
    found = next(option for option in SITE.forms["fidelity-check"].answers if option.id == step)
    assert found.means
    return found.means[language]


def form_of(id_: str, language: str = "fi") -> str:
    form = SITE.instruments["avain"].form(id_)
    assert form
    return form.name[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_chooser_leads_by_keyboard_to_the_form_of_the_rule(language: str, page: Page, address: str) -> None:
    page.goto(f"{address}{language}/{CHOOSER}")
    chooser = page.locator(".chooser")
    chooser.get_by_role("radio").first.focus()
    page.keyboard.press("Space")  # social rehabilitation
    page.keyboard.press("Enter")
    expect(chooser.get_by_role("group")).to_contain_text("2021")
    expect(chooser.get_by_role("radio").first).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")  # round and back: no
    page.keyboard.press("Enter")
    expect(chooser.get_by_role("status")).to_have_text(
        f"{label('chooser-said', language)} {form_of('interview', language)}."
    )
    expect(chooser.locator(".chooser-outcome:focus")).to_contain_text("2021")
    assert page.url.endswith("#avain-sosiaalinen-kuntoutus-no")
    chooser.locator(".chooser-outcome:visible a").last.click()
    assert page.url.endswith("#form-interview")


def test_the_chooser_goes_back_with_its_answers_and_starts_again_without(page: Page, address: str) -> None:
    page.goto(f"{address}fi/{CHOOSER}#avain-sosiaalinen-kuntoutus-yes")
    chooser = page.locator(".chooser")
    expect(chooser.locator(".chooser-outcome:visible")).to_contain_text(form_of("measure"), ignore_case=True)
    chooser.get_by_role("button", name=label("chooser-back")).click()
    expect(chooser.get_by_role("radio", name=label("chooser-yes"))).to_be_checked()
    page.go_back()
    expect(chooser.locator(".chooser-outcome:visible")).to_have_count(1)
    chooser.get_by_role("button", name=label("chooser-again")).click()
    expect(chooser.get_by_role("radio")).to_have_count(len(SITE.guides))
    expect(chooser.get_by_role("radio", checked=True)).to_have_count(0)


def test_the_chooser_says_that_an_answer_is_missing(page: Page, address: str) -> None:
    page.goto(f"{address}fi/{CHOOSER}")
    chooser = page.locator(".chooser")
    chooser.get_by_role("button", name=label("chooser-next")).click()
    expect(chooser.get_by_role("status")).to_have_text(label("chooser-missing"))
    expect(chooser.get_by_role("group")).to_have_accessible_description(label("chooser-missing"))
    expect(chooser.get_by_role("radio").first).to_be_focused()


def test_without_script_the_chooser_is_questions_with_links_to_the_same_places(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}fi/{CHOOSER}")
    for step in ("avain", "avain-sosiaalinen-kuntoutus"):
        page.locator(f"#{step} li").last.locator("a").click()
    page.locator("#avain-sosiaalinen-kuntoutus-no a").last.click()
    assert page.url.endswith("#form-interview")
    expect(page.locator("#avain-matalan-kynnyksen-sosiaalityo")).to_contain_text(form_of("interview"), ignore_case=True)
    expect(page.locator(".chooser-caution")).to_contain_text("2022")
    expect(page.locator("table")).to_be_visible()
    context.close()


def opened(page: Page, address: str, language: str = "fi", model: str = GUIDE.id) -> Locator:
    """The self-check of a model."""
    page.goto(f"{address}{language}/tyokalut/tarkistus/{model}/")
    return page.locator(".self-check")


def group(check: Locator, step: str) -> Locator:
    """A part of the summary."""
    return check.locator(f'.self-check-group[data-step="{step}"]')


def answers(check: Locator, element: int) -> Locator:
    return check.locator(".self-check-element").nth(element).get_by_role("radio")


def file_of(**changed: Any) -> dict[str, Any]:
    """What the tool saves, with something changed in it."""
    first, second = (element.id for element in GUIDE.elements[:2])
    question = GUIDE.elements[0].questions[0].id
    given = {
        first: {"step": "adapted", "note": "Kylät <b>puuttuvat</b>", "questions": {question: "not-carried-out"}},
        second: {"step": "partly", "note": "", "questions": {}},
    }
    about = {"team": "Tiimi", "date": "2026-03-01"}
    whole = {"format": "self-check", "version": 1, "model": GUIDE.id, "edition": GUIDE.current.id}
    return {**whole, "about": about, "answers": given, **changed}


def offer(page: Page, check: Locator, content: bytes, name: str = "vastaukset.json") -> None:
    """Open a file in the tool."""
    with page.expect_file_chooser() as chooser:
        check.get_by_role("button", name=label("check-import")).click()
    chooser.value.set_files({"name": name, "mimeType": "application/json", "buffer": content})


def test_the_self_check_says_by_keyboard_which_omission_endangers_the_effect(page: Page, address: str) -> None:
    check = opened(page, address)
    answers(check, 1).first.focus()
    page.keyboard.press("ArrowUp")  # from the first answer round to the last: not carried out
    expect(check.locator(".self-check-element").nth(1).get_by_role("status")).to_have_text(means("not-carried-out"))
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_contain_text(label("check-clear"))
    page.keyboard.press("Tab")
    page.keyboard.type("Nimetöntä ohjausta ei ole.")
    told = group(check, "not-carried-out")
    expect(told.get_by_role("listitem")).to_have_count(1)
    expect(told).to_contain_text(GUIDE.elements[1].label["fi"])
    expect(told).to_contain_text("Nimetöntä ohjausta ei ole.")
    expect(told).to_contain_text(means("not-carried-out"))
    expect(check.locator('.self-check-summary a[href*="#ref-"]').first).to_be_visible()  # the source that says so
    for step in ("as-described", "adapted", "partly"):
        expect(group(check, step)).to_be_hidden()
    expect(group(check, "").get_by_role("listitem")).to_have_count(len(GUIDE.elements) - 1)
    told.get_by_role("link", name=GUIDE.elements[1].label["fi"]).press("Enter")
    assert page.url.endswith(f"#{GUIDE.elements[1].id}")
    page.keyboard.press("Shift+Tab")
    check.get_by_role("button", name=label("check-clear")).press("Enter")
    expect(told).to_be_hidden()


def test_answers_stay_in_the_browser_in_every_language_and_are_sent_nowhere(page: Page, address: str) -> None:
    check = opened(page, address)
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    answers(check, 0).nth(1).check()
    check.get_by_role("textbox", name=label("check-note")).first.fill("Vain keskustassa")
    check.get_by_label(label("check-team")).fill("Tiimi")
    with page.expect_download():
        check.get_by_role("button", name=label("check-export")).click()
    assert [url for url in asked if not url.startswith("blob:")] == []
    again = opened(page, address, "sv")
    expect(answers(again, 0).nth(1)).to_be_checked()
    expect(again.get_by_role("textbox", name=label("check-note", "sv")).first).to_have_value("Vain keskustassa")
    expect(again.get_by_label(label("check-team", "sv"))).to_have_value("Tiimi")
    expect(opened(page, address, "fi", PRELIMINARY).get_by_role("radio", checked=True)).to_have_count(0)
    assert page.context.cookies() == []


def test_the_button_deletes_what_the_browser_keeps(page: Page, address: str) -> None:
    check = opened(page, address)
    answers(check, 0).first.check()
    kept = "Object.keys(localStorage).filter(key => key.includes('self-check')).length"
    assert page.evaluate(kept) == 1
    delete = check.get_by_role("button", name=label("check-delete"))
    page.once("dialog", lambda dialog: dialog.dismiss())
    delete.click()
    expect(answers(check, 0).first).to_be_checked()
    page.once("dialog", lambda dialog: dialog.accept())
    delete.click()
    expect(check.get_by_role("status").last).to_have_text(label("check-deleted"))
    expect(check.get_by_role("radio", checked=True)).to_have_count(0)
    assert page.evaluate(kept) == 0


def test_what_is_saved_to_a_file_comes_back_from_it(page: Page, address: str, tmp_path: Path) -> None:
    check = opened(page, address)
    offer(page, check, json.dumps(file_of()).encode())
    expect(check.get_by_role("status").last).to_have_text(label("check-imported"))
    expect(group(check, "adapted")).to_contain_text("Kylät <b>puuttuvat</b>")
    question = GUIDE.elements[0].questions[0].text["fi"]
    expect(check.get_by_role("combobox", name=question)).to_have_value("not-carried-out")
    expect(group(check, "adapted").get_by_role("listitem").last).to_have_text(f"{question} ei toteudu")
    with page.expect_download() as download:
        check.get_by_role("button", name=label("check-export")).click()
    download.value.save_as(tmp_path / "file.json")
    saved = json.loads((tmp_path / "file.json").read_text(encoding="utf-8"))
    assert saved == file_of()
    published = next(one for one in datasets(SITE) if one.path == "self-check.example.json")
    Draft202012Validator(schema_of(published, "https://example.org/s.json")).validate(saved)


@pytest.mark.parametrize(
    ("content", "message", "value"),
    [
        (b"PK\x03\x04", "not-json", "vastaukset.json"),
        (b"[]", "not-ours", "vastaukset.json"),
        (json.dumps(file_of(version=2)).encode(), "newer", "2"),
        (json.dumps(file_of(model=PRELIMINARY)).encode(), "other-model", PRELIMINARY),
        (json.dumps(file_of(answers={"reaching-out": {"step": "5"}})).encode(), "broken", "answers.reaching-out.step"),
        (
            json.dumps(file_of(answers={"reaching-out": {"questions": {"voluntary": 1}}})).encode(),
            "broken",
            "answers.reaching-out.questions.voluntary",
        ),
        (json.dumps(file_of(answers={"__proto__ ": {}})).encode(), "broken", "answers.__proto__ "),
        (json.dumps(file_of(about={"date": "eilen"})).encode(), "broken", "about.date"),
        (b'"' + b"x" * 1_000_001 + b'"', "too-large", "vastaukset.json"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_bad_file_is_told_in_plain_words_and_changes_nothing(
    content: bytes, message: str, value: str, page: Page, address: str
) -> None:
    check = opened(page, address)
    answers(check, 2).nth(2).check()
    before = page.evaluate("JSON.stringify(localStorage)")
    offer(page, check, content)
    told = f"{label(f'check-{message}').replace('{}', value)} {label('check-unchanged')}"
    expect(check.get_by_role("status").last).to_have_text(told)
    expect(answers(check, 2).nth(2)).to_be_checked()
    assert page.evaluate("JSON.stringify(localStorage)") == before


def test_answers_on_another_edition_are_kept_and_told(page: Page, address: str) -> None:
    check = opened(page, address)
    gone = {"old-element": {"step": "partly", "note": "Vanha huomio"}}
    offer(page, check, json.dumps(file_of(edition="2022-02", answers=gone)).encode())
    expect(check.get_by_role("status").last).to_contain_text("2022-02")
    expect(group(check, "stray")).to_contain_text("old-element: osittain")
    expect(group(check, "stray")).to_contain_text("Vanha huomio")


def test_on_paper_stand_the_answers_and_the_notes_and_no_buttons(page: Page, address: str) -> None:
    check = opened(page, address)
    answers(check, 0).nth(1).check()
    check.get_by_role("textbox", name=label("check-note")).first.fill("Vain keskustassa")
    page.emulate_media(media="print")
    element = check.locator(".self-check-element").first
    expect(element.get_by_text("Vain keskustassa")).to_be_visible()
    expect(element.locator(".tool-option:visible")).to_have_text("mukautettuna")
    expect(check.locator(".self-check-element").nth(1).locator(".tool-option:visible")).to_have_count(4)
    for hidden in ("button", "textarea", "select", "input[type=text]"):
        expect(check.locator(f"{hidden}:visible")).to_have_count(0)


def test_the_self_check_of_preliminary_elements_says_so(page: Page, address: str) -> None:
    check = opened(page, address, "fi", PRELIMINARY)
    elements = check.locator(".self-check-element")
    expect(elements.locator(".edition-preliminary")).to_have_count(len(SITE.guides[PRELIMINARY].elements))
    expect(check.locator(".self-check-summary")).to_contain_text(label("edition-note-preliminary"))


def test_without_script_the_self_check_is_a_list_to_answer_on_paper(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    check = opened(context.new_page(), address)
    for element in GUIDE.elements:
        place = check.locator(f'[data-element="{element.id}"]')
        for question in element.questions:
            expect(place).to_contain_text(question.text["fi"])
        expect(place.locator(".self-check-answer li")).to_have_count(4)
    expect(group(check, "not-carried-out")).to_contain_text(means("not-carried-out"))
    expect(check.locator("input, textarea, button")).to_have_count(0)
    context.close()


def test_the_tools_work_from_a_folder(page: Page, built_site: Path) -> None:
    page.goto(f"file://{built_site}/fi/{CHECK}index.html")
    check = page.locator(".self-check")
    answers(check, 0).first.check()
    page.reload()
    expect(answers(check, 0).first).to_be_checked()
    page.goto(f"file://{built_site}/fi/{CHOOSER}index.html")
    page.locator(".chooser").get_by_role("radio").nth(1).check()
    page.locator(".chooser").get_by_role("button", name=label("chooser-next")).click()
    expect(page.locator(".chooser-outcome:visible")).to_have_count(1)
