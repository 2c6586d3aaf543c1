/* Material for MkDocs puts the button that copies a block of code into a navigation of its own. A screen reader would list each of
   them among the parts of the page, without a name. */
(function () {
  "use strict";

  const within = document.querySelector("article");
  if (!within?.querySelector("pre > code")) {
    return;
  }
  const unlist = () => {
    for (const part of within.querySelectorAll("nav.md-code__nav:not([role])")) {
      part.setAttribute("role", "presentation");
    }
  };
  new MutationObserver(unlist).observe(within, { childList: true, subtree: true });
  unlist();
})();
