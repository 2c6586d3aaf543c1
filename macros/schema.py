"""From what YAML holds to typed records; every fault becomes a Problem in an author's words."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from pydantic import BaseModel, RootModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from macros.blank import stand_in
from macros.faults import problem_of
from macros.parser import Loc
from macros.problem import Problem
from macros.source import Source

R = TypeVar("R", bound=BaseModel)


@dataclass(frozen=True)
class Document:
    """A data file that became records.

    Attributes:
        path: Where it stands, relative to the workplace.
        source: What was read, with its lines.
        value: The typed value; faulty parts are left out.
        removed: Which parts those are, by the way to what held them.
    """

    path: str
    source: Source
    value: Any
    removed: Mapping[Loc, Sequence[str | int]] = field(default_factory=dict)

    @cached_property
    def _records(self) -> dict[type[BaseModel], list[tuple[Any, Loc]]]:
        """Every record of the file by its type; walked once, however many rules ask."""
        found: dict[type[BaseModel], list[tuple[Any, Loc]]] = {}
        for record, loc in _walk(self.value, ()):
            found.setdefault(type(record), []).append((record, loc))
        return found

    def find(self, type_: type[R]) -> list[tuple[R, Loc]]:
        """Every record of a type in the file, however deep, with the way that leads to it."""
        return self._records.get(type_, [])

    def line(self, *loc: str | int) -> int:
        """Line on which the part of the value at ``loc`` stands."""
        return self.source.line(_original(loc, self.removed))


def _walk(value: Any, loc: Loc) -> Iterator[tuple[BaseModel, Loc]]:
    if isinstance(value, BaseModel):
        yield value, loc
        if not isinstance(value, RootModel):
            for name, field in type(value).model_fields.items():
                yield from _walk(getattr(value, name), (*loc, field.alias or name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _walk(item, (*loc, index))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _walk(item, (*loc, key))


def validate(source: Source, type_: Any, adapter: TypeAdapter[Any]) -> tuple[Document | None, list[Problem]]:
    """Make a file's records.

    A faulty part is reported and left out, and the rest is tried again, so that one slip does not hide the next. For a blank
    something stands in; a rule tells of it.

    Args:
        source: What was read.
        type_: What the file should hold.
        adapter: pydantic's adapter of that type.

    Returns:
        The Document, or None if nothing of it can be used, and the Problems.
    """
    problems: set[Problem] = set()
    told = {problem.line for problem in source.problems}
    value = copy.deepcopy(source.value)
    removed: dict[Loc, list[str | int]] = {}
    while True:
        try:
            return Document(source.path, source, adapter.validate_python(value), removed), sorted(problems)
        except ValidationError as error:
            details = error.errors(include_url=False)
        if _fill_in(value, details):  # what follows from a blank goes with it
            continue
        cuts: set[Loc] = set()
        for detail in details:
            loc = _plain(detail["loc"], value)
            if not _follows(
                detail, loc, [*removed, *(other["loc"] for other in details if len(other["loc"]) > len(loc))], removed
            ):
                problem = problem_of(detail, source, type_, _original(loc, removed), loc)
                # What YAML refused on a line has been told already.
                problems.update({problem} if problem.line not in told else ())
            cuts.add(loc if _is_surplus(detail) else _item(loc, value))
        for cut in sorted(cuts, key=lambda loc: (len(loc), [str(part).zfill(6) for part in loc]), reverse=True):
            if not cut:
                return None, sorted(problems)
            _remove(value, cut, removed)


def _is_surplus(detail: ErrorDetails) -> bool:
    """Whether a field should not be there at all, so that its record can do without."""
    message = str(detail.get("ctx", {}).get("message", ""))
    return detail["type"] == "extra_forbidden" or message.startswith("unknown-field/")


def _plain(loc: Loc, value: Any) -> Loc:
    """The part of pydantic's location that leads through the file (without names of types)."""
    way: list[str | int] = []
    for part in loc:
        if isinstance(value, dict) and part in value:
            value = value[part]
        elif isinstance(value, list) and isinstance(part, int) and part < len(value):
            value = value[part]
        elif part is loc[-1] and isinstance(value, dict):
            way.append(part)
            break
        else:
            continue
        way.append(part)
    return tuple(way)


def _item(loc: Loc, value: Any) -> Loc:
    """The innermost item of a list or map of records around a faulty part; the whole file if there is none."""
    for end in range(len(loc), 0, -1):
        if isinstance(loc[end - 1], int):
            return loc[:end]
    return (
        loc[:1]
        if isinstance(value, dict) and len(loc) == 2 and isinstance(value.get(loc[0]), dict) and len(value) > 1
        else ()
    )


def _follows(detail: ErrorDetails, loc: Loc, faulty: Sequence[Loc], removed: Mapping[Loc, list[str | int]]) -> bool:
    """Whether a fault is there only because a faulty part is left out."""
    if detail["type"] == "missing":
        return loc[-1] in removed.get(loc[:-1], ())
    silent = detail.get("ctx", {}).get("message") == "silent-topic/here"
    return (silent or detail["type"] == "too_short") and any(way[: len(loc)] == loc for way in faulty)


def _fill_in(value: Any, details: Sequence[ErrorDetails]) -> bool:
    """Let something stand in for each blank that was refused; returns whether there was one."""
    found = [(_plain(detail["loc"], value), stands) for detail in details if (stands := stand_in(detail)) is not None]
    for loc, stands in found:
        inner = value
        for part in loc[:-1]:
            inner = inner[part]
        inner[loc[-1]] = stands
    return bool(found)


def _remove(value: Any, loc: Loc, removed: dict[Loc, list[str | int]]) -> None:
    for part in loc[:-1]:
        try:
            value = value[part]
        except (KeyError, IndexError, TypeError):
            return
    last = loc[-1]
    if isinstance(value, list) and isinstance(last, int) and last < len(value):
        del value[last]
        removed.setdefault(loc[:-1], []).append(last)
    elif isinstance(value, dict):
        value.pop(last, None)
        removed.setdefault(loc[:-1], []).append(last)


def _original(loc: Loc, removed: Mapping[Loc, Sequence[str | int]]) -> Loc:
    """Where a part stood before faulty list items were left out."""
    way: list[str | int] = []
    for index, part in enumerate(loc):
        gone = [place for place in reversed(removed.get(loc[:index], [])) if isinstance(place, int)]
        way.append(_before(part, gone) if isinstance(part, int) else part)
    return tuple(way)


def _before(place: int, gone: Sequence[int]) -> int:
    """The place in a list before others, the last first, were taken out of it."""
    for other in gone:
        place += other <= place
    return place
