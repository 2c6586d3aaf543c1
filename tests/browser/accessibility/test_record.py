"""The record the accessibility statement is made of fits the site."""

from __future__ import annotations

import pytest
import yaml

from macros.load import load_site
from macros.model import Accessibility, accessibility
from tests.browser.accessibility import record
from tests.browser.accessibility.axe import VARIANTS, Finding
from tests.workplaces import PROJECT

SITE = load_site(PROJECT)
FOUND = [
    Finding(
        "image-alt",
        ("1.1.1",),
        "Images must have alternative text",
        sure=True,
        place=place,
        variant=VARIANTS[0],
        target="img",
        why="",
    )
    for place in ("sv/", "", "sv/")
]


def recorded() -> accessibility.Tested:
    """The last run; without one the statement says that nothing was tested, and there is nothing to hold it to."""
    if SITE.accessibility.tested is None:
        pytest.skip("not tested yet: make accessibility")
    return SITE.accessibility.tested


def test_every_page_there_is_has_been_tested() -> None:
    """After pages were added: ``make accessibility`` tests all of them and writes the record anew."""
    assert recorded().pages == {language.id: len(SITE.addresses) for language in SITE.built_languages}


def test_no_fault_is_recorded() -> None:
    assert [fault.rule for fault in recorded().faults] == []


def test_the_file_is_as_it_was_written() -> None:
    assert (PROJECT / record.PATH).read_text(encoding="utf-8") == record.text(SITE.accessibility)


def test_faults_are_gathered_by_their_rule_and_pages_counted_by_language() -> None:
    latest = record.run("2026-03-02", "4.12.1", "Chromium 150", ["", "fi/", "sv/", "sv/tietoa/", "sv/404.html"], FOUND)
    assert latest.pages == {"fi": 1, "sv": 2}
    assert [(fault.rule, fault.criteria, fault.pages) for fault in latest.faults] == [
        ("image-alt", ("1.1.1",), ("/", "sv/"))
    ]
    again = Accessibility.model_validate(yaml.safe_load(record.text(Accessibility(tested=latest))))
    assert again.tested == latest
