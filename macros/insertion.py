"""Text put between the rows of an expanded page, which goes on knowing the lines of the file its rows come from."""

from __future__ import annotations


def insert(rows: list[str], lines: list[int], at: int, text: str, origin: int) -> None:
    """Put a text before a row, with an empty row on either side.

    Args:
        rows: The rows of the page; changed.
        lines: For each of them, the line of the file it comes from; changed likewise.
        at: The row (from 0) that the text comes to stand before.
        text: What to put there.
        origin: The line of the file that the text is said to come from.
    """
    added = ["", *text.split("\n"), ""]
    rows[at:at] = added
    lines[at:at] = [origin] * len(added)
