"""``> [!NOTE]`` callouts, made into divs with a title in the page's language: both Markdown readers take those."""

from __future__ import annotations

import re
from collections.abc import Mapping

from macros.model import Text

KINDS = ("note", "tip", "important", "warning")
_HEAD = re.compile(r"> ?\[!(\w+)\]\s*$")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")


def set_callouts(markdown: str, lines: list[int], labels: Mapping[str, Text], language: str) -> tuple[str, list[int]]:
    """Replace each callout by a div.

    Args:
        markdown: Expanded Markdown.
        lines: For each of its lines, the line of the file it comes from.
        labels: The site's labels; ``callout-note`` and so on are the titles.
        language: Id of the page's language.

    Returns:
        The Markdown with divs, and its lines. An unknown kind is left as it stands, for a rule to name.
    """
    if "[!" not in markdown:
        return markdown, lines
    text: list[str] = []
    origin: list[int] = []
    rows = markdown.split("\n")
    fence = ""
    index = 0
    while index < len(rows):
        row = rows[index]
        match = _FENCE.match(row)
        if match and not fence:
            fence = match[1]
        elif match and row.strip().startswith(fence) and not row.strip().strip(fence[0]):
            fence = ""
        head = None if fence else _HEAD.match(row)
        if not head or head[1].lower() not in KINDS:
            text.append(row)
            origin.append(lines[min(index, len(lines) - 1)])
            index += 1
            continue
        kind = head[1].lower()
        line = lines[min(index, len(lines) - 1)]
        title = labels[f"callout-{kind}"][language]
        opening = [
            f'<div class="admonition {kind}" markdown="1">',
            "",
            '<div class="admonition-title" markdown="1">',
            "",
            title,
            "",
            "</div>",
            "",
        ]
        text += opening
        origin += [line] * len(opening)
        index += 1
        while index < len(rows) and rows[index].startswith(">"):
            text.append(re.sub(r"^> ?", "", rows[index]))
            origin.append(lines[min(index, len(lines) - 1)])
            index += 1
        text += ["", "</div>"]
        origin += [line, line]
    return "\n".join(text), origin
