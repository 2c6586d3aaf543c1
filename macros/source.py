"""A YAML file as a value that remembers on which line each part stands.

Stricter than YAML itself, because its authors are not programmers: what YAML would silently turn into a
boolean, a decimal number, a date or a clock time must be quoted; aliases and duplicate keys are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from macros.problem import Message, Problem, say
from macros.unreadable import explain
from macros.unsafe import hidden

Loc = tuple[str | int, ...]

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_RESOLVER: Any = yaml.SafeLoader("")
_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,30})")
_BOOLEANS = {"true": True, "false": False}
_COMMENT = re.compile(r"\s+(#.*)")
_DEEPEST = 30
_NULLS = {"", "null", "~"}
_MEANT = {
    "bool": "unquoted/truth",
    "float": "unquoted/decimal",
    "int": "unquoted/number",
    "timestamp": "unquoted/date",
}
"""What YAML would take a text without quotes for."""


@dataclass(frozen=True, slots=True)
class Source:
    """A YAML file that was read.

    Attributes:
        path: Where it stands, relative to the workplace.
        value: Mappings, lists, strings, whole numbers, ``True``/``False`` and ``None``.
        lines: Line (from 1) of each part, by the keys and indexes that lead to it.
        problems: What YAML itself does not allow here; ``value`` is then what could be read.
    """

    path: str
    value: Any
    lines: dict[Loc, int] = field(repr=False)
    problems: tuple[Problem, ...] = ()

    def texts(self, *, names: bool = False) -> Iterator[tuple[Loc, str]]:
        """Every text as it is written, after the way that leads to it; with ``names``, those of fields as well."""
        for loc, text, name in _texts(self.value, ()):
            if names or not name:
                yield loc, text

    def line(self, loc: Loc) -> int:
        """Line of the part at ``loc``, or of the nearest part around it that is there."""
        while loc and loc not in self.lines:
            loc = loc[:-1]
        return self.lines.get(loc, 1)


def _texts(value: Any, loc: Loc) -> Iterator[tuple[Loc, str, bool]]:
    """Texts with the way to each, and whether it is the name of a field."""
    if isinstance(value, str):
        yield loc, value, False
    elif isinstance(value, dict):
        for key, item in value.items():
            yield (*loc, key), key, True
            yield from _texts(item, (*loc, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts(item, (*loc, index))


def read(root: Path, path: str) -> Source:
    """Read one YAML file.

    Args:
        root: The workplace.
        path: The file, relative to it.

    Returns:
        The Source; never raises for what an author can write.
    """
    try:
        text = (root / path).read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return _nothing(path, 1, say("missing-file/data"))
    except OSError:
        return _nothing(path, 1, say("missing-file/unopened"))
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return _nothing(path, line, say("encoding/here"))
    return parse(text, path)


def parse(text: str, path: str, first_line: int = 1) -> Source:
    """Parse YAML text that begins on ``first_line`` of the file at ``path``."""
    parser = _Parser(path, first_line, text.split("\n"))
    try:
        value = parser.document(yaml.parse(text, Loader=_LOADER))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + (mark.line if mark else 0)
        parser.problems.append(Problem(path, line, explain(error, text, first_line)))
        value = None
    except yaml.reader.ReaderError as error:
        line = first_line + text[: error.position].count("\n")
        parser.problems.append(Problem(path, line, say("yaml/invisible")))
        value = None
    return Source(path, value, parser.lines, tuple(parser.problems))


def _nothing(path: str, line: int, message: Message) -> Source:
    return Source(path, None, {}, (Problem(path, line, message),))


class _Parser:
    """Turns the stream of YAML events into a value, noting lines and problems on the way."""

    def __init__(self, path: str, first_line: int, rows: list[str]) -> None:
        self.path = path
        self.rows = rows
        self.first_line = first_line
        self.lines: dict[Loc, int] = {}
        self.problems: list[Problem] = []

    def document(self, events: Iterator[Any]) -> Any:
        value = None
        for event in events:
            if isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent, yaml.AliasEvent)):
                value = self._node(event, events, ())
                break
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                self._problem(event, say("yaml/second"))
        return value

    def _node(self, event: Any, events: Iterator[Any], loc: Loc) -> Any:
        self.lines.setdefault(loc, self._line(event))
        if len(loc) > _DEEPEST:
            raise yaml.MarkedYAMLError(problem="nested too deep", problem_mark=event.start_mark)
        if isinstance(event, yaml.AliasEvent):
            self._problem(event, say("alias/use", name=str(event.anchor)))
            return None
        if event.anchor:
            self._problem(event, say("alias/mark", name=event.anchor))
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if event.tag:
            self._problem(event, say("tag/here", tag=_tag(event)))
        return self._mapping(events, loc) if isinstance(event, yaml.MappingStartEvent) else self._sequence(events, loc)

    def _sequence(self, events: Iterator[Any], loc: Loc) -> list[Any]:
        items: list[Any] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._node(event, events, (*loc, len(items))))
        return items

    def _mapping(self, events: Iterator[Any], loc: Loc) -> dict[str, Any]:
        items: dict[str, Any] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            if not isinstance(event, yaml.ScalarEvent):
                self._problem(event, say("yaml/name"))
                self._node(event, events, (*loc, "?"))
                self._node(next(events), events, (*loc, "?"))
                continue
            key = event.value
            if key in items:
                first = self.lines[(*loc, key)]
                self._problem(event, say("duplicate-key/here", key=key, line=first))
                self._node(next(events), events, (*loc, f"{key} again"))
                continue
            self.lines[(*loc, key)] = self._line(event)
            items[key] = self._node(next(events), events, (*loc, key))
        return items

    def _scalar(self, event: Any) -> Any:
        text = event.value
        row = self.rows[event.end_mark.line] if event.end_mark.line < len(self.rows) else ""
        cut = _COMMENT.match(row, event.end_mark.column)
        if cut and not event.style:
            self._problem(event, say("comment/cut", rest=cut[1][:20].strip()))
        if event.tag:
            self._problem(event, say("tag/here", tag=_tag(event)))
        if event.style == '"' and not text.isprintable():
            written = "\n".join(self.rows[event.start_mark.line : event.end_mark.line + 1])
            # those that stand in the file as they are have been found there
            for told in [told for sign, told in hidden(text) if text[sign] not in written][:1]:
                self._problem(event, told)
        if event.style or not event.implicit[0]:
            return text
        if text in _NULLS:
            return None
        if text in _BOOLEANS:
            return _BOOLEANS[text]
        if _INTEGER.fullmatch(text):
            return int(text)
        kind = str(_RESOLVER.resolve(yaml.ScalarNode, text, (True, False))).rsplit(":", 1)[-1]
        if kind != "str":
            self._problem(event, say(_MEANT.get(kind, "unquoted/other"), text=text))
        return text

    def _line(self, event: Any) -> int:
        return int(event.start_mark.line) + self.first_line

    def _problem(self, event: Any, message: Message) -> None:
        self.problems.append(Problem(self.path, self._line(event), message))


def _tag(event: Any) -> str:
    """A tag as its author wrote it: ``!!str``, ``!note``."""
    return str(event.tag).replace("tag:yaml.org,2002:", "!!")
