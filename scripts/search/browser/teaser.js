/* What is shown of a section: its own words around those that were found, and these marked. */
siteSearch.teaser = (function () {
  "use strict";

  const LENGTH = 170; // characters
  const BEFORE = 50;

  /* Parts of a text: [{text, marked}]; only whole words are marked. */
  function parts(text, shown, whole) {
    const found = siteSearch.tokens.found(text).filter(({ word }) => shown.has(word));
    let start = 0;
    let end = text.length;
    if (!whole && text.length > LENGTH) {
      start = best(found);
      start = start > BEFORE ? text.indexOf(" ", start - BEFORE) + 1 : 0;
      end = text.length > start + LENGTH ? text.lastIndexOf(" ", start + LENGTH) : text.length;
      end = end > start ? end : start + LENGTH;
    }
    const result = [{ text: start > 0 ? "… " : "", marked: false }];
    let place = start;
    for (const match of found) {
      if (match.start >= place && match.end <= end) {
        result.push({ text: text.slice(place, match.start), marked: false }, { text: text.slice(match.start, match.end), marked: true });
        place = match.end;
      }
    }
    result.push({ text: text.slice(place, end) + (end < text.length ? " …" : ""), marked: false });
    return result.filter((part) => part.text);
  }

  /* The place from which most different words of the query are seen. */
  function best(found) {
    let most = 0;
    let place = found[0]?.start ?? 0;
    found.forEach((first, index) => {
      const seen = new Set();
      for (let next = index; next < found.length && found[next].end <= first.start + LENGTH - BEFORE; next++) {
        seen.add(found[next].word);
      }
      if (seen.size > most) {
        most = seen.size;
        place = first.start;
      }
    });
    return place;
  }

  function fill(element, text, shown, whole) {
    for (const part of parts(text, shown, whole)) {
      const piece = part.marked ? document.createElement("mark") : document.createTextNode(part.text);
      if (part.marked) {
        piece.textContent = part.text;
      }
      element.append(piece);
    }
    return element;
  }

  return { parts, fill };
})();
