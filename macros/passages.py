"""Passages marked inside a text, on pages and in the data alike.

``[kynnys]{lang=fi}`` is in another language; ``[old name]{mention}`` is spoken of, not used, so no rule minds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_PASSAGE = re.compile(
    r"(?P<code>^ {0,3}(?P<fence>```+|~~~+).*?(?:^ {0,3}(?P=fence)[ \t]*$|\Z)|(?P<ticks>`+)(?!`).{1,2000}?(?<!`)(?P=ticks)(?!`))"
    r"|\[(?P<text>[^\[\]\n]+)\]\{(?:lang=(?P<language>[A-Za-z-]+)|mention)\}",
    re.DOTALL | re.MULTILINE,
)


def set_passages(markdown: str) -> str:
    """Mark each passage for both Markdown readers, so that it is read aloud and hyphenated rightly; code stays as it is."""
    if "{lang=" not in markdown and "{mention}" not in markdown:
        return markdown
    return _PASSAGE.sub(_marked, markdown)


def _marked(match: re.Match[str]) -> str:
    if match["code"] or not match["language"]:
        return match["code"] or match["text"]
    return f'<span lang="{match["language"]}">{match["text"]}</span>'


def without_marks(text: str) -> str:
    """The text alone, for files that know no languages inside a text."""
    return _PASSAGE.sub(lambda match: match["code"] or match["text"], text)


def passages(text: str) -> Iterator[tuple[str, str, int]]:
    """Each passage: its language, its text, and how many line ends stand before it."""
    for match in _PASSAGE.finditer(text):
        if match["language"]:
            yield match["language"], match["text"], text.count("\n", 0, match.start())
