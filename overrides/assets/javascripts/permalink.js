/* The link beside a heading also copies its address, and says so; without this script it is a link like others. */
(function () {
  "use strict";

  const told = document.currentScript.dataset.copied;
  const status = document.createElement("div");
  status.className = "permalink-status";
  status.setAttribute("role", "status");

  addEventListener("DOMContentLoaded", () => document.body.append(status));
  addEventListener("click", (event) => {
    const link = event.target.closest?.("a.headerlink");
    if (!link || !navigator.clipboard || event.ctrlKey || event.metaKey || event.shiftKey) {
      return; // a page from a folder has no clipboard; a link to be opened elsewhere is followed, not copied
    }
    navigator.clipboard.writeText(link.href).then(() => {
      status.textContent = told;
      setTimeout(() => (status.textContent = ""), 3000);
    }, () => null);
  });
})();
