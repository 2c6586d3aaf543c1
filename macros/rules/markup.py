"""Rules on what kind of Markdown may be written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from macros.callout import KINDS
from macros.load import Content
from macros.outline import Outline
from macros.problem import Problem, nearest

_CALLOUT = re.compile(r"^> ?\[!(\w+)\]", re.MULTILINE)


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


def known_callouts(content: Content, pages: Mapping[str, Mapping[str, Outline]]) -> Iterator[Problem]:
    """A callout is of a known kind, and its marker stands alone on its line."""
    for outlines in pages.values():
        for outline in outlines.values():
            markdown = outline.page.markdown
            for match in _CALLOUT.finditer(markdown):
                line = outline.page.line(markdown.count("\n", 0, match.start()))
                kind = match[1].lower()
                if kind in KINDS:
                    yield Problem(
                        outline.page.path,
                        line,
                        "callout",
                        f"text follows [!{match[1]}] on the same line",
                        "begin the text on the next line, with > before it",
                    )
                else:
                    yield Problem(
                        outline.page.path, line, "callout", f"there is no callout [!{match[1]}]", nearest(kind, KINDS)
                    )
