"""What is drawn stands out from what it is drawn on, light and dark (WCAG 1.4.3, 1.4.11), and says nothing by colour alone (1.4.1)."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from macros.load import load_site
from tests.workplaces import PROJECT

SITE = load_site(PROJECT)
GUIDES = tuple(guide.id for guide in SITE.guides.values() if guide.current.logic_model)
SOURCE = SITE.source_language.id


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("guide", GUIDES)
def test_words_and_lines_of_a_diagram_stand_out(guide: str, scheme: str, browser: Browser, address: str) -> None:
    """Words 4.5:1, arrows, outlines and pictures 3:1, each with the ground that is painted under it."""
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    page.goto(f"{address}{SOURCE}/{guide}/logiikkamalli/")
    measured = page.evaluate(CONTRASTS)
    context.close()
    assert {kind for kind, *_ in measured} >= {"text", "arrow", "box"}
    least = {"text": 4.5, "arrow": 3, "box": 3, "icon": 3}
    assert [entry for entry in measured if entry[1] < least[entry[0]]] == []


@pytest.mark.parametrize("guide", GUIDES)
def test_without_colours_the_kinds_of_boxes_and_the_sides_differ(guide: str, browser: Browser, address: str) -> None:
    """Core elements are numbered, what is conditional is dashed, and boxes of the two sides have corners of their own."""
    page = browser.new_page()
    page.goto(f"{address}{SOURCE}/{guide}/logiikkamalli/")
    found = page.evaluate(SHAPES)
    page.close()
    assert found["elements"] == found["numbered"] > 0
    assert found["conditional"] == found["dashed"]
    assert len(found["corners"]) == len(set(found["corners"].values())) > 0


CONTRASTS = """() => {
  const numbers = colour => colour.match(/[\\d.]+/g).map(Number);
  const light = ([red, green, blue]) => [red, green, blue].map(part => part / 255)
    .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
  const contrast = (one, other) => {
    const [dark, bright] = [light(numbers(one)), light(numbers(other))].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  };
  const paper = getComputedStyle(document.body).backgroundColor;
  const measured = [];
  for (const svg of document.querySelectorAll(".diagram-wide svg.dgm")) {
    const painted = [...svg.querySelectorAll(".dgm-panel, .dgm-box, .dgm-mark")];
    const ground = (element, x, y) => painted.filter(shape => shape !== element
      && shape.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING).reverse().find(shape => {
        const box = shape.getBoundingClientRect();
        return box.left <= x && x <= box.right && box.top <= y && y <= box.bottom;
      });
    const under = (element, x, y) => {
      const shape = ground(element, x, y);
      return shape ? getComputedStyle(shape).fill : paper;
    };
    for (const [kind, selector, paint] of [["text", "text", "fill"], ["arrow", ".dgm-arrow", "stroke"],
        ["icon", ".dgm-icon", "stroke"], ["icon", ".dgm-sign", "fill"], ["box", ".dgm-box:not(.dgm-frame)", "stroke"]]) {
      for (const element of svg.querySelectorAll(selector)) {
        const box = element.getBoundingClientRect();
        const colour = getComputedStyle(element)[paint];
        const other = under(element, box.left + box.width / 2, box.top + box.height / 2);
        measured.push([kind, contrast(colour, other), colour, other, element.outerHTML.slice(0, 80)]);
      }
    }
  }
  return measured;
}"""

SHAPES = """() => {
  const svg = document.querySelector(".diagram-wide svg.dgm");
  const boxes = [...svg.querySelectorAll("[id] .dgm-box")];
  const of = kind => boxes.filter(box => box.classList.contains(kind));
  const corners = {};
  for (const box of boxes.filter(box => !box.classList.contains("dgm-frame"))) {
    const side = [...box.classList].find(name => name.startsWith("dgm-side-"));
    corners[side] = box.tagName + (box.getAttribute("rx") ? " round" : "");
  }
  return {
    elements: of("dgm-element").length,
    numbered: of("dgm-element").filter(box => /^\\d/.test(box.parentElement.querySelector("text").textContent)).length,
    conditional: of("dgm-conditional").length,
    dashed: boxes.filter(box => box.getAttribute("stroke-dasharray")).length,
    corners,
  };
}"""
