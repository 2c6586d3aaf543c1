/* The search box: as long as nobody searches, nothing of the index is fetched. */
addEventListener("DOMContentLoaded", () => {
  "use strict";

  const box = document.querySelector("[data-search]");
  if (!box) {
    return;
  }
  const input = box.querySelector("input[name=query]");
  const toggle = document.getElementById("__search");
  const labels = JSON.parse(box.dataset.search);
  const PAUSE = 60; // milliseconds without a key before a search begins
  let engine = null; // {answer, view}, promised
  let asked = 0;

  function start() {
    if (!engine) {
      engine = siteSearch
        .load("index")
        .then(() => siteSearch.load("engine"))
        .then(async () => ({ answer: await siteSearch.answering(), view: siteSearch.view(box, labels) }));
      engine.catch(() => (engine = null)); // so that the next key tries again
    }
    return engine;
  }

  function failed() {
    const note = box.querySelector("[data-search-notes]");
    const map = document.createElement("a");
    map.href = box.dataset.searchMap;
    map.textContent = labels.map;
    note.replaceChildren(labels.failed + " ", map);
    box.querySelector("[data-search-status]").textContent = labels.failed;
  }

  function remember(query) {
    const url = new URL(location.href);
    query ? url.searchParams.set("q", query) : url.searchParams.delete("q");
    try {
      history.replaceState(history.state, "", url);
    } catch {
      // A page opened from a folder may not change its address.
    }
  }

  function ask(text) {
    input.value = text;
    input.focus();
    search();
  }

  async function search() {
    const mine = ++asked;
    const query = input.value.trim();
    remember(query);
    try {
      const { answer, view } = await start();
      if (mine !== asked) {
        return;
      }
      if (!query) {
        view.empty();
        return;
      }
      await new Promise((done) => setTimeout(done, PAUSE));
      const found = mine === asked && (await answer(query, () => mine === asked));
      if (!found) {
        return; // more was typed meanwhile
      }
      await view.show(query, found, () => mine === asked, ask);
    } catch {
      if (mine === asked) {
        failed();
      }
    }
  }

  const links = () => [...box.querySelectorAll("[data-search-answer] a, .search-more")].filter((link) => link.offsetParent);

  function move(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const all = links();
    const now = all.indexOf(document.activeElement);
    if (event.key === "Escape") {
      toggle.checked = false;
      input.blur();
    } else if (step && all.length && (now >= 0 || document.activeElement === input)) {
      event.preventDefault();
      now + step < 0 ? input.focus() : all[Math.min(now + step, all.length - 1)].focus();
    } else if (event.key === "Enter" && document.activeElement === input) {
      event.preventDefault();
      all[0]?.click();
    }
  }

  input.addEventListener("focus", () => {
    toggle.checked = true;
    start().catch(failed);
  });
  input.addEventListener("input", search);
  box.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
  box.querySelector("form").addEventListener("reset", () => setTimeout(() => ask("")));
  box.querySelector("select").addEventListener("change", search);
  box.addEventListener("keydown", move);
  toggle.addEventListener("change", () => toggle.checked && input.focus());
  box.addEventListener("focusout", ({ relatedTarget: next }) => {
    if (next && next !== toggle && !box.contains(next)) {
      toggle.checked = false; // the keyboard has gone on to the page, which must not lie under the search
    }
  });
  addEventListener("keydown", (event) => {
    // Never a letter alone: whoever speaks to the computer would press it without knowing (WCAG 2.1.4).
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key === "k") {
      event.preventDefault();
      toggle.checked = true;
      input.focus();
      input.select();
    }
  });

  const given = new URLSearchParams(location.search).get("q");
  if (given) {
    ask(given);
  }
});
