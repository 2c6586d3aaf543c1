/* The entries of the index: for a key, the words found under it and where they stand. */
siteSearch.terms = function (index, words) {
  "use strict";

  const entries = new Map();

  function places(text) {
    let number = 0;
    return text.split(" ").map((step) => {
      const [distance, level] = step.split(":");
      number += parseInt(distance, 36);
      return [number, level ? parseInt(level, 36) : 1];
    });
  }

  const parts = (text) => (text ? text.split(";").map((part) => part.split(",")) : []);

  async function read(key) {
    const piece = await siteSearch.load("terms/" + words.place(key, index.terms));
    const row = piece.split("\n").find((line) => line.startsWith(key + "\t"));
    const [, related, own] = row ? row.split("\t") : [];
    const entry = row && {
      related: parts(related).map(([other, kind]) => [other, Number(kind)]),
      words: parts(own).map(([change, kind, text]) => ({ word: words.changed(key, change), kind: Number(kind), places: places(text) })),
    };
    if (entry) {
      const own = entry.words.filter((row) => row.kind === 0);
      entry.spread = new Set((own.length ? own : entry.words).flatMap((row) => row.places.map(([section]) => section))).size;
    }
    return entry ?? null;
  }

  /* {related: [[key, kind]], words: [{word, kind, places: [[section, level]]}], spread}; null if there is no such key. */
  return function (key) {
    if (!entries.has(key)) {
      entries.set(key, read(key));
      entries.get(key).catch(() => entries.delete(key)); // so that it may be tried again
    }
    return entries.get(key);
  };
};
