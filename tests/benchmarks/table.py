"""A table in plain text."""

from __future__ import annotations

from collections.abc import Sequence


def table(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Rows below their heads: the first column to the left, figures to the right, each column as wide as it must be."""
    lines = [[title, *heads], *rows]
    widths = [max(len(line[column]) for line in lines if column < len(line)) for column in range(len(heads) + 1)]
    return "".join(
        "  ".join(
            cell.rjust(width) if column else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=False))
        ).rstrip()
        + "\n"
        for line in lines
    )
