"""An example of each code for the authors' documentation, in groups; a test holds each to the broken example it is of."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from macros.messages import EXAMPLES, FOLDER, read
from macros.problem import Message, Problem, Value, say

PATH = FOLDER / f"{EXAMPLES}.yml"


@cache
def examples() -> Mapping[str, tuple[Problem, ...]]:
    """A Problem of each code, by the group in which it is explained, in order."""
    groups = read(PATH)
    return {
        group: tuple(Problem(entry["path"], entry["line"], _message(entry["tells"])) for entry in entries)
        for group, entries in groups.items()
    }


def _message(entry: Mapping[str, Any]) -> Message:
    """A message from the file: its name, and beside it its values."""
    values = dict(entry)
    return say(values.pop("message"), **{name: _value(value) for name, value in values.items()})


def _value(value: Any) -> Value:
    if isinstance(value, list):
        return tuple(_message(item) if isinstance(item, dict) else str(item) for item in value)
    return _message(value) if isinstance(value, dict) else value
