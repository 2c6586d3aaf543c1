/* Where this site keeps a reader's choices, for Material's own script.
   After Material for MkDocs, copyright (c) Martin Donath, MIT licence: assets/LICENSE-material.txt. */
var __md_scope = new URL(document.currentScript.dataset.scope, location);

function __md_hash(text) {
  return [...text].reduce((hash, sign) => (hash << 5) - hash + sign.charCodeAt(0), 0);
}

function __md_get(name, store = localStorage, scope = __md_scope) {
  try {
    return JSON.parse(store.getItem(scope.pathname + "." + name));
  } catch {
    return null; // the browser keeps nothing, or something else has been written there
  }
}

function __md_set(name, value, store = localStorage, scope = __md_scope) {
  try {
    store.setItem(scope.pathname + "." + name, JSON.stringify(value));
  } catch {
    // The browser keeps nothing: the choice lasts for this page.
  }
}
