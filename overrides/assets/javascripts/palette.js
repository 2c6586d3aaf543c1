/* Puts on the colours that the reader chose, or those of the system.
   After Material for MkDocs, copyright (c) Martin Donath, MIT licence: assets/LICENSE-material.txt. */
(function () {
  "use strict";

  const chosen = __md_get("__palette")?.color;
  if (!chosen) {
    return;
  }
  let colours = chosen;
  if (chosen.media === "(prefers-color-scheme)") {
    const light = matchMedia("(prefers-color-scheme: light)").matches;
    const input = document.querySelector(`[data-md-color-media='(prefers-color-scheme: ${light ? "light" : "dark"})']`);
    const names = ["media", "scheme", "primary", "accent"];
    colours = Object.fromEntries(names.map((name) => [name, input.getAttribute("data-md-color-" + name)]));
  }
  for (const [name, value] of Object.entries(colours)) {
    document.body.setAttribute("data-md-color-" + name, value);
  }
})();
