/* Words as the search sees them: the same as scripts/search/tokens.py. */
siteSearch.tokens = (function () {
  "use strict";

  const TOKEN = /\d+\s?§|[\p{L}\p{N}]+(?:[-–/.:'’][\p{L}\p{N}]+)*/gu;
  const JOINTS = /[-–/.:'’]/u;

  /* Each word of a text in small letters, with its place: {word, start, end}. */
  function found(text) {
    return [...text.matchAll(TOKEN)].map((match) => ({
      word: match[0].toLowerCase().replace(/\s/gu, ""),
      start: match.index,
      end: match.index + match[0].length,
    }));
  }

  /* What a word or code is joined from by signs; empty if it is of one piece. */
  function pieces(word) {
    const parts = word.split(":")[0].replace(/§$/u, "").split(JOINTS).filter(Boolean);
    return parts.length > 1 || parts[0] !== word ? parts : [];
  }

  return { found, pieces };
})();
