/* Which pages answer, and which of their sections. */
siteSearch.rank = function (index, terms) {
  "use strict";

  const KINDS = [1, 0.6, 0.45, 0.3]; // a form of the word; a compound that ends in it; another part of one; a derived word
  const RELATED = [0, 0.45, 0.25, 0.4]; // the word's own parts and roots
  const SURE = 0.8; // from this weight on, what a key is related to is looked at too
  const OTHER_FORM = 0.96; // another form than the one typed
  const HEADING = [0, 0.45, 0.65, 0.85]; // a long heading, one of two or three words, one of a single word
  const TITLE = [0, 1.3, 1.5, 1.9];
  const WHOLE = 0.5; // share of the page as a whole, beside its best section
  const starts = []; // first section of each page
  const pageOf = [];
  const elements = new Map(index.elements);
  index.pages.forEach(([, , , sections], page) => {
    starts.push(pageOf.length);
    for (let count = 0; count < sections; count++) {
      pageOf.push(page);
    }
  });

  function level(code) {
    return (code & 7) / 7 + HEADING[(code >> 3) & 3] + TITLE[code >> 5];
  }

  const rarity = (spread) => Math.log(1 + (pageOf.length - spread + 0.5) / (spread + 0.5));

  /* For each section how well one slot fits it; and the words of the site that were found. */
  async function slot({ word, ways }) {
    const found = new Map();
    const shown = new Set();
    let best = 0;
    const add = (entry, weight, kinds, value, marked) => {
      for (const row of entry.words) {
        const share = weight * kinds[row.kind] * (row.word === word ? 1 : OTHER_FORM) * value;
        if (share > 0) {
          for (const [section, code] of row.places) {
            const now = share * level(code);
            if (now > (found.get(section) ?? 0)) {
              found.set(section, now);
            }
          }
          if (marked) {
            shown.add(row.word);
          }
        }
      }
    };
    const entries = await Promise.all(
      ways.map(async ({ key, weight }) => {
        const entry = await terms(key);
        const kinds = entry && weight >= SURE ? entry.related : [];
        return { entry, weight, related: await Promise.all(kinds.map(async ([other, kind]) => [await terms(other), kind])) };
      }),
    );
    for (const { entry, weight, related } of entries.filter(({ entry }) => entry)) {
      const value = rarity(entry.spread);
      best = Math.max(best, value * weight);
      add(entry, weight, KINDS, value, true);
      for (const [other, kind] of related.filter(([other]) => other)) {
        add(other, weight * RELATED[kind], [1, 0.5, 0.5, 0], Math.min(value, rarity(other.spread)), false);
      }
    }
    return { found, shown, value: best };
  }

  /* Scores of pages and sections for one way to understand the query. */
  function scores(slots, weight) {
    const known = slots.filter(({ found }) => found.size);
    const whole = known.reduce((sum, { value }) => sum + value, 0) || 1;
    const pages = new Map();
    known.forEach(({ found, value }, number) => {
      for (const [section, score] of found) {
        const page = pageOf[section];
        if (!pages.has(page)) {
          pages.set(page, { page, best: [], covered: [], sections: new Map() });
        }
        const entry = pages.get(page);
        entry.best[number] = Math.max(entry.best[number] ?? 0, score);
        const own = entry.sections.get(section) ?? { section, score: 0, covered: 0 };
        own.score += score;
        own.covered += value;
        entry.sections.set(section, own);
        entry.covered[number] = value;
      }
    });
    for (const entry of pages.values()) {
      let top = 0;
      for (const own of entry.sections.values()) {
        own.full = own.covered > 0.999 * whole;
        own.score *= (own.covered / whole) ** 0.7 * (elements.get(own.section) ?? 1);
        top = Math.max(top, own.score);
      }
      const sum = entry.best.reduce((total, score) => total + (score ?? 0), 0);
      const covered = entry.covered.reduce((total, value) => total + (value ?? 0), 0) / whole;
      entry.score = weight * (WHOLE * sum * covered + (1 - WHOLE) * top) * covered * index.pages[entry.page][4];
    }
    return pages;
  }

  /* Pages by how well they answer: [{page, score, sections: [{section, score}]}], and the words to mark. */
  return async function (rows, current) {
    const best = new Map();
    const shown = new Set();
    const cache = new Map();
    const once = (one) => {
      const name = one.word + JSON.stringify(one.ways);
      if (!cache.has(name)) {
        cache.set(name, slot(one));
      }
      return cache.get(name);
    };
    // All at once: the time goes into waiting for the pieces.
    const all = await Promise.all(rows.map(async ({ slots, weight }) => ({ filled: await Promise.all(slots.map(once)), weight })));
    if (!current()) {
      return null;
    }
    for (const { filled, weight } of all) {
      filled.forEach((one) => one.shown.forEach((word) => shown.add(word)));
      for (const [page, entry] of scores(filled, weight)) {
        if (!(best.get(page)?.score >= entry.score)) {
          best.set(page, entry);
        }
      }
    }
    const found = [...best.values()].sort((a, b) => b.score - a.score || a.page - b.page);
    const least = (found[0]?.score ?? 0) * 0.08; // the long tail of passing mentions is left out
    return {
      shown,
      pages: found
        .filter(({ score }) => score >= least)
        .map(({ page, score, sections }) => ({
          page,
          score,
          start: starts[page],
          sections: [...sections.values()].sort((a, b) => b.score - a.score || a.section - b.section),
        })),
    };
  };
};
