"""From the events of a YAML parser to a value and the lines of its parts.

Stricter than YAML itself, because its authors are not programmers: what YAML would silently turn into a
boolean, a decimal number, a date or a clock time must be quoted; aliases and duplicate keys are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from macros.problem import Message, Problem, say
from macros.unsafe import hidden

Loc = tuple[str | int, ...]
"""The keys and indexes that lead to a part of a value."""

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


class Parser:
    """Turns the stream of YAML events into a value, noting lines and problems on the way.

    Attributes:
        lines: Line (from 1) of each part read so far, by the keys and indexes that lead to it.
        problems: What YAML allows, or not, and its authors must not write.
    """

    def __init__(self, path: str, first_line: int, rows: list[str]) -> None:
        self.path = path
        self.rows = rows
        self.first_line = first_line
        self.lines: dict[Loc, int] = {}
        self.problems: list[Problem] = []

    def document(self, events: Iterator[Any]) -> Any:
        """The value of the one document that a file holds; None if it holds none."""
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
