/* From a query to its answer. */
siteSearch.answering = async function () {
  "use strict";

  const SECTIONS = 3; // shown of a page
  const WEAK = 0.35; // a section this much weaker than the page's best one is not shown
  const READ = 12; // pages that are read for a phrase

  const index = await siteSearch.load("index");
  const words = siteSearch.words(index);
  const read = siteSearch.query(index, words);
  const rank = siteSearch.rank(index, siteSearch.terms(index, words));

  /* Whether the words of a phrase stand in a text one after the other. */
  function holds(text, phrase) {
    const found = siteSearch.tokens.found(text).map(({ word }) => word);
    return found.some((_, start) => phrase.every((word, step) => found[start + step] === word));
  }

  async function withPhrases(pages, phrases) {
    const kept = [];
    const likely = pages.filter(({ sections }) => sections.some(({ full }) => full));
    for (const entry of likely.slice(0, READ)) {
      const texts = await siteSearch.load("texts/" + entry.page);
      const sections = entry.sections.filter(({ section, full }) => {
        const [, title, text] = texts[section - entry.start];
        return full && phrases.every((phrase) => holds(title + " | " + text, phrase));
      });
      if (sections.length) {
        kept.push({ ...entry, sections });
      }
    }
    return kept;
  }

  /* The answer, or null if `current` says that it is not wanted any more:
     {pages, shown, foreign, exact, proposals}; each page: {address, title, group, sections: [number in the page]}. */
  return async function (text, current) {
    const query = await read(text);
    const ranked = current() && (await rank(query.rows, current));
    if (!ranked) {
      return null;
    }
    const phrased = query.phrases.length ? await withPhrases(ranked.pages, query.phrases) : ranked.pages;
    const exact = !query.phrases.length || phrased.length > 0;
    const pages = (exact ? phrased : ranked.pages).map(({ page, start, sections }) => {
      const [address, title, group] = index.pages[page];
      const strong = sections.filter(({ score }) => score >= sections[0].score * WEAK);
      return { page, address, title, group, sections: strong.slice(0, SECTIONS).map(({ section }) => section - start) };
    });
    const proposals = pages.length ? [] : (await Promise.all(query.words.slice(0, 3).map(words.proposals))).flat().slice(0, 5);
    return { pages, shown: ranked.shown, foreign: query.foreign, exact, proposals, groups: index.groups };
  };
};
