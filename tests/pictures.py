"""The pictures in the authors' pages, taken of what they show: ``make pictures`` takes them anew.

A preview of the real content with a mistake in it, as an author meets it in each language.
"""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser

from macros.load import load_site
from macros.model import Language
from tests.built import workplace
from tests.chromium import chromium
from tests.scripts.test_preview import OURS, preview, when_shown
from tests.workplaces import PROJECT

NAME = "tekijoille/esikatselu.png"
COLOURS = 64
"""Of the palette the pictures are kept with; the screen shows hardly more."""
MISTAKE = "\nTHL  2023.\n"
TOLD = "[double-space]"


def main() -> None:
    """Take the picture of each language."""
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        root = workplace(Path(folder) / "work")
        site = load_site(root)
        for language in site.built_languages:
            take(browser, root, language, PROJECT / "docs" / language.id / NAME)


def take(browser: Browser, root: Path, language: Language, to: Path) -> None:
    """Make a mistake on a page, and take a picture of the preview that tells of it."""
    page = root / "docs" / language.id / "etsiva-sosiaalityo/tulokset.md"
    good = page.read_text(encoding="utf-8")
    page.write_text(good + MISTAKE, encoding="utf-8")
    command = [*OURS, "--lang", language.id, "--messages", language.id]
    with preview(root, command) as address:
        when_shown(f"{address}etsiva-sosiaalityo/tulokset/", TOLD)
        context = browser.new_context(viewport={"width": 900, "height": 460}, device_scale_factor=1.5)
        screen = context.new_page()
        screen.goto(f"{address}etsiva-sosiaalityo/tulokset/")
        shot = Image.open(io.BytesIO(screen.screenshot()))
        context.close()
    page.write_text(good, encoding="utf-8")
    shot.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(to, optimize=True)


if __name__ == "__main__":
    main()
