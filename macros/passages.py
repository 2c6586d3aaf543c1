"""Passages in another language inside a text: ``[kynnys]{lang=fi}``, on pages and in the data alike."""

from __future__ import annotations

import re
from collections.abc import Iterator

_PASSAGE = re.compile(
    r"(?P<code>^ {0,3}(?P<fence>```+|~~~+).*?^ {0,3}(?P=fence)[ \t]*$|(?P<ticks>`+).+?(?P=ticks))"
    r"|\[(?P<text>[^\[\]\n]+)\]\{lang=(?P<language>[A-Za-z-]+)\}",
    re.DOTALL | re.MULTILINE,
)


def set_passages(markdown: str) -> str:
    """Mark each passage for both Markdown readers, so that it is read aloud and hyphenated rightly; code stays as it is."""
    if "{lang=" not in markdown:
        return markdown
    return _PASSAGE.sub(
        lambda match: match["code"] or f'<span lang="{match["language"]}">{match["text"]}</span>', markdown
    )


def without_marks(text: str) -> str:
    """The text alone, for files that know no languages inside a text."""
    return _PASSAGE.sub(lambda match: match["code"] or match["text"], text)


def passages(text: str) -> Iterator[tuple[str, str, int]]:
    """Each passage: its language, its text, and how many line ends stand before it."""
    for match in _PASSAGE.finditer(text):
        if not match["code"]:
            yield match["language"], match["text"], text.count("\n", 0, match.start())
