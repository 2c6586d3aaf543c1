"""What may stand in no text that comes from an author, because a browser or a reading program might act on it.

The check reads Markdown with one reader, the site with another, exports with a third, and they do not agree on every odd
text. So these rules look at the signs themselves and take a text for code only where all three do.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from urllib.parse import unquote

from macros.problem import Message, say

_FENCE = re.compile(r"(```+|~~~+)[ \t]*[\w+#.-]*[ \t]*$")
_TICKS = re.compile(r"`+")
_BLOCK = re.compile(r"(?:[^\n]*\S[^\n]*\n?)+")
_TAG = re.compile(r"<(?!(?:https?://|mailto:)[^\s<>\"']*>|[\w.+-]+@[\w.-]+>)[A-Za-z/!?][^>\n]{0,200}>?")
_BRACE = re.compile(r"\{(?!lang=[A-Za-z-]+\}|mention\}|[a-z]*\})[^\n}]{0,80}\}?")
_HEADING_ID = re.compile(r"^(#{1,6}[^\n]*)\{:?[ \t]*#[^\s{}=]+[ \t]*\}[ \t]*$", re.MULTILINE)
_PICTURE = re.compile(r"!\[[^\]\n]{0,300}\]\(\s{0,20}<?\s{0,20}([^)\n]{0,300})")
_TARGET = re.compile(r"(?:(?<!!)\[([^\[\]\n]{0,300})\]\(|\]\(|\[([^\]^\n][^\]\n]{0,300})\]:)(?=([^)]{0,300}))")
_SPACED = re.compile(r"\[([^\[\]\n]{1,300})\]\((?![<\"])([^()\s\"<>]{1,200}[ \t]+[^()\n\"]{1,200})\)")
_APART = re.compile(r"(?<!!)\[([^\[\]\n]{1,300})\][ \t]+\((?:https?://|[\w./-]{1,200}\.md\b)[^)\n]{0,300}\)")
_DANGEROUS = frozenset({"javascript", "vbscript", "data", "file", "blob", "filesystem", "view-source", "jar", "about"})
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_HIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b\u2028-\u202e\u2060-\u2069\ufeff]")


def scheme_of(target: str) -> str | None:
    """The scheme of an address as a browser would read it, in small letters; None if it has none."""
    read = re.sub(r"[\x00-\x20\x7f-\xa0\u200b\\<]", "", html.unescape(html.unescape(unquote(target))))
    match = _SCHEME.match(read)
    return match[1].lower() if match else None


def unsafe(text: str) -> Iterator[tuple[int, Message]]:
    """What may not stand in a text of Markdown.

    Args:
        text: The text, from a page or from the data.

    Returns:
        Each fault: how many line ends stand before it, and what to tell its author.
    """
    if not any(sign in text for sign in "<{[&"):
        return
    plain = _BLOCK.sub(_without_spans, without_fences(text)) if "`" in text else text
    for match in _TAG.finditer(plain):
        told = say("raw-html/comment") if match[0].startswith("<!--") else say("raw-html/html", html=match[0][:40])
        yield _place(plain, match), told
    for match in _BRACE.finditer(_HEADING_ID.sub(r"\1", plain) if "{" in plain else ""):
        yield _place(_HEADING_ID.sub(r"\1", plain), match), say("attributes/here", marks=match[0][:40])
    yield from _links(plain)


def _links(plain: str) -> Iterator[tuple[int, Message]]:
    if "](" not in plain and "]:" not in plain and "] (" not in plain:
        return
    for match in _TARGET.finditer(plain):
        scheme = scheme_of(match[3])
        if scheme in _DANGEROUS:
            told = say("link-scheme/here", text=match[1] or match[2] or match[3][:40], scheme=scheme)
            yield _place(plain, match), told
    for match in _PICTURE.finditer(plain):
        target = match[1].strip()
        if " " in target and (scheme_of(target) or target.startswith(("/", "\\"))):
            yield _place(plain, match), say("image-source/elsewhere", image=target[:80])
    for match in _SPACED.finditer(plain):
        if not scheme_of(match[2]) or scheme_of(match[2]) not in _DANGEROUS:
            yield _place(plain, match), say("dead-link/space", text=match[1], target=match[2])
    for match in _APART.finditer(plain):
        yield _place(plain, match), say("dead-link/apart", text=match[1])


def hidden(text: str) -> Iterator[tuple[int, Message]]:
    """Characters nobody sees, which make a text another one to a program than to a reader: where each stands, and what to tell."""
    for match in _HIDDEN.finditer(text):
        yield match.start(), say("hidden-character/here", number=f"U+{ord(match[0]):04X}")


def _without_spans(block: re.Match[str]) -> str:
    """A paragraph without its code spans, if on each line marks of one length open and close them; else as it stands."""
    rows = block[0].split("\n")
    blotted = []
    for row in rows:
        marks = _TICKS.findall(row)
        if len(marks) % 2 or len(set(marks)) > 1 or "\\`" in row:
            return block[0]
        parts = row.split(marks[0]) if marks else [row]
        blotted.append("x".join("x" * len(part) if number % 2 else part for number, part in enumerate(parts)))
    return "\n".join(blotted)


def without_fences(text: str) -> str:
    """The text with empty lines in place of blocks of code that every reader takes for code."""
    rows = text.split("\n")
    ends: dict[str, list[int]] = {}
    for number, row in enumerate(rows):
        if row.startswith(("```", "~~~")):
            ends.setdefault(row.rstrip(" \t"), []).append(number)
    index = 0
    while index < len(rows):
        fence = _FENCE.match(rows[index]) if rows[index].startswith(("```", "~~~")) else None
        closing = ends.get(fence[1], []) if fence else []
        after = bisect_right(closing, index)
        if after < len(closing):
            rows[index : closing[after] + 1] = [""] * (closing[after] + 1 - index)
            index = closing[after]
        index += 1
    return "\n".join(rows)


def _place(text: str, match: re.Match[str]) -> int:
    return text.count("\n", 0, match.start())
