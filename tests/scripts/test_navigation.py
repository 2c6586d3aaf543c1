"""The order of the pages comes from mkdocs.yml."""

from __future__ import annotations

from scripts.check import check
from scripts.navigation import page_order
from tests.workplaces import PROJECT


def test_every_page_has_a_place_in_the_navigation() -> None:
    pages = check(PROJECT).pages
    assert sorted(page_order(PROJECT)) == sorted(pages["fi"]) == sorted(pages["sv"])


def test_a_guide_begins_with_its_overview() -> None:
    order = page_order(PROJECT)
    assert order[0] == "index.md"
    assert order.index("etsiva-sosiaalityo/index.md") < order.index("etsiva-sosiaalityo/ydinelementit.md")
