/* A table, a drawing or an example of code that is wider than its place scrolls inside its frame. The keyboard must be able to go there:
   only then the arrow keys can scroll it. Each frame is named by the heading above it; one that need not scroll is left alone. */
(function () {
  "use strict";

  const SCROLLING = ".md-typeset__scrollwrap, .md-typeset__table > table, .diagram, pre > code";
  const article = document.querySelector("article");
  if (!article) {
    return;
  }

  function update(frame) {
    const scrolls = frame.scrollWidth > frame.clientWidth && getComputedStyle(frame).overflowX !== "visible";
    if (scrolls) {
      frame.setAttribute("tabindex", "0");
      if (frame.tagName !== "TABLE") {
        frame.setAttribute("role", "group");
        frame.setAttribute("aria-labelledby", headingAbove(frame));
      }
    } else {
      frame.removeAttribute("tabindex");
      frame.removeAttribute("role");
      frame.removeAttribute("aria-labelledby");
    }
  }

  function headingAbove(frame) {
    let found = article.querySelector("h1");
    for (const heading of article.querySelectorAll(":is(h2, h3, h4)[id]")) {
      if (heading.compareDocumentPosition(frame) & Node.DOCUMENT_POSITION_FOLLOWING) {
        found = heading;
      }
    }
    found.id ||= "page-title";
    return found.id;
  }

  const sizes = new ResizeObserver((entries) => entries.forEach((entry) => update(entry.target)));
  const watch = () => article.querySelectorAll(SCROLLING).forEach((frame) => sizes.observe(frame));
  new MutationObserver(watch).observe(article, { childList: true, subtree: true }); // Material puts the frames around the tables
  watch();
  // Letters of another typeface can be wider, and then nothing but the content of a frame has grown.
  document.fonts.ready.then(() => article.querySelectorAll(SCROLLING).forEach(update));
})();
