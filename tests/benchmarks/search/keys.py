"""Typing as a reader does, and the clock in the page that tells when the answer came."""

from __future__ import annotations

import time

from playwright.sync_api import Page

BOX = "input[name=query]"
PAUSE = 0.02
"""Seconds between two keys: quicker than people type."""
CLOCK = """(() => {
  const clock = window.searchClock = {key: 0, changed: 0, answer: null, answered: 0, ready: false, asked: 0, told: 0}
  addEventListener("keydown", () => { clock.key = performance.now() }, true)
  const Plain = window.Worker
  window.Worker = class extends Plain {
    constructor(...all) {
      super(...all)
      this.addEventListener("message", ({data}) => {
        if (data?.type === 1) clock.ready = true
        if (data?.type === 3) clock.told += 1
      })
    }
    postMessage(message, ...rest) {
      if (message?.type === 2) clock.asked += 1
      super.postMessage(message, ...rest)
    }
  }
  const look = (changes) => {
    if (changes.some(({target}) => target.parentElement?.closest(".md-search-result"))) clock.changed = performance.now()
    const answer = document.querySelector("[data-search-answer]")?.dataset.searchAnswer ?? null
    if (answer !== clock.answer) Object.assign(clock, {answer, answered: performance.now()})
  }
  new MutationObserver(look).observe(document, {attributes: true, childList: true, characterData: true, subtree: true})
})()"""
"""Runs before the page's own scripts. Messages 1, 2 and 3 are those of Material's search worker: ready, query, result."""


def press(page: Page, text: str) -> None:
    """Replace what stands in the search box by a text, key by key.

    The keys are sent as the keyboard's own: playwright would put in letters such as *ä* without a key press, and
    Material's search listens to keys.
    """
    page.locator(BOX).evaluate("box => box.select()")
    session = page.context.new_cdp_session(page)
    for letter in text:
        session.send("Input.dispatchKeyEvent", {"type": "keyDown", "key": letter, "text": letter})
        session.send("Input.dispatchKeyEvent", {"type": "keyUp", "key": letter})
        time.sleep(PAUSE)
    session.detach()
