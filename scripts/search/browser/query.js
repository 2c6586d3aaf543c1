/* What a reader asks for: words, phrases in quotes, and other names of things. */
siteSearch.query = function (index, words) {
  "use strict";

  const LONGEST = 200; // characters that are read
  const MOST = 16; // words that are looked for
  const OTHER_NAME = 0.9; // how much another name counts
  const JOINED = 1;
  const MOST_ROWS = 6; // ways to understand a query
  const ENDING = 5; // letters that may follow the beginning of a word in another language

  const common = new Set(index.common);

  /* The slots of a row of words: each {word, ways: [{key, weight}]}. */
  async function slots(found, unfinished) {
    const rows = await Promise.all(
      found.map(async (word, place) => {
        const resolved = await words.resolve(word, unfinished && place === found.length - 1);
        return resolved.length ? resolved.map((ways) => ({ word, ways })) : [{ word, ways: [] }];
      }),
    );
    return rows.flat();
  }

  /* Where a name stands in a row of slots; -1 if nowhere. */
  function standing(given, row, foreign) {
    return row.findIndex(
      (_, start) =>
        start + given.length <= row.length &&
        given.every((keys, step) => {
          const { word, ways } = row[start + step];
          return foreign
            ? word.startsWith(keys[0]) && word.length <= keys[0].length + ENDING
            : ways.some((way) => way.weight > 0.8 && keys.includes(way.key));
        }),
    );
  }

  /* Read a query: {phrases, rows, foreign}. Each row of slots is one way to understand it, with its weight. */
  return async function (text) {
    const asked = text.normalize("NFC").slice(0, LONGEST);
    const phrases = [...asked.matchAll(/["”“„«]([^"”“„«»]+)["”“„»]/gu)]
      .map((match) => siteSearch.tokens.found(match[1]).map(({ word }) => word))
      .filter((phrase) => phrase.length);
    const all = siteSearch.tokens.found(asked).map(({ word }) => word).slice(0, MOST);
    const telling = all.filter((word) => !common.has(word));
    const found = telling.length ? telling : all; // "mitä etsivä työ on" asks for "etsivä työ"
    const unfinished = /[\p{L}\p{N}]$/u.test(asked);
    const first = await slots(found, unfinished);
    const rows = [{ weight: 1, slots: first }];
    for (let place = 0; place + 1 < found.length; place++) {
      // What the reader writes in two words the site may write in one.
      const joined = found[place] + found[place + 1];
      if (first.length === found.length && (await words.known(joined))) {
        rows.push({ weight: JOINED, slots: [...first.slice(0, place), ...(await slots([joined], false)), ...first.slice(place + 2)] });
      }
    }
    const foreign = [];
    const named = index.names
      .map(([given, instead, language, term]) => ({ given, instead, language, term, start: standing(given, first, language !== "") }))
      .filter(({ start }) => start >= 0)
      .sort((a, b) => b.given.length - a.given.length);
    const taken = new Set();
    for (const { given, instead, language, term, start } of named) {
      const range = given.map((_, step) => start + step);
      if (rows.length > MOST_ROWS || (range.some((place) => taken.has(place)) && given.length < named[0].given.length)) {
        continue; // part of a longer name
      }
      range.forEach((place) => taken.add(place));
      const other = await slots(siteSearch.tokens.found(instead).map(({ word }) => word), false);
      rows.push({ weight: OTHER_NAME, slots: [...first.slice(0, start), ...other, ...first.slice(start + given.length)] });
      if (language && !foreign.some((one) => one.language === language)) {
        foreign.push({ language, term });
      }
    }
    return { phrases, rows, foreign, words: found };
  };
};
