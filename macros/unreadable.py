"""What cannot be read, in messages to an author: broken YAML, broken macro calls."""

from __future__ import annotations

import re

import yaml

from macros.problem import Message, say


def explain(error: yaml.MarkedYAMLError, text: str, first_line: int = 1) -> Message:
    """What broke the YAML, which begins on ``first_line`` of its file, and how to mend it."""
    mark = error.problem_mark
    lines = text.splitlines()
    if mark and mark.line < len(lines) and "\t" in lines[mark.line]:
        return say("yaml/tab")
    problem = error.problem or ""
    row = lines[mark.line] if mark and mark.line < len(lines) else ""
    if "mapping values are not" in problem and mark and ": " not in row[: mark.column]:
        return say("yaml/indent")  # the line has this colon alone
    name = next((name for needle, name in _BROKEN if needle in problem), "yaml/unreadable")
    opened = _opened(lines[: mark.line]) if mark and name == "yaml/indent" else None
    return say("yaml/quote", line=opened + first_line - 1) if opened else say(name)


def _opened(lines: list[str]) -> int | None:
    """The number of the last of the lines on which a quote is opened and not closed."""
    return next((number for number in range(len(lines), 0, -1) if _QUOTE.search(lines[number - 1])), None)


_QUOTE = re.compile(r"""(?:[:\[{,]|-|^)\s+(?:"[^"]*|'[^']*)$""")
_BROKEN = (
    ("nested too deep", "yaml/deep"),
    ("mapping values are not", "yaml/colon"),
    ("expected ',' or", "yaml/list"),
    ("expected ':'", "yaml/no-colon"),
    ("cannot start any token", "yaml/sign"),
    ("end of stream", "yaml/unfinished"),
    ("expected", "yaml/indent"),
)


def unreadable_call(complaint: str) -> Message:
    """What keeps macro calls on a page from being read.

    Args:
        complaint: Jinja's own words.
    """
    for pattern, name in _CALLS:
        match = re.search(pattern, complaint, re.IGNORECASE)
        if match:
            sign = match[1] if match.groups() else ""
            return say(name, sign=_SIGNS.get(sign, sign)) if sign else say(name)
    return say("macro-syntax/other")


_CALLS = (
    (r"expected an expression, got 'end of print", "macro-syntax/empty"),
    (r"end of template|missing end of|end of file", "macro-syntax/unfinished"),
    (r"unexpected char '(.+?)' at", "macro-syntax/sign"),
    (r"unexpected '(.+?)'", "macro-syntax/closing"),
    (r"got '(.+?)'$", "macro-syntax/closing"),
)
_SIGNS = {"end of print statement": "}}", "string": '"', "name": "a–z", "integer": "0–9"}


def wrong_values(complaint: str, macro: str, usage: str) -> Message:
    """Why a macro cannot take the values it was given.

    Args:
        complaint: Python's own words.
        macro: Name of the macro.
        usage: A call of it to copy.
    """
    for needle, name in _VALUES:
        if needle in complaint:
            named = re.search(r"'(\w+)'", complaint)
            return say(name, macro=macro, usage=usage, **({"name": named[1]} if named else {}))
    return say("macro-argument/plain", macro=macro, usage=usage)


_VALUES = (
    ("missing a required", "macro-argument/missing"),
    ("too many", "macro-argument/many"),
    ("multiple values", "macro-argument/twice"),
)
