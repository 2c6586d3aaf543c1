"""Running text and the slips of typing in it that are sure to be slips."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.problem import Message, say

# Of everything without an end there is a bound: else a page of openings that nothing closes would be searched to its end
# from each of them. What is no prose, or prose in another language: front matter, code, macros and comments, tags, addresses, the targets of
# links, attribute lists, passages in another language, rows that part the head of a table from its body, indented code.
_NO_PROSE = re.compile(
    r"""
      \A---[ \t]*\n.*?^---[ \t]*$
    | ^[ ]*(?:>[ ]?)*[ ]{0,3}(?P<fence>```+|~~~+).*?(?:^[ ]*(?:>[ ]?)*[ ]{0,3}(?P=fence)[ \t]*$|\Z)
    | (?P<ticks>`+)(?!`).{1,2000}?(?<!`)(?P=ticks)(?!`)
    | \{\{.{0,2000}?\}\} | \{%.{0,2000}?%\} | \{\#.{0,2000}?\#\}
    | <[^>\n]{0,2000}>
    | (?:https?://|www\.|mailto:)[^\s)>\]]+
    | \]\([^)\n]{0,2000}\)
    | ^\[\^[^\]\n]+\]:
    | \[[^\[\]\n]+\]\{lang=[A-Za-z-]+\}
    | \{[^{}\n]*\}
    | ^(?=[ \t:|]*-)[ \t:|-]+$
    | ^(?:[ ]{4}|\t)[ \t]*(?![-*+>|]|\d+[.)])\S.*$
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
_MARKER = re.compile(r"^[ \t]*(?:(?:[-*+>:]|\d+[.)]|\#+)[ \t]+)+", re.MULTILINE)
_MACRO = re.compile(r"\{\{.{0,2000}?\}\}", re.DOTALL)

_DOUBLE_SPACE = re.compile(r"(?<=[^\s|])[ \u00a0]{2,}(?=[^\s|])")
_SPACE_BEFORE = re.compile(r"(?<=[\w”’)\]%])[ \u00a0]+([,;:!?.])(?=\s|\Z)")
_HYPHEN = re.compile(r"""(?<=[\w"”’).,]) - (?=[\w"”’“(])""")
_DOUBLE_HYPHEN = re.compile(r"""(?<=\w)---?(?=\w)|(?<=[\w"”’).,]) ---? (?=[\w"”’“(])""")
_YEARS = re.compile(r"(?<![\w./-])((?:19|20)[0-9]{2})-((?:19|20)[0-9]{2})(?![\w/-])")
_NUMBERS = re.compile(
    r"\b(?:s\.|ss\.|pp?\.|klo|kl\.|diat|sivut|vuosina|bilder|sidor|slides|pages)[ \u00a0]([0-9]{1,4})-([0-9]{1,4})(?![\w/-])"
    r"|(?<![\w./,-])([0-9]{1,4})-([0-9]{1,4})(?=[ \u00a0]?[%§€])"
)
_STRAIGHT = re.compile(r"""(?<![0-9])["]""")
# What the expressions above and below match, and more, but quickly: each alternative begins with the sign it looks for.
_SUSPICIOUS = re.compile(
    r"""[ \u00a0](?<=[^\s|].)[ \u00a0]|[ \u00a0][,;:!?.](?=\s|\Z)|-(?:-(?<=[^-|:\n]--)|[ ](?<=[^\n][ ]-[ ])|[0-9](?<=[0-9]-.))"""
)
_ASTRAY = re.compile(r"“(?<=\w“)|”(?<=[\s(]”)\w|\A”\w")
_CURLY = re.compile(r"[“”„‟]")


def prose(markdown: str) -> str:
    """The text with all that is no prose blotted out, on the same lines and in the same places."""
    blotted = _NO_PROSE.sub(lambda match: re.sub(r"[^\n]", "x", match[0]), markdown)
    return _MARKER.sub(lambda match: "x" * len(match[0]), blotted)


def slips(markdown: str, quotes: str | None) -> Iterator[tuple[int, Message]]:
    """Slips of typing in a text.

    Args:
        markdown: The text, whole.
        quotes: The quotation marks of its language around an ellipsis: ``“…”``; None if they are not known.

    Returns:
        Each slip: how many line ends stand before it, and what to tell its author.
    """
    if not _suspicious(markdown, quotes):
        return
    text = prose(markdown)
    for match in _DOUBLE_SPACE.finditer(text):
        yield _told(markdown, match, "double-space/here")
    for match in _SPACE_BEFORE.finditer(text):
        yield _told(markdown, match, "space-before/here", sign=match[1])
    for match in _HYPHEN.finditer(text):
        if not (text[match.start() - 1].isdigit() and text[match.end()].isdigit()):  # a subtraction, maybe
            yield _told(markdown, match, "dash/hyphen")
    for match in _DOUBLE_HYPHEN.finditer(text):
        yield _told(markdown, match, "dash/double")
    yield from _ranges(markdown, text)
    if quotes:
        yield from _quotes(markdown, text, quotes)


def _suspicious(markdown: str, quotes: str | None) -> bool:
    """Whether it is worth while to find out what of a text is prose: it seldom is, and takes long."""
    text = _MACRO.sub("x", markdown) if "{{" in markdown else markdown
    wrong = any(sign in text for sign in '"“”„‟' if quotes and sign not in quotes)
    astray = quotes is not None and quotes[0] != quotes[-1] and _ASTRAY.search(text)
    return bool(wrong or astray or _SUSPICIOUS.search(text))


def _ranges(markdown: str, text: str) -> Iterator[tuple[int, Message]]:
    for pattern in (_YEARS, _NUMBERS):
        for match in pattern.finditer(text):
            first, last = [part for part in match.groups() if part]
            if int(first) < int(last):
                told = say("dash/range", range=f"{first}-{last}", right=f"{first}–{last}")
                yield markdown.count("\n", 0, match.start()), told


def _quotes(markdown: str, text: str, quotes: str) -> Iterator[tuple[int, Message]]:
    opening, closing = quotes[0], quotes[-1]
    for match in _STRAIGHT.finditer(text):
        yield _told(markdown, match, "quotes/straight", right=quotes)
    for match in _CURLY.finditer(text):
        sign = match[0]
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        begins = (not before or before in " \u00a0\n(") and after.isalnum()
        ends = before.isalnum() and (not after or after in " \u00a0\n),.;:")
        if sign not in quotes or (sign != closing and ends) or (sign != opening and begins):
            yield _told(markdown, match, "quotes/other", sign=sign, right=quotes)


def _told(markdown: str, match: re.Match[str], name: str, **values: str) -> tuple[int, Message]:
    around = shown(markdown, match.start(), match.end())
    return markdown.count("\n", 0, match.start()), say(name, around=around, **values)


def shown(markdown: str, start: int, end: int, most: int = 20) -> str:
    """A place in a text with the words around it, in one line."""
    first = max(markdown.rfind("\n", 0, start) + 1, start - most)
    line_end = markdown.find("\n", end)
    last = min(len(markdown) if line_end < 0 else line_end, end + most)
    if first and markdown[first - 1] not in " \n":
        first = min(markdown.find(" ", first) + 1 or start, start)
    if last < len(markdown) and markdown[last] not in " \n":
        last = max(markdown.rfind(" ", 0, last), end)
    return markdown[first:last].strip()
