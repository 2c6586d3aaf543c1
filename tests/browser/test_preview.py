"""A preview as an author sees it: the open page changes by itself."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.scripts.test_preview import preview, when_shown
from tests.workplaces import small_project

WAIT = 60_000
"""Milliseconds; what is tested is that it comes, not how soon."""


def test_edits_and_problems_come_to_the_open_page_and_problems_go_by_themselves(page: Page, tmp_path: Path) -> None:
    root = small_project(tmp_path / "work")
    path = root / "docs/fi/malli/ydinelementit.md"
    good = path.read_text(encoding="utf-8")
    with preview(root) as address:
        when_shown(address, "</html>")
        page.goto(f"{address}malli/ydinelementit/")
        path.write_text(f"{good}\nUusi lause.\n", encoding="utf-8")
        expect(page.get_by_text("Uusi lause.")).to_be_visible(timeout=WAIT)

        path.write_text(f"{good}\n[x](nowhere.md)\n\n{{{{ no_such() }}}}\n", encoding="utf-8")
        problems = page.get_by_role("main").get_by_role("listitem")  # the page itself cannot be shown
        expect(problems).to_have_count(2, timeout=WAIT)
        assert "docs/fi/malli/ydinelementit.md:" in problems.first.inner_text()
        assert page.locator("h1").inner_text() == "Korjattavaa: 2"

        path.write_text(f"{good}\n[x](nowhere.md)\n", encoding="utf-8")
        box = page.locator("details.to-mend")  # it can, and the list stands above it
        expect(box).to_contain_text("[dead-link]", timeout=WAIT)
        expect(page.locator(".md-content")).to_be_visible()

        path.write_text(good, encoding="utf-8")
        expect(box).to_have_count(0, timeout=WAIT)
        expect(page.locator(".md-content")).to_be_visible()
