"""Rules on what kind of Markdown may be written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from macros.callout import KINDS
from macros.load import Content
from macros.outline import Outline
from macros.problem import Message, Problem, nearest, say

_MARKER = re.compile(r"> ?\[!(\w*)\]")


def markdown_for_both_readers(content: Content, pages: Mapping[str, Mapping[str, Outline]]) -> Iterator[Problem]:
    """Markdown is of the kind that the site and the exports read alike; callouts are of a known kind."""
    for outlines in pages.values():
        for outline in outlines.values():
            for oddity in outline.oddities:
                told = _callout(oddity.text) if oddity.kind == "callout" else say(_ODD[oddity.kind])
                yield Problem(outline.page.path, oddity.line, told)


_ODD = {
    "blank-line": "blank-line/here",
    "list-indent": "list-indent/here",
    "admonition": "callout/exclamation",
    "table-head": "table-head/here",
    "strikethrough": "strikethrough/here",
}


def _callout(text: str) -> Message:
    kind = (_MARKER.match(text) or ["", ""])[1]
    if kind.lower() in KINDS:
        return say("callout/same-line", kind=kind)
    return say("callout/unknown", kind=kind, nearest=nearest(kind.upper(), map(str.upper, KINDS)))
