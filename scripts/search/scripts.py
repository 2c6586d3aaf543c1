"""The scripts of the search, as the site has them: each of a few files of ``browser/``, one after the other."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from macros.model import Language

BROWSER = Path(__file__).parent / "browser"
_BOX = ("pieces", "tokens", "marks", "box")
_ENGINE = ("distance", "words", "terms", "query", "rank", "teaser", "answer", "view")


def box() -> str:
    """What every page loads: it waits for someone to search, and marks the words that a search has led to."""
    return _joined(BROWSER / f"{name}.js" for name in _BOX)


def engine(language: Language) -> str:
    """What is loaded when someone searches: the stemmer of the language and the reader of the index, as one piece."""
    stemmer = [BROWSER / "snowball" / f"{name}-stemmer.js" for name in ("base", language.stemmer) if language.stemmer]
    own = [BROWSER / f"{name}.js" for name in _ENGINE]
    return _joined([*stemmer, *own]) + 'siteSearch.take("engine",true);\n'


def _joined(paths: Iterable[Path]) -> str:
    return "".join(path.read_text(encoding="utf-8").rstrip() + "\n" for path in paths)
