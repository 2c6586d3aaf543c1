/* The answer as the reader sees it. All text is put in as text, never as HTML. */
siteSearch.view = function (box, labels) {
  "use strict";

  const AT_ONCE = 10; // pages shown before more are asked for
  const TOLD = 3; // pages whose texts are read before the answer is shown
  const output = box.querySelector("[data-search-answer]");
  const status = box.querySelector("[data-search-status]");
  const list = output.querySelector("ol");
  const notes = output.querySelector("[data-search-notes]");
  const filter = output.querySelector("select");

  function made(tag, name, ...content) {
    const element = document.createElement(tag);
    if (name) {
      element.className = name;
    }
    element.append(...content);
    return element;
  }

  function address(page, anchor, words) {
    const url = new URL(page + siteSearch.file, siteSearch.home);
    if (words.length) {
      url.searchParams.set("h", words.join(" "));
    }
    url.hash = anchor;
    return url.href;
  }

  /* One page, by its title alone; `tell` adds what was found on it. */
  function item(found, shown) {
    const link = made("a", "md-search-result__link");
    link.href = address(found.address, "", []);
    link.dataset.searchPage = found.address;
    link.append(siteSearch.teaser.fill(made("span", "search-title"), found.title, shown, true));
    const entry = made("li", "md-search-result__item", link);
    entry.tell = () => {
      entry.tell = () => null;
      return tell(entry, link, found, shown);
    };
    return entry;
  }

  /* The page's first words or its sections that were found, read from its texts. */
  async function tell(entry, page, found, shown) {
    const texts = await siteSearch.load("texts/" + found.page);
    const teaser = (number) => siteSearch.teaser.fill(made("p", "search-teaser"), texts[number][2], shown, false);
    const target = (number) => {
      const [anchor, title, text] = texts[number];
      const words = [...new Set(siteSearch.tokens.found(title + " " + text).map(({ word }) => word))].filter((word) => shown.has(word));
      return address(found.address, anchor, words.slice(0, 12));
    };
    const [first] = found.sections;
    page.href = target(first);
    if (first === 0) {
      page.append(teaser(0));
    }
    const sections = found.sections.filter((number) => number > 0).map((number) => {
      const link = made("a", "md-search-result__link", siteSearch.teaser.fill(made("span", "search-section"), texts[number][1], shown, true));
      link.href = target(number);
      link.append(teaser(number));
      return made("li", "", link);
    });
    if (sections.length) {
      entry.append(made("ul", "search-sections", ...sections));
    }
  }

  /* What was found on a page is read when the reader comes near it. */
  const near = new IntersectionObserver(
    (entries) => entries.filter((entry) => entry.isIntersecting).forEach((entry) => {
      near.unobserve(entry.target);
      entry.target.tell().catch(() => null);
    }),
    { root: box.querySelector(".md-search__scrollwrap"), rootMargin: "100px" },
  );

  function say(text) {
    status.textContent = text;
  }

  function counted(number) {
    return number === 1 ? labels.one : labels.many.replace("{n}", String(number));
  }

  /* Other languages in which a name was given: links to their glossaries. */
  function others(foreign) {
    return foreign.map(({ language, term }) => {
      const link = made("a", "", labels.languages[language].text);
      link.href = new URL(`../${language}/${labels.glossary}${siteSearch.file}#term-${term}`, siteSearch.home).href;
      link.lang = language;
      link.hreflang = language;
      return made("p", "", link);
    });
  }

  function none(proposals, ask) {
    const result = [];
    if (proposals.length) {
      const buttons = proposals.map((word) => {
        const button = made("button", "search-proposal", word);
        button.type = "button";
        button.addEventListener("click", () => ask(word));
        return button;
      });
      result.push(made("p", "", labels.near, " ", ...buttons));
    }
    const map = made("a", "", labels.map);
    map.href = box.dataset.searchMap;
    result.push(made("p", "", map));
    return result;
  }

  return {
    /* Show an answer; gives up if another query has come meanwhile. */
    async show(query, answer, current, ask) {
      const group = filter.value;
      const pages = group === "" ? answer.pages : answer.pages.filter((page) => page.group === Number(group));
      const items = pages.map((page) => item(page, answer.shown));
      await Promise.all(items.slice(0, TOLD).map((entry) => entry.tell()));
      if (!current()) {
        return;
      }
      near.disconnect();
      list.replaceChildren(...items.slice(0, AT_ONCE));
      items.slice(TOLD).forEach((entry) => near.observe(entry));
      notes.replaceChildren(...(answer.exact ? [] : [made("p", "", labels.phrase)]), ...others(answer.foreign));
      if (!pages.length) {
        notes.replaceChildren(...others(answer.foreign), ...none(answer.proposals, ask));
      } else if (pages.length > AT_ONCE) {
        const more = made("button", "search-more", labels.more);
        more.type = "button";
        more.addEventListener("click", () => {
          more.parentElement.remove();
          list.append(...items.slice(AT_ONCE));
          items[AT_ONCE].querySelector("a").focus();
        });
        list.append(made("li", "search-rest", more));
      }
      say(pages.length ? counted(pages.length) : labels.none);
      output.dataset.searchAnswer = query;
    },

    empty() {
      list.replaceChildren();
      notes.replaceChildren();
      say("");
      output.dataset.searchAnswer = "";
    },
  };
};
