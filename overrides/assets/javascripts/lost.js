/* The page that hosts show where there is no page: where this script was found tells where the site stands, however deep the
   address and under whatever path. It puts on the look, mends the links, shows the language of the address alone, and offers
   a search for the words of the address. Without it, all languages are there to read. */
(function () {
  "use strict";

  const page = document.documentElement;
  if (page.dataset.found) {
    return; // it has been found nearer by
  }
  page.dataset.found = "yes";
  const own = new URL("../../", document.currentScript.src); // the folder of the language that the script belongs to
  const parts = [...document.querySelectorAll("section[data-language]")];
  const home = (part) => (parts.length > 1 ? new URL(`../${part.dataset.language}/`, own) : own);

  for (const name of ["fonts", "alone", "lost"]) {
    const sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = new URL(`assets/stylesheets/${name}.css`, own);
    document.head.append(sheet);
  }

  const mine = parts.find((part) => location.pathname.startsWith(home(part).pathname));
  if (mine && parts.length > 1) {
    parts.filter((part) => part !== mine).forEach((part) => part.remove());
    page.lang = mine.dataset.language;
    document.title = mine.querySelector("h1").textContent;
  }

  const words = sought();
  for (const part of mine ? [mine] : parts) {
    for (const link of part.querySelectorAll("a")) {
      link.href = new URL(link.getAttribute("href").slice(part.dataset.base.length) || ".", home(part));
    }
    if (words) {
      const link = document.createElement("a");
      const search = new URL(home(part));
      search.searchParams.set("q", words);
      link.href = search;
      link.textContent = words;
      const line = document.createElement("p");
      line.className = "lost-search";
      line.append(`${part.dataset.search} `, link);
      part.querySelector("ul").before(line);
    }
  }

  /* The words of the address' last part: of /fi/tausta/ydin-elementit.html "ydin elementit". */
  function sought() {
    let path = mine ? location.pathname.slice(home(mine).pathname.length) : "";
    try {
      path = decodeURIComponent(path);
    } catch {
      // Not what an address should be: its letters are taken as they stand.
    }
    const last = path.split("/").filter((name) => name && !/^index\./.test(name)).pop() || "";
    return last.replace(/\.[a-z0-9]{2,5}$/i, "").match(/\p{L}{2,}/gu)?.join(" ") ?? "";
  }
})();
