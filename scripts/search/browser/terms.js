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

  function pairs(list, size) {
    return Array.from({ length: list.length / size }, (_, row) => list.slice(row * size, (row + 1) * size));
  }

  /* {related: [[key, kind]], words: [{word, kind, places: [[section, level]]}], spread}; null if there is no such key. */
  return async function (key) {
    if (!entries.has(key)) {
      const piece = await siteSearch.load("terms/" + words.place(key, index.terms));
      const found = Object.hasOwn(piece, key) ? piece[key] : null;
      const entry = found && {
        related: pairs(found[0], 2),
        words: pairs(found[1], 3).map(([change, kind, text]) => ({ word: words.changed(key, change), kind, places: places(text) })),
      };
      if (entry) {
        const own = entry.words.filter((row) => row.kind === 0);
        entry.spread = new Set((own.length ? own : entry.words).flatMap((row) => row.places.map(([section]) => section))).size;
      }
      entries.set(key, entry);
    }
    return entries.get(key);
  };
};
