"""Rules on what kind of Markdown may be written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from macros.callout import KINDS
from macros.load import Content
from macros.outline import Outline
from macros.problem import Problem, nearest

_MARKER = re.compile(r"> ?\[!(\w*)\]")


def no_raw_html(content: Content, pages: Mapping[str, Mapping[str, Outline]]) -> Iterator[Problem]:
    """Pages hold no raw HTML: the exports could not follow."""
    for outlines in pages.values():
        for outline in outlines.values():
            for html, line in outline.html:
                if html.startswith("<!--"):
                    yield Problem(
                        outline.page.path,
                        line,
                        "raw-html",
                        "an HTML comment stands here",
                        "write {# comment #} instead",
                    )
                else:
                    yield Problem(
                        outline.page.path,
                        line,
                        "raw-html",
                        f"there is raw HTML: {html[:40]}",
                        "use Markdown, or a macro; put code between backticks",
                    )


def markdown_for_both_readers(content: Content, pages: Mapping[str, Mapping[str, Outline]]) -> Iterator[Problem]:
    """Markdown is of the kind that the site and the exports read alike; callouts are of a known kind."""
    for outlines in pages.values():
        for outline in outlines.values():
            for oddity in outline.oddities:
                code, what, mend = _callout(oddity.text) if oddity.kind == "callout" else _ODD[oddity.kind]
                yield Problem(outline.page.path, oddity.line, code, what, mend)


_ODD = {
    "blank-line": (
        "blank-line",
        "a list or a table follows a paragraph without a blank line",
        "leave a blank line before it",
    ),
    "list-indent": (
        "list-indent",
        "a list inside a list is not indented by four spaces",
        "begin its lines with four spaces for each level",
    ),
    "admonition": ("callout", "a box is marked with exclamation marks", "write it as a callout: > [!NOTE]"),
    "table-head": (
        "table-head",
        "there is a link in the head of a table, which is repeated on paper, where no link may be repeated",
        "put the link into a row below the head",
    ),
    "strikethrough": (
        "strikethrough",
        "a text is struck through",
        "take the text out, or say in words what was dropped",
    ),
}


def _callout(text: str) -> tuple[str, str, str]:
    kind = (_MARKER.match(text) or ["", ""])[1]
    if kind.lower() in KINDS:
        what = f"text follows [!{kind}] on the same line"
        return "callout", what, "begin the text on the next line, with > before it"
    return "callout", f"there is no callout [!{kind}]", nearest(kind.lower(), KINDS)
