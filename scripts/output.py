"""What "check" tells, in the form that whoever reads it can use: text, GitHub's annotations, JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from macros.messages import Catalogue
from macros.problem import Problem

Format = Literal["text", "github", "json"]
VERSION = 1
"""The version of the form of the JSON; a field that is taken away or changes its meaning raises it."""


def as_text(problems: Sequence[Problem], words: Catalogue) -> str:
    """For people: two lines for each Problem."""
    return "".join(f"{words.lines(problem)}\n" for problem in problems)


def as_github(problems: Sequence[Problem], words: Catalogue) -> str:
    """For GitHub: workflow commands that show each Problem on its line of a pull request."""
    return "".join(f"{_annotation(problem, words)}\n" for problem in problems)


def as_json(problems: Sequence[Problem], words: Catalogue) -> str:
    """For programs: one object with ``version``, ``problems`` and ``counts``, the same fields each time."""
    entries = [
        {"path": problem.path, "line": problem.line, "code": problem.code, **words.words(problem.message)._asdict()}
        for problem in problems
    ]
    counts = {"problems": len(problems), "files": len({problem.path for problem in problems})}
    return json.dumps({"version": VERSION, "problems": entries, "counts": counts}, ensure_ascii=False, indent=2) + "\n"


FORMATS: Mapping[Format, Callable[[Sequence[Problem], Catalogue], str]] = {
    "text": as_text,
    "github": as_github,
    "json": as_json,
}
"""How Problems are written, by the name of the form."""


def _annotation(problem: Problem, words: Catalogue) -> str:
    what, mend = words.words(problem.message)
    told = f"{what} [{problem.code}]\n{words.frame('mend', mend=mend)}"
    properties = {"file": problem.path, "line": str(problem.line), "title": problem.code}
    written = ",".join(f"{name}={_escaped(value, ':,')}" for name, value in properties.items())
    return f"::error {written}::{_escaped(told)}"


def _escaped(value: str, also: str = "") -> str:
    """A value as workflow commands take it: the signs that would end it are written as their numbers."""
    for sign in "%\r\n" + also:  # the percent sign first, for it begins the others
        value = value.replace(sign, f"%{ord(sign):02X}")
    return value
