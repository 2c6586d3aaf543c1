"""pydantic's errors in an author's words."""

from __future__ import annotations

import types
from collections.abc import Callable
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from macros.problem import Problem, nearest
from macros.source import Loc, Source

Words = tuple[str, str]


def problem_of(detail: ErrorDetails, source: Source, type_: Any, loc: Loc, plain: Loc) -> Problem:
    """Tell an author what pydantic found.

    Args:
        detail: pydantic's error.
        source: The file.
        type_: What the file should hold.
        loc: Where the fault stands in the file.
        plain: Where it stands in what pydantic was given, from which faulty parts had been taken out.

    Returns:
        The Problem.
    """
    kind = detail["type"]
    name = next((part for part in reversed(loc) if isinstance(part, str)), source.path)
    if kind == "extra_forbidden":
        what, mend = f'"{name}" is not a known field', nearest(name, _fields(type_, plain[:-1]))
    elif kind in _WORDS:
        what, mend = _WORDS[kind](name, detail)
    else:
        what, mend = detail["msg"], detail.get("ctx", {}).get("mend", "compare it with the other entries of the file")
    return Problem(source.path, source.line(loc), _CODES.get(kind, "wrong-value"), what, mend)


_CODES = {
    "extra_forbidden": "unknown-field",
    "missing": "missing-field",
    "string_pattern_mismatch": "id-form",
    "no_date": "date",
    "identifier": "identifier",
    "checksum": "checksum",
    "term_form": "term-form",
    "no_locator": "locator",
    "silent_topic": "silent-topic",
}


def _literal(name: str, detail: ErrorDetails) -> Words:
    permitted = detail["ctx"]["expected"].replace("'", "").replace(" or ", ", ").split(", ")
    return f'"{detail["input"]}" is not a permitted value of "{name}"', nearest(str(detail["input"]), permitted)


def _text(name: str, detail: ErrorDetails) -> Words:
    given = detail["input"]
    if isinstance(given, int):
        return f'"{name}" should be a text, but stands as a bare value', f'put quotes around it: "{given}"'
    if given is None:
        return f'"{name}" is empty', "write a text; if a comma cut one in two, put quotes around the whole text"
    return f'"{name}" should be a text', f'write "{name}: text"'


def _number(name: str, detail: ErrorDetails) -> Words:
    return f'"{name}" should be a whole number', f'write "{name}: 1" with digits alone'


def _truth(name: str, detail: ErrorDetails) -> Words:
    return f'"{name}" should be true or false', f'write "{name}: true" or "{name}: false"'


def _list(name: str, detail: ErrorDetails) -> Words:
    return f'"{name}" should be a list', "begin each entry on a line of its own with a hyphen"


def _fields_wanted(name: str, detail: ErrorDetails) -> Words:
    return f'"{name}" should hold named fields', 'write "name: value" lines below it'


_WORDS: dict[str, Callable[[str, ErrorDetails], Words]] = {
    "missing": lambda name, _: (f'the field "{name}" is missing', f'add "{name}:"'),
    "literal_error": _literal,
    "string_type": _text,
    "string_too_short": lambda name, _: (f'"{name}" is empty', "write a text"),
    "string_pattern_mismatch": lambda _, detail: (
        f'"{detail["input"]}" cannot be an id',
        "use small letters a–z, digits and single hyphens",
    ),
    "too_short": lambda name, detail: (f'"{name}" has too few entries', f"give at least {detail['ctx']['min_length']}"),
    "too_long": lambda name, detail: (f'"{name}" has too many entries', f"give at most {detail['ctx']['max_length']}"),
    "int_type": _number,
    "int_parsing": _number,
    "bool_type": _truth,
    "bool_parsing": _truth,
    "tuple_type": _list,
    "list_type": _list,
    "dict_type": _fields_wanted,
    "mapping_type": _fields_wanted,
    "model_type": _fields_wanted,
    "model_attributes_type": _fields_wanted,
}


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
