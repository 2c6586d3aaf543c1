"""Going through a page with the keyboard alone."""

from __future__ import annotations

from typing import NamedTuple

from playwright.sync_api import Page


class Stop(NamedTuple):
    """Where the keyboard is.

    Attributes:
        element: The element, as its tag, id and name.
        shown: Whether it has an outline or a ring of its own.
        free: Whether at least a part of it is on the screen and nothing lies over it.
        order: Its place among the stops; less than the last one's if it stands before that in the document.
    """

    element: str
    shown: bool
    free: bool
    order: int


def tab(page: Page, *, back: bool = False) -> Stop | None:
    """Press the tab key; returns where the keyboard then is, None outside the page."""
    page.keyboard.press("Shift+Tab" if back else "Tab")
    found = page.evaluate(WHERE)
    return Stop(**found) if found else None


def way(page: Page, most: int = 400) -> list[Stop]:
    """Every stop from where the keyboard is to the end of the page."""
    stops: list[Stop] = []
    while len(stops) < most and (stop := tab(page)):
        if stop in stops:  # round again
            break
        stops.append(stop)
    return stops


WHERE = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  // What is chosen with a switch shows the outline on its label.
  const seen = [element, element.nextElementSibling, element.closest("li, form")].filter(Boolean);
  const outlined = node => {
    const style = getComputedStyle(node);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  };
  const label = element.matches(".md-option") ? element.nextElementSibling : element;
  const parts = [0.1, 0.5, 0.9];
  const points = [...label.getClientRects()].flatMap(  // a link over two lines has two
    box => parts.flatMap(x => parts.map(y => [box.left + x * box.width, box.top + y * box.height])));
  const free = points.some(([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return top && (label.contains(top) || top.contains(label) && !top.matches("header"));
  });
  // Held against the last stop, for what is told of a part of a drawing comes and goes, and no number in the page stays.
  const last = window.lastStop;
  const gone = !last || !last.element.isConnected;
  const follows = gone || last.element.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
  const order = (last?.order ?? 0) + (follows ? 1 : -1);
  window.lastStop = {element, order};
  const name = (element.getAttribute("aria-label") || element.textContent || "").trim().replace(/\\s+/g, " ").slice(0, 40);
  return {
    element: `${element.tagName.toLowerCase()}${element.id && "#" + element.id} ${name} ${element.getAttribute("href") || ""}`.trim(),
    shown: seen.some(outlined),
    free,
    order,
  };
}"""
