"""From what YAML holds to typed records; every fault becomes a Problem in an author's words."""

from __future__ import annotations

import copy
import types
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, RootModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from macros.problem import Problem, nearest
from macros.source import Loc, Source

R = TypeVar("R", bound=BaseModel)


@dataclass(frozen=True)
class Document:
    """A data file that became records.

    Attributes:
        path: Where it stands, relative to the workplace.
        source: What was read, with its lines.
        value: The typed value; faulty parts are left out.
    """

    path: str
    source: Source
    value: Any

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
        """Line on which the part at ``loc`` stands."""
        return self.source.line(loc)


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

    A faulty part is reported and left out, and the rest is tried again, so that one slip does not hide the next.

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
            return Document(source.path, source, adapter.validate_python(value)), sorted(problems)
        except ValidationError as error:
            details = error.errors(include_url=False)
        cuts: set[Loc] = set()
        for detail in details:
            loc = _plain(detail["loc"], value)
            if not _follows(detail, loc, [*removed, *(other["loc"] for other in details if len(other["loc"]) > len(loc))], removed):
                problem = _problem(detail, source, type_, _original(loc, removed), loc)
                # What YAML refused on a line has been told already.
                problems.update({problem} if problem.line not in told else ())
            cuts.add(loc if detail["type"] == "extra_forbidden" else _item(loc, value))
        for cut in sorted(cuts, key=lambda loc: (len(loc), [str(part).zfill(6) for part in loc]), reverse=True):
            if not cut:
                return None, sorted(problems)
            _remove(value, cut, removed)


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
    return loc[:1] if isinstance(value, dict) and len(loc) == 2 and isinstance(value.get(loc[0]), dict) and len(value) > 1 else ()


def _follows(detail: ErrorDetails, loc: Loc, faulty: Sequence[Loc], removed: Mapping[Loc, list[str | int]]) -> bool:
    """Whether a fault is there only because a faulty part is left out."""
    if detail["type"] == "missing":
        return loc[-1] in removed.get(loc[:-1], ())
    return detail["type"] in ("too_short", "silent_topic") and any(way[: len(loc)] == loc for way in faulty)


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


def _original(loc: Loc, removed: dict[Loc, list[str | int]]) -> Loc:
    """Where a part stood before faulty list items were left out."""
    way: list[str | int] = []
    for index, part in enumerate(loc):
        if isinstance(part, int):
            for gone in reversed(removed.get(loc[:index], [])):
                part += isinstance(gone, int) and gone <= part
        way.append(part)
    return tuple(way)


def _problem(detail: ErrorDetails, source: Source, type_: Any, loc: Loc, plain: Loc) -> Problem:
    kind, context = detail["type"], detail.get("ctx", {})
    name = next((part for part in reversed(loc) if isinstance(part, str)), source.path)
    given = detail["input"]
    if kind == "extra_forbidden":
        what, mend = f'"{name}" is not a known field', nearest(name, _fields(type_, plain[:-1]))
    elif kind == "missing":
        what, mend = f'the field "{name}" is missing', f'add "{name}:"'
    elif kind == "literal_error":
        expected = context["expected"].replace("'", "").replace(" or ", ", ").split(", ")
        what, mend = f'"{given}" is not a permitted value of "{name}"', nearest(str(given), expected)
    elif kind == "string_type" and isinstance(given, int | float):
        what, mend = f'"{name}" should be a text, but stands as a bare value', f'put quotes around it: "{given}"'
    elif kind == "string_type" and given is None:
        what, mend = f'"{name}" is empty', "write a text, or take the line away"
    elif kind == "string_type":
        what, mend = f'"{name}" should be a text', f'write "{name}: text"'
    elif kind == "string_too_short":
        what, mend = f'"{name}" is empty', "write a text"
    elif kind == "string_pattern_mismatch":
        what, mend = f'"{given}" cannot be an id', "use small letters a–z, digits and single hyphens"
    elif kind == "too_short":
        what, mend = f'"{name}" has too few entries', f"give at least {context.get('min_length', 1)}"
    elif kind in ("int_type", "int_parsing"):
        what, mend = f'"{name}" should be a whole number', f'write "{name}: 1" with digits alone'
    elif kind in ("bool_type", "bool_parsing"):
        what, mend = f'"{name}" should be true or false', f'write "{name}: true" or "{name}: false"'
    elif kind in ("tuple_type", "list_type"):
        what, mend = f'"{name}" should be a list', "begin each entry on a line of its own with a hyphen"
    elif kind in ("dict_type", "model_type", "model_attributes_type", "mapping_type"):
        what, mend = f'"{name}" should hold named fields', 'write "name: value" lines below it'
    elif kind == "value_error":
        what, mend = str(context["error"]), "see the author's guide on this field"
    else:
        mend = context.get("mend", "see the author's guide on this field")
        what = f'"{name}": {detail["msg"]}' if "mend" not in context else detail["msg"]
    return Problem(source.path, source.line(loc), _CODES.get(kind, "wrong-value"), what, mend)


_CODES = {"extra_forbidden": "unknown-field", "missing": "missing-field", "string_pattern_mismatch": "id-form", "no_locator": "locator", "silent_topic": "silent-topic"}


def _fields(type_: Any, loc: Loc) -> list[str]:
    """Names of the fields that may stand at ``loc`` in a file of this type."""
    for part in loc:
        type_ = _inner(type_, part)
    type_ = _strip(type_)
    if isinstance(type_, type) and issubclass(type_, BaseModel):
        return [field.alias or name for name, field in type_.model_fields.items()]
    return []


def _strip(type_: Any) -> Any:
    """The record type inside Annotated and optional types."""
    origin = get_origin(type_)
    if origin is Annotated:
        return _strip(get_args(type_)[0])
    if origin in (Union, types.UnionType):
        return next((inner for inner in map(_strip, get_args(type_)) if inner is not type(None)), type_)
    return type_


def _inner(type_: Any, part: str | int) -> Any:
    """The type of the part called ``part`` inside a type."""
    type_ = _strip(type_)
    if isinstance(type_, type) and issubclass(type_, BaseModel):
        fields = type_.model_fields
        field = next((field for name, field in fields.items() if part in (name, field.alias)), None)
        return field.annotation if field else None
    arguments = get_args(type_)
    return arguments[-1 if isinstance(part, str) else 0] if arguments else None
