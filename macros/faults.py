"""pydantic's errors in an author's words."""

from __future__ import annotations

import types
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from macros.model.record import REFUSED
from macros.parser import Loc
from macros.problem import Message, Problem, nearest, say
from macros.source import Source


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
    around = loc[:-1] if detail["loc"][-1:] == ("[key]",) else loc  # a name that is not permitted, not its value
    name = next((part for part in reversed(around) if isinstance(part, str)), source.path)
    return Problem(source.path, source.line(loc), _message(detail, name, type_, plain))


def _message(detail: ErrorDetails, name: str, type_: Any, plain: Loc) -> Message:
    kind = detail["type"]
    if kind == REFUSED:
        values = dict(detail["ctx"])
        return say(values.pop("message"), **values)
    if kind == "extra_forbidden":
        return say("unknown-field/here", field=name, nearest=nearest(name, _fields(type_, plain[:-1])))
    if kind == "literal_error":
        permitted = detail["ctx"]["expected"].replace("'", "").replace(" or ", ", ").split(", ")
        given = str(detail["input"])
        return say("wrong-value/choice", value=given, field=name, nearest=nearest(given, permitted))
    if kind == "string_pattern_mismatch":
        return say("id-form/here", id=str(detail["input"]))
    if kind == "string_type":
        return _no_text(name, detail["input"])
    context = detail.get("ctx", {})
    count = context.get("max_length" if kind == "too_long" else "min_length")
    limits = {} if count is None else {"count": count}
    return say(_SIMPLE.get(kind, "wrong-value/other"), field=name, **limits)


def _no_text(name: str, given: object) -> Message:
    if isinstance(given, int):
        shown = str(given).lower() if isinstance(given, bool) else str(given)
        return say("wrong-value/bare", field=name, value=shown)
    return say("wrong-value/cut" if given is None else "wrong-value/text", field=name)


_SIMPLE = {
    "missing": "missing-field/here",
    "string_too_short": "wrong-value/empty",
    "too_short": "wrong-value/few",
    "too_long": "wrong-value/many",
    "int_type": "wrong-value/number",
    "int_parsing": "wrong-value/number",
    "int_from_float": "wrong-value/number",
    "bool_type": "wrong-value/truth",
    "bool_parsing": "wrong-value/truth",
    "tuple_type": "wrong-value/list",
    "list_type": "wrong-value/list",
    "dict_type": "wrong-value/fields",
    "mapping_type": "wrong-value/fields",
    "model_type": "wrong-value/fields",
    "model_attributes_type": "wrong-value/fields",
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
