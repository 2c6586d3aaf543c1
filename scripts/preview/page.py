"""Problems as a page of the preview, or as a box above a page that can be shown all the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from macros.messages import asked_for, catalogue

_TEMPLATES = Environment(
    loader=PackageLoader("scripts.preview", "."), undefined=StrictUndefined, autoescape=True, trim_blocks=True
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A problem to show; the fields are those of a Problem, but may also come from faulty code.

    Not the Problem itself: a preview loads the code of the macros anew, and then there are two kinds of Problem.
    """

    path: str
    line: int
    code: str
    what: str
    mend: str


def entry(problem: Any) -> Entry:
    """A Problem, of whichever loading of the macros, in the words that were asked for."""
    what, mend = catalogue(asked_for()).words(problem.message)
    return Entry(problem.path, problem.line, problem.code, what, mend)


def told(entry: Entry) -> str:
    """An entry as it is printed."""
    first = f"{entry.path}:{entry.line}: {entry.what} [{entry.code}]"
    return f"{first}\n  {catalogue(asked_for()).frame('mend', mend=entry.mend)}" if entry.mend else first


def problem_page(entries: Sequence[Entry]) -> bytes:
    """A whole page (HTML, UTF-8) that lists problems in place of the one that was asked for."""
    return _render("problems.html.jinja", entries, "preview-instead")


def problem_box(entries: Sequence[Entry]) -> bytes:
    """A box (HTML, UTF-8) that lists problems above a page."""
    return _render("box.html.jinja", entries, "preview-above")


def _render(template: str, entries: Sequence[Entry], note: str) -> bytes:
    language = asked_for()
    frame = catalogue(language).frame
    values = {"title": frame("preview-count", count=str(len(entries))), "note": frame(note), "frame": frame}
    return _TEMPLATES.get_template(template).render(values, entries=entries, language=language).encode()
