"""Pictures of the key pages, to be looked at one by one: ``make look`` takes them.

Ten pages in each language, light and dark, on a phone and on a desktop, and each page as it comes out of a printer. They go to
``build/look/``, which is not kept; ``index.html`` there shows them side by side. No test judges them: a person does.
"""

from __future__ import annotations

import argparse
import sys
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext

from macros.load import load_site
from tests.chromium import chromium
from tests.workplaces import PROJECT

PAGES = {
    "front": "",
    "comparison": "vertailu/",
    "guide": "etsiva-sosiaalityo/",
    "guide-long": "matalan-kynnyksen-sosiaalityo/",
    "elements": "etsiva-sosiaalityo/ydinelementit/",
    "logic-model": "etsiva-sosiaalityo/logiikkamalli/",
    "editions": "sosiaalinen-kuntoutus/versiot/",
    "instrument": "arviointi/avain/",
    "glossary": "sanasto/",
    "downloads": "lataukset/",
}
"""Where what is looked at stands, by the name its pictures get."""
SCREENS = {"phone": (390, 844, 2), "desktop": (1280, 900, 1)}
"""Width and height in pixels, and how many of the screen's there are to one of them."""
SCHEMES = ("light", "dark")
LONGEST = 5000
"""Pixels of a page's height that are taken; below come only more of the same."""
WORKERS = 2
UNSTUCK = ".path-panel { position: static !important }"
"""What keeps to the lower edge of the screen would lie over the middle of a picture that is taller than the screen."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Take the pictures of the site that stands in ``site/``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lang", nargs="+", help="languages, all by default")
    parser.add_argument("--page", nargs="+", choices=PAGES, default=list(PAGES), help="pages, all by default")
    parser.add_argument("--site", type=Path, default=PROJECT / "site", help="the built site")
    parser.add_argument("--to", type=Path, default=PROJECT / "build/look", help="where the pictures go")
    given = parser.parse_args(arguments)
    languages = given.lang or [language.id for language in load_site(PROJECT).built_languages]
    given.to.mkdir(parents=True, exist_ok=True)
    wanted = list(product(given.page, languages))
    with served(given.site) as address, ProcessPoolExecutor(WORKERS) as workers:
        parts = [wanted[worker::WORKERS] for worker in range(WORKERS)]
        list(workers.map(take, parts, [address] * WORKERS, [given.to] * WORKERS))
    sheet = given.to / "index.html"
    sheet.write_text("\n".join(contact_sheet(given.page, languages)), encoding="utf-8")
    sys.stdout.write(f"{sheet}\n")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of a built site, served from this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def take(wanted: Sequence[tuple[str, str]], address: str, to: Path) -> None:
    """Take every picture of some pages, each given by its name and language."""
    with chromium() as browser:
        for screen, scheme in product(SCREENS, SCHEMES):
            context = _context(browser, screen, scheme)
            for name, language in wanted:
                _shoot(context, f"{address}{language}/{PAGES[name]}", to / picture(name, language, screen, scheme))
            context.close()
        context = browser.new_context()
        for name, language in wanted:
            page = context.new_page()
            page.goto(f"{address}{language}/{PAGES[name]}")
            page.pdf(path=to / paper(name, language), prefer_css_page_size=True, print_background=False)
            page.close()


def picture(name: str, language: str, screen: str, scheme: str) -> str:
    """The name of a picture's file."""
    return f"{name}.{language}.{screen}.{scheme}.jpg"


def paper(name: str, language: str) -> str:
    """The name of a printed page's file."""
    return f"{name}.{language}.pdf"


def _context(browser: Browser, screen: str, scheme: str) -> BrowserContext:
    width, height, scale = SCREENS[screen]
    return browser.new_context(
        viewport={"width": width, "height": height},
        device_scale_factor=scale,
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
    )


def _shoot(context: BrowserContext, address: str, to: Path) -> None:
    page = context.new_page()
    page.goto(address)
    page.evaluate("document.fonts.ready.then(() => null)")
    size = page.viewport_size or {"width": 0, "height": 0}
    height = min(page.evaluate("document.documentElement.scrollHeight"), LONGEST)
    clip = {"x": 0.0, "y": 0.0, "width": float(size["width"]), "height": float(height)}
    page.screenshot(path=to, full_page=True, clip=clip, type="jpeg", quality=85, style=UNSTUCK)  # type: ignore[arg-type]
    page.close()


def contact_sheet(pages: Sequence[str], languages: Sequence[str]) -> Iterator[str]:
    """The lines of a page that shows the pictures side by side."""
    yield '<!doctype html><html lang="en"><meta charset="utf-8"><title>Look</title>'
    yield "<style>body{font:14px sans-serif;background:#888}div{display:flex;gap:8px;align-items:start}"
    yield "img{height:480px;max-width:420px;object-fit:cover;object-position:top}</style>"
    for name, language in product(pages, languages):
        yield f'<h2>{escape(name)} · {escape(language)} · <a href="{escape(paper(name, language))}">paper</a></h2><div>'
        for screen, scheme in product(SCREENS, SCHEMES):
            file = escape(picture(name, language, screen, scheme))
            yield f'<a href="{file}"><img loading="lazy" src="{file}" alt="{screen}, {scheme}"></a>'
        yield "</div>"


if __name__ == "__main__":
    main()
