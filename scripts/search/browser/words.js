/* From a word as a reader types it to the keys of the index. */
siteSearch.words = function (index) {
  "use strict";

  const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz";
  const LEAST = 3; // letters of the shortest part of a compound
  const LONG = 5; // letters of a part that may be in any form
  const LONGER = 12; // words that an unfinished one may become
  const NEAR = 12; // pieces that are searched for typing errors
  const FEW = 24; // pieces of which all may be
  const SURE = { exact: 1, form: 0.9, whole: 0.6, split: 0.55, typed: 0.5, alike: 0.3 };
  const decoded = new Map();
  const stemmer = index.stemmer ? new globalThis[index.stemmer[0].toUpperCase() + index.stemmer.slice(1) + "Stemmer"]() : null;
  const stem = (word) => (stemmer ? stemmer.stemWord(word) : word);

  /* Letters to take off the end of a word, then letters to put on. */
  function changed(word, change) {
    return change[0] === "_" ? change.slice(1) : word.slice(0, word.length - DIGITS.indexOf(change[0])) + change.slice(1);
  }

  function decode(text) {
    let word = "";
    return text.split("\n").map((row) => {
      const [, keys, unwritten] = row.split(" ");
      word = word.slice(0, DIGITS.indexOf(row[0])) + row.slice(1, row.indexOf(" "));
      const own = word;
      return { word: own, keys: keys.split(",").map((change) => changed(own, change)), written: unwritten === undefined };
    });
  }

  /* The number of the piece that would hold a word. */
  function place(word, starts) {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (starts[middle] <= word) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  function rows(number) {
    if (!decoded.has(number)) {
      decoded.set(number, siteSearch.load("words/" + number).then(decode));
      decoded.get(number).catch(() => decoded.delete(number)); // so that it may be tried again
    }
    return decoded.get(number);
  }

  async function find(word) {
    const found = (await rows(place(word, index.words))).find((row) => row.word === word);
    return found ? found.keys : null;
  }

  /* All words that begin like this. */
  async function starting(beginning) {
    const last = place(beginning + "\uffff", index.words);
    const found = [];
    for (let number = place(beginning, index.words); number <= last; number++) {
      found.push(rows(number));
    }
    return (await Promise.all(found)).flat().filter((row) => row.word.startsWith(beginning));
  }

  function ways(found, weight) {
    const best = new Map();
    for (const row of found) {
      for (const key of row.keys) {
        const now = row.weight ?? weight;
        if (!(best.get(key)?.weight >= now)) {
          best.set(key, { key, weight: now });
        }
      }
    }
    return [...best.values()];
  }

  /* Other forms of the same word: forms with the same stem. */
  async function forms(word) {
    const base = stem(word);
    const shared = base.slice(0, Math.max(LEAST, base.length - 2));
    return (await starting(shared)).filter((row) => row.word[0] === word[0] && stem(row.word) === base);
  }

  /* The keys of a word, or of one of its other forms; null if there is none. */
  async function known(word) {
    return (await find(word)) ?? (word.length > LEAST ? await formsOf(word) : null);
  }

  async function formsOf(word) {
    const found = await forms(word);
    return found.length ? ways(found, 1).map(({ key }) => key) : null;
  }

  /* A compound the site does not have, as words it has: in as few parts as there can be. The last one may be in any form, a
     long first one too. */
  async function split(word) {
    return (await halves(word, LEAST, find)) ?? (await halves(word, LONG, known)) ?? (await parts(word));
  }

  /* Two words, each of so many letters at least, the first one as it is looked for. */
  async function halves(word, least, first) {
    for (let border = word.length - least; border >= least; border--) {
      const heads = await headed(word.slice(0, border), first);
      const tails = heads && (await known(word.slice(border)));
      if (tails) {
        return [heads, tails].map((keys) => ways([{ keys }], SURE.split));
      }
    }
    return null;
  }

  async function parts(word) {
    for (let border = word.length - 2 * LEAST; border >= LEAST; border--) {
      const heads = await headed(word.slice(0, border), find);
      const tail = word.slice(border);
      const rest = heads && ((await halves(tail, LEAST, find)) ?? (await parts(tail)));
      if (rest) {
        return [ways([{ keys: heads }], SURE.split), ...rest];
      }
    }
    return null;
  }

  /* The first part of a compound may have an s where it is joined. */
  async function headed(head, look) {
    return (await look(head)) ?? (head.endsWith("s") ? look(head.slice(0, -1)) : null);
  }

  /* Words that differ by typing errors, the nearest alone. Most errors leave the beginning as it is: the pieces around the
     word's own place are searched, and all others only if there are few. */
  async function nearest(word, most, everywhere) {
    const own = place(word, index.words);
    const same = (number) => number >= place(word[0], index.words) && number <= place(word[0] + "\uffff", index.words);
    const all = [...index.words.keys()].sort((a, b) => Math.abs(a - own) - Math.abs(b - own));
    const around = all.filter(same).slice(0, NEAR);
    const rest = everywhere && index.words.length <= FEW ? all.filter((number) => !around.includes(number)) : [];
    for (const numbers of [around, rest]) {
      let best = [];
      for (const row of (await Promise.all(numbers.map(rows))).flat()) {
        const steps = siteSearch.distance(word, row.word, most);
        if (steps < most) {
          best = [];
          most = steps;
        }
        if (steps === most) {
          best.push(row);
        }
      }
      if (best.length) {
        return best.slice(0, LONGER);
      }
    }
    return [];
  }

  /* Words with the longest beginning in common: other words of the same root, most often. */
  async function alike(word, least) {
    for (let length = word.length - 1; length >= Math.max(LEAST, least); length--) {
      const found = await starting(word.slice(0, length));
      if (found.length) {
        return found.slice(0, 20);
      }
    }
    return [];
  }

  /* Errors that may lie between a word and what was meant. */
  function errors(word) {
    return word.length < 4 || !/\p{L}/u.test(word) ? 0 : word.length < 8 ? 1 : 2;
  }

  /* The slots a word fills, each a list of {key, weight}; several if it is a compound that the site has only in parts.
     An unfinished word may go on in any way. */
  async function resolve(word, unfinished) {
    const exact = await find(word);
    if (exact) {
      return [ways([{ keys: exact }], SURE.exact)];
    }
    const found = (await forms(word)).map((row) => ({ ...row, weight: SURE.form }));
    if (unfinished && word.length >= LEAST) {
      found.push(...(await starting(word)).slice(0, LONGER).map((row) => ({ ...row, weight: SURE.whole })));
    }
    if (found.length) {
      return [ways(found)];
    }
    const parts = siteSearch.tokens.pieces(word);
    if (parts.length) {
      return (await Promise.all(parts.map((part) => resolve(part, false)))).flat();
    }
    const most = errors(word);
    const slip = most ? await nearest(word, 1, false) : [];
    if (slip.length && word.length > 4) {
      return [ways(slip, SURE.typed)];
    }
    const compound = word.length >= 2 * LEAST ? await split(word) : null;
    if (compound) {
      return compound;
    }
    const near = most ? await nearest(word, most, true) : [];
    return [near.length ? ways(near, SURE.typed) : ways(await alike(word, 0.3 * word.length), SURE.alike)].filter((found) => found.length);
  }

  /* Words of the site to propose for one that is not found. */
  async function proposals(word) {
    const near = word.length >= LEAST ? await nearest(word, Math.min(4, Math.ceil(word.length / 2)), false) : [];
    const longer = await alike(word, LEAST);
    const seen = new Set();
    return [...near, ...longer]
      .filter((row) => row.written && !seen.has(row.keys[0]) && seen.add(row.keys[0]))
      .map((row) => row.word)
      .slice(0, 5);
  }

  return { resolve, known, proposals, place, changed };
};
