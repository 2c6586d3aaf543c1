/* The pieces of the index: scripts that hand over their content, so that a page opened from a folder can load them too. */
var siteSearch = (function () {
  "use strict";

  const root = new URL(".", document.currentScript.src); // the folder "search" of the language
  const waiting = new Map(); // by name: {promise, resolve, reject}
  let folder = "";

  function entry(name) {
    if (!waiting.has(name)) {
      const made = {};
      made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
      waiting.set(name, made);
    }
    return waiting.get(name);
  }

  return {
    root,
    home: new URL("..", root), // the front page of the language
    file: location.pathname.endsWith("/") ? "" : "index.html", // as in the links of the pages: assets/javascripts/addresses.js

    /* Called by each piece. */
    take(name, value) {
      if (name === "index") {
        folder = value.folder + "/";
      }
      entry(name).resolve(value);
    },

    /* The content of a piece; fetched once. A piece that did not come may be asked for again. */
    load(name) {
      if (waiting.has(name)) {
        return waiting.get(name).promise;
      }
      const piece = entry(name);
      const script = document.createElement("script");
      script.src = new URL((name === "index" ? "" : folder) + name + ".js", root).href;
      script.onerror = () => {
        waiting.delete(name);
        script.remove();
        piece.reject(new Error(name + " could not be loaded"));
      };
      document.head.append(script);
      return piece.promise;
    },
  };
})();
