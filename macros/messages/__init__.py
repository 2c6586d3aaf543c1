"""The catalogue of messages: what is told to authors and at the command line, in words of each language.

A message is written in code as a name and its values (``macros.problem.say``); here it gets its words. There is a file
for each language; another language takes a file more and no code.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from macros.problem import Message, Problem, Value, say

FOLDER = Path(__file__).parent
DEFAULT = "fi"
"""The language of messages if nobody asks for another."""
VARIABLE = "GUIDE_MESSAGES"
"""The variable of the environment that names the language of messages to processes started from here."""
EXAMPLES = "examples"
"""The file of examples; it belongs to no language."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Words(NamedTuple):
    """A Problem in words: what is wrong and how to mend it, each without a full stop."""

    what: str
    mend: str


class Catalogue:
    """The messages of one language.

    Attributes:
        groups: Titles of the groups in which the codes are explained, by their ids.
        reasons: Why there is each rule, by its code; one to three sentences of Markdown.
        templates: Every text with places for values, by the message's name; ``what`` and ``mend`` of a Problem's
            message are under ``<name>/what`` and ``<name>/mend``.
    """

    def __init__(self, entries: Mapping[str, Any]) -> None:
        self.groups: dict[str, str] = entries["groups"]
        self.reasons: dict[str, str] = {code: entry["why"] for code, entry in entries["problems"].items()}
        self.templates: dict[str, str] = {
            f"{code}/{variant}/{part}": text
            for code, entry in entries["problems"].items()
            for variant, parts in entry["messages"].items()
            for part, text in parts.items()
        }
        for section in ("phrases", "commands"):
            self.templates |= {f"{section}/{name}": text for name, text in entries[section].items()}

    def words(self, message: Message) -> Words:
        """What a Problem's message says."""
        return Words(self._filled(f"{message.name}/what", message), self._filled(f"{message.name}/mend", message))

    def text(self, message: Message | str) -> str:
        """A phrase or a line of a command in words; what is in words already stays as it is."""
        return message if isinstance(message, str) else self._filled(message.name, message)

    def lines(self, problem: Problem) -> str:
        """A Problem as it is printed: ``path:line: what [code]``, and below it how to mend it."""
        what, mend = self.words(problem.message)
        first = f"{problem.path}:{problem.line}: {what} [{problem.code}]"
        return f"{_one_line(first)}\n  {_one_line(self.frame('mend', mend=mend))}"

    def frame(self, name: str, **values: str) -> str:
        """A line of the frame around messages, such as ``To mend: …``."""
        return self.text(say(f"commands/{name}", **values))

    def _filled(self, template: str, message: Message) -> str:
        return self.templates[template].format(**{name: self._value(value) for name, value in message.values})

    def _value(self, value: Value) -> str:
        if isinstance(value, tuple):
            return ", ".join(map(self.text, value))
        return str(value) if isinstance(value, int) else self.text(value)


def _one_line(text: str) -> str:
    """The text without line ends and control characters: a name or a value could write lines of its own with them."""
    return "".join(sign if sign.isprintable() else f"\\x{ord(sign):02x}" for sign in text)


def languages() -> tuple[str, ...]:
    """Ids of the languages there are messages in, the default first."""
    found = sorted(path.stem for path in FOLDER.glob("*.yml") if path.stem != EXAMPLES)
    return (DEFAULT, *(language for language in found if language != DEFAULT))


@cache
def catalogue(language: str) -> Catalogue:
    """The messages in a language, or in the default one if there are none in it; read when they are first needed."""
    path = FOLDER / f"{language}.yml"
    found = path if path.is_file() else FOLDER / f"{DEFAULT}.yml"
    return Catalogue(read(found))


def read(path: Path) -> Any:
    """What a file of this folder holds."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506 - a SafeLoader


def asked_for() -> str:
    """The language of messages that whoever started this process has asked for."""
    return os.environ.get(VARIABLE, DEFAULT)
