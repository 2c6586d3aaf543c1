"""What a page says of itself above its text."""

from __future__ import annotations

from pydantic import TypeAdapter

from macros.page import FrontMatter
from macros.problem import Problem, say
from macros.schema import validate
from macros.source import parse
from macros.units import FRONT_MATTER

_ADAPTER = TypeAdapter(FrontMatter)


def line_of(field: str, text: str) -> int:
    """The line on which a field of the front matter stands."""
    return next((number for number, row in enumerate(text.split("\n"), 1) if row.startswith(f"{field}:")), 1)


def front_matter(text: str, path: str) -> tuple[FrontMatter | None, list[Problem], int]:
    """The front matter, its problems, and the line on which the body begins."""
    match = FRONT_MATTER.match(text)
    if not match:
        return None, [Problem(path, 1, say("front-matter/none"))], 1
    source = parse(match[1], path, first_line=2)
    first = text[: match.end()].count("\n") + 1
    if source.value is None and not source.problems:
        return None, [Problem(path, 2, say("front-matter/empty"))], first
    if source.value is None:
        return None, list(source.problems), first
    document, faults = validate(source, FrontMatter, _ADAPTER)
    return (document.value if document else None), [*source.problems, *faults], first
