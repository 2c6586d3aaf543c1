"""Rules on what kind of Markdown may be written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from macros.callout import KINDS
from macros.load import Content
from macros.outline import Outline
from macros.problem import Message, Problem, nearest, say
from macros.unsafe import without_fences

_MARKER = re.compile(r"> ?\[!(\w*)\]")


def markdown_for_both_readers(content: Content, pages: Mapping[str, Mapping[str, Outline]]) -> Iterator[Problem]:
    """Markdown is of the kind that the site and the exports read alike; callouts are of a known kind."""
    for outlines in pages.values():
        for outline in outlines.values():
            for oddity in outline.oddities:
                told = _callout(oddity.text) if oddity.kind == "callout" else say(_ODD[oddity.kind])
                yield Problem(outline.page.path, oddity.line, told)


_MEANT = re.compile(r" {0,3}(?:(?P<bullet>[•·▪●◦‣\uf0b7])\s|(?P<number>\d{1,3}\)) |(?P<heading>#{1,6})(?=[^\s#]))")
_MEANINGS = {"bullet": "line-mark/bullet", "number": "line-mark/number", "heading": "line-mark/heading"}

_ODD = {
    "blank-line": "blank-line/here",
    "list-indent": "list-indent/here",
    "admonition": "callout/exclamation",
    "table-head": "table-head/here",
    "strikethrough": "strikethrough/here",
}


def marks_begin_lines_as_they_should(content: Content, pages: Mapping[str, Mapping[str, Outline]]) -> Iterator[Problem]:
    """A line that is meant as a heading or an entry of a list begins with a sign that both readers know."""
    for outlines in pages.values():
        for outline in outlines.values():
            for number, row in enumerate(without_fences(outline.page.authored).split("\n"), 1):
                match = _MEANT.match(row)
                if match:
                    kind, mark = str(match.lastgroup), match[match.lastgroup or 0]
                    more = {"wanted": f"{mark[:-1]}."} if kind == "number" else {}
                    yield Problem(outline.page.path, number, say(_MEANINGS[kind], mark=mark, **more))


def _callout(text: str) -> Message:
    kind = (_MARKER.match(text) or ["", ""])[1]
    if kind.lower() in KINDS:
        return say("callout/same-line", kind=kind)
    return say("callout/unknown", kind=kind, nearest=nearest(kind.upper(), map(str.upper, KINDS)))
