/* On a page that a search has led to, the words that were found are marked. */
(function () {
  "use strict";

  const asked = new URLSearchParams(location.search).get("h");
  if (!asked) {
    return;
  }
  const words = new Set(asked.toLowerCase().split(" ").slice(0, 20));

  addEventListener("DOMContentLoaded", () => {
    const content = document.querySelector("article");
    const walker = document.createTreeWalker(content ?? document.body, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement.closest("script, style, svg, mark, code") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    const nodes = [];
    while (walker.nextNode()) {
      nodes.push(walker.currentNode);
    }
    for (const node of nodes) {
      const found = siteSearch.tokens.found(node.data).filter(({ word }) => words.has(word));
      for (const { start, end } of found.reverse()) {
        const range = document.createRange();
        range.setStart(node, start);
        range.setEnd(node, end);
        range.surroundContents(document.createElement("mark"));
      }
    }
  });
})();
