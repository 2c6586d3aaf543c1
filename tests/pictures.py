"""The pictures in the authors' pages, taken of what they show: ``make pictures`` takes them anew.

Each shows the real content as an author, a translator or a publication officer meets it, in each language.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page

from macros.load import load_site
from macros.model import Language, Site
from tests.built import workplace
from tests.chromium import chromium
from tests.scripts.test_preview import OURS, preview, when_shown
from tests.workplaces import PROJECT

PREVIEW, NOTICE, SUMMARY = "esikatselu.png", "huomautus.png", "yhteenveto.png"
GUIDE = "etsiva-sosiaalityo"
COLOURS = 64
"""Of the palette the pictures are kept with; the screen shows hardly more."""
MISTAKE = "\nTHL  2023.\n"
TOLD = "[double-space]"
SECTION = "outcomes"
"""Of the page of results: its translation is made to lag."""
HEADER = 70
"""Pixels of the bar at the top, under which nothing is to be hidden."""


def main() -> None:
    """Take the pictures of each language."""
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        root = workplace(Path(folder) / "work")
        site = load_site(root)
        subprocess.run([sys.executable, "-m", "scripts", "package", "--guide", GUIDE], cwd=root, check=True)
        for language in site.built_languages:
            to = PROJECT / "docs" / language.id / "tekijoille"
            _preview(browser, root, language, to / PREVIEW)
            _notice(browser, root, _translated(site, language), to / NOTICE)
            _summary(browser, root, language, to / SUMMARY)


def _preview(browser: Browser, root: Path, language: Language, to: Path) -> None:
    """A mistake on a page, and the preview that tells of it."""
    path = root / "docs" / language.id / GUIDE / "tulokset.md"
    good = path.read_text(encoding="utf-8")
    path.write_text(good + MISTAKE, encoding="utf-8")
    with preview(root, [*OURS, "--lang", language.id, "--messages", language.id]) as address:
        when_shown(f"{address}{GUIDE}/tulokset/", TOLD)
        screen = _screen(browser, 460)
        screen.goto(f"{address}{GUIDE}/tulokset/")
        _keep(screen, to)
    path.write_text(good, encoding="utf-8")


def _notice(browser: Browser, root: Path, language: Language, to: Path) -> None:
    """A section whose source has changed, as readers see its translation."""
    path = root / "docs" / load_site(root).source_language.id / GUIDE / "tulokset.md"
    good = path.read_text(encoding="utf-8")
    heading, rest = good.split(f"{{ #{SECTION} }}\n", 1)
    path.write_text(f"{heading}{{ #{SECTION} }}\n\nTHL.{rest}", encoding="utf-8")
    with preview(root, [*OURS, "--lang", language.id]) as address:
        when_shown(f"{address}{GUIDE}/tulokset/", "</html>")
        screen = _screen(browser, 330)
        screen.goto(f"{address}{GUIDE}/tulokset/")
        screen.locator(f"#{SECTION}").evaluate(f"heading => window.scrollTo(0, heading.offsetTop - {HEADER})")
        _keep(screen, to)
    path.write_text(good, encoding="utf-8")


def _summary(browser: Browser, root: Path, language: Language, to: Path) -> None:
    """What the publication officer reads of a package."""
    screen = _screen(browser, 700)
    screen.goto((root / f"dist/julkari/{GUIDE}.{language.id}.html").as_uri())
    _keep(screen, to)


def _translated(site: Site, language: Language) -> Language:
    """The language itself, or another one if it is the one that the others are translated from."""
    others = [other for other in site.built_languages if other.id != site.source_language.id]
    return language if language in others else others[0]


def _screen(browser: Browser, height: int) -> Page:
    """An empty window."""
    return browser.new_page(viewport={"width": 900, "height": height}, device_scale_factor=1.5, reduced_motion="reduce")


def _keep(screen: Page, to: Path) -> None:
    """Keep what a window shows, and close it."""
    shot = Image.open(io.BytesIO(screen.screenshot(animations="disabled")))
    screen.close()
    shot.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(to, optimize=True)


if __name__ == "__main__":
    main()
