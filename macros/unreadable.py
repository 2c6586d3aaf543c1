"""YAML that cannot be read, in an author's words."""

from __future__ import annotations

import yaml


def explain(error: yaml.MarkedYAMLError, text: str) -> tuple[str, str]:
    """What broke the YAML, in an author's words, and how to mend it."""
    mark = error.problem_mark
    lines = text.splitlines()
    if mark and mark.line < len(lines) and "\t" in lines[mark.line]:
        return "there is a tab where only spaces may stand", "replace the tab with spaces"
    problem = error.problem or ""
    return next((words for needle, *words in _BROKEN if needle in problem), _UNREADABLE)  # type: ignore[return-value]


_BROKEN = (
    (
        "nested too deep",
        "lists and maps stand too deep inside each other here",
        "check the brackets and the indentation",
    ),
    ("mapping values are not", "a colon followed by a space stands inside a text", "put quotes around the whole text"),
    (
        "expected ',' or",
        "a list in brackets or braces is not closed, or a comma is missing",
        "check the brackets and put quotes around texts that hold commas",
    ),
    ("expected ':'", "a colon is missing after a name", 'write "name: value"'),
    ("cannot start any token", "a text may not begin with this character", "put quotes around the whole text"),
    ("end of stream", "the file ends in the middle of a quoted text", "close the quotes"),
    (
        "expected",
        "the line is not indented like its neighbours, or a quote is not closed",
        "align it with the lines around it and check the quotes",
    ),
)
_UNREADABLE = ("this line cannot be read", "compare it with the lines around it: indentation, colons, quotes")
