"""A search that knows the languages of the site, in the browser and without a server.

The index is made when MkDocs has built the pages of a language; ``browser/`` holds what reads it.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from macros.model import Language, Site
from scripts.search.index import write_index
from scripts.search.scripts import BROWSER, box
from scripts.search.sections import read_documents

__all__ = ["search_labels", "write_index", "write_search"]

_NAMES = ("one", "many", "none", "near", "phrase", "failed", "more")


def write_search(site: Site, language: Language, built: Path, root: Path) -> None:
    """Put the site's own search in the place of the one that MkDocs and its theme have written.

    Args:
        site: The content.
        language: The language of the pages.
        built: The folder of the built pages of the language.
        root: The workplace, in which analyses of words are remembered.
    """
    folder = built / "search"
    documents = read_documents(built)
    shutil.rmtree(folder)
    folder.mkdir()
    write_index(site, language, documents, folder, root)
    (folder / "box.js").write_text(box(), encoding="utf-8")
    shutil.copy(BROWSER / "LICENSES.txt", folder)
    for unused in ("lunr", "workers"):
        shutil.rmtree(built / "assets/javascripts" / unused, ignore_errors=True)


def search_labels(site: Site, language: Language) -> dict[str, Any]:
    """What the search says to the reader."""
    labels = {name: site.labels[f"search-{name}"][language.id] for name in _NAMES}
    others = {other.id: {"text": site.labels["search-in-language"][other.id]} for other in site.built_languages}
    return {**labels, "map": site.labels["search-map"][language.id], "languages": others, "glossary": "sanasto/"}
