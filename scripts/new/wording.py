"""The words of a guide that has just been begun, and its blanks, as YAML and Markdown write them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "words"
ELSE = "en"
"""The language of the words in a language that has no file of its own."""
_NAMED = {"topic": "topics", "page": "pages", "what": "blanks"}
"""Values that are themselves words of a section."""


class Wording:
    """Words in the languages of a site.

    Args:
        languages: Ids of the languages, the source first.
        labels: The site's words by language, for what the site itself has named.
    """

    def __init__(self, languages: Sequence[str], labels: Mapping[str, Mapping[str, str]]) -> None:
        self.languages = tuple(languages)
        self._labels = labels
        self._words: dict[str, Any] = {language: _read(language) for language in languages}

    def word(self, section: str, key: str, language: str) -> str:
        """A word in a language."""
        return str(self._words[language][section][key])

    def blank(self, key: str, language: str | None = None, **values: object) -> str:
        """A blank in a language, as it is written: ``[[what belongs there]]``."""
        language = language or self.languages[0]
        filled = {name: self._value(name, value, language) for name, value in values.items()}
        return f"[[{self.word('blanks', key, language).format(**filled)}]]"

    def quoted(self, key: str, language: str | None = None, **values: object) -> str:
        """A blank as a value in YAML."""
        return quoted(self.blank(key, language, **values))

    def text(self, key: str, indent: int, **values: object) -> str:
        """A blank for a text in every language, as lines of YAML."""
        return _lines(indent, {language: self.blank(key, language, **values) for language in self.languages})

    def words(self, section: str, key: str, indent: int) -> str:
        """A word in every language, as lines of YAML."""
        return _lines(indent, {language: self.word(section, key, language) for language in self.languages})

    def _value(self, name: str, value: object, language: str) -> object:
        section = _NAMED.get(name)
        if section is None:
            return value
        return self._words[language][section].get(value) or self._labels.get(language, {}).get(str(value), value)


def quoted(text: str) -> str:
    """A text as YAML writes it between quotes."""
    return json.dumps(text, ensure_ascii=False)


def _lines(indent: int, texts: Mapping[str, str]) -> str:
    return "\n".join(f"{' ' * indent}{language}: {quoted(text)}" for language, text in texts.items())


def _read(language: str) -> Any:
    path = FOLDER / f"{language}.yml"
    return yaml.safe_load((path if path.is_file() else FOLDER / f"{ELSE}.yml").read_text(encoding="utf-8"))
