"""axe-core in the pages of the built site: what is looked at, in which variants, and what it finds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import resources
from itertools import product
from pathlib import Path
from typing import Literal, NamedTuple
from urllib.parse import urljoin

from playwright.sync_api import Browser, Page

from tests.chromium import chromium

SCRIPT = resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
"""WCAG 2.2 A and AA, and what axe-core recommends beyond it: that, too, makes a page easier to use."""

Scheme = Literal["light", "dark"]
Screen = Literal["phone", "desktop"]
SIZES: dict[Screen, tuple[int, int]] = {"desktop": (1280, 900), "phone": (360, 740)}


class Variant(NamedTuple):
    """A way in which a page is seen: on a screen, in a scheme of colours."""

    screen: Screen
    scheme: Scheme

    def __str__(self) -> str:
        return f"{self.screen}, {self.scheme}"


SCREENS: tuple[Screen, ...] = ("desktop", "phone")
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
VARIANTS = tuple(Variant(screen, scheme) for screen, scheme in product(SCREENS, SCHEMES))


class Finding(NamedTuple):
    """One fault that axe-core sees, or cannot rule out.

    Attributes:
        rule: Id of axe-core's rule.
        criteria: Success criteria of WCAG the rule belongs to; none for a recommendation.
        help: What the rule asks for, in English, as axe-core has it.
        sure: Whether it is a fault; else axe-core could not tell.
        place: The page, relative to the site.
        variant: How it was seen.
        target: Selector of the element.
        why: What axe-core measured there.
    """

    rule: str
    criteria: tuple[str, ...]
    help: str
    sure: bool
    place: str
    variant: Variant
    target: str
    why: str


def places(site: Path) -> list[str]:
    """Every page a reader can meet, relative to the site: also the choice of a language and the pages for wrong addresses."""
    pages = {path.parent.relative_to(site).as_posix() + "/" for path in site.glob("*/**/index.html")}
    return sorted({"", *pages, *(path.relative_to(site).as_posix() for path in site.glob("*/404.html"))})


@contextmanager
def prepared(browser: Browser) -> Iterator[Page]:
    """A page that has axe-core in it wherever it goes, and in which nothing moves."""
    context = browser.new_context(reduced_motion="reduce")
    context.add_init_script(SCRIPT)
    yield context.new_page()
    context.close()


def findings(page: Page, address: str, place: str, variants: Sequence[Variant] = VARIANTS) -> list[Finding]:
    """Go to a page once, and look at it in each variant.

    Args:
        page: A ``prepared`` page.
        address: Where the site is served.
        place: The page, relative to the site.
        variants: How it is to be seen.

    Returns:
        What axe-core finds, in the order of the variants.
    """
    _go(page, address, place)
    page.evaluate(UNFOLD)
    found = []
    for variant in variants:
        show(page, variant)
        found += seen(page, place, variant)
    return found


def look(address: str, share: Sequence[str]) -> list[Finding]:
    """What is found on some pages in every variant, with a browser of their own: for a process of its own."""
    with chromium() as browser, prepared(browser) as page:
        return [entry for place in share for entry in findings(page, address, place)]


def _go(page: Page, address: str, place: str) -> None:
    """Go there; a page for wrong addresses looks for its files from the root of the host, wherever it is shown."""
    root = urljoin(address, "/")

    def from_root(url: str) -> bool:
        return url.startswith(root) and not url.startswith(address)

    if place.endswith("404.html"):
        page.route(from_root, lambda route: route.continue_(url=route.request.url.replace(root, address, 1)))
    page.goto(address + place)
    page.unroute(from_root)


SHOWN = "() => document.fonts.ready.then(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))"
"""Waits until the page has been drawn at its new size: its own scripts look at what then scrolls."""


def show(page: Page, variant: Variant) -> None:
    """Show the page it is on in a variant: the reader's own switch of colours is used, where there is one."""
    width, height = SIZES[variant.screen]
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(color_scheme=variant.scheme)
    page.evaluate(SWITCH, {"light": "default", "dark": "slate"}[variant.scheme])
    page.evaluate(SHOWN)


def seen(page: Page, place: str, variant: Variant) -> list[Finding]:
    """What axe-core finds in the page as it is."""
    answer = page.evaluate(RUN, [*TAGS])
    return [
        Finding(
            rule=rule["id"],
            criteria=tuple(criterion(tag) for tag in rule["tags"] if re.fullmatch(r"wcag\d{3,4}", tag)),
            help=rule["help"],
            sure=kind == "violations",
            place=place,
            variant=variant,
            target=" ".join(map(str, node["target"])),
            why=node["why"],
        )
        for kind in ("violations", "incomplete")
        for rule in answer[kind]
        for node in rule["nodes"]
    ]


def criterion(tag: str) -> str:
    """The number of a success criterion from axe-core's tag: ``wcag1411`` is 1.4.11."""
    digits = tag.removeprefix("wcag")
    return f"{digits[0]}.{digits[1]}.{digits[2:]}"


def version(page: Page) -> str:
    """The version of axe-core in a ``prepared`` page."""
    return str(page.evaluate("axe.version"))


def told(found: Sequence[Finding]) -> list[str]:
    """Each fault once, in a line, with the first place it was seen in: for the message of a test."""
    lines: dict[tuple[str, str], str] = {}
    for entry in found:
        line = f"{entry.rule} at {entry.target} ({entry.place or '/'}; {entry.variant}): {entry.why}"
        lines.setdefault((entry.rule, entry.target), line)
    return list(lines.values())


UNFOLD = "() => document.querySelectorAll('details').forEach(details => { details.open = true; })"
"""What is folded up is not on the screen, and would not be looked at."""

SWITCH = """scheme => {
  const input = document.querySelector(`input[data-md-color-scheme="${scheme}"]`);
  if (input) {
    input.click();
    if (document.body.dataset.mdColorScheme !== scheme) throw new Error("the switch of colours does nothing");
  }
  // axe-core cannot see through a gradient; this one only shades the edges of tables that can be scrolled.
  document.querySelectorAll(".md-typeset__scrollwrap").forEach(frame => { frame.style.backgroundImage = "none"; });
}"""

RUN = """async tags => {
  const options = {resultTypes: ["violations", "incomplete"], elementRef: true, preload: false, runOnly: tags};
  const answer = await axe.run(document, options);
  // axe-core does not know what is painted under the words of a drawing: test_diagrams.py measures their contrast.
  // What is told of a part lies over the drawing, on the page's own ground.
  const drawn = (rule, node) => rule.id === "color-contrast" && node.element?.closest("svg.dgm, .path-panel");
  const why = node => [...node.any, ...node.all, ...node.none].map(check => check.message).join("; ");
  const short = rules => rules.map(rule => ({id: rule.id, help: rule.help, tags: rule.tags,
    nodes: rule.nodes.filter(node => !drawn(rule, node)).map(node => ({target: node.target, why: why(node)}))}));
  return {violations: short(answer.violations), incomplete: short(answer.incomplete)};
}"""
