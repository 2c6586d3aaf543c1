"""The tables of the Word document."""

from __future__ import annotations

from math import ceil
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from scripts.export.runs import keep_next
from scripts.export.style import TEXT_WIDTH

LINE = 92  # characters of table text on a full line
LONG = 16  # lines; a longer row may break over two pages
SHORT = 14  # lines; a shorter table stays on one page


def set_table(table: Any) -> None:
    """Fit the columns to the line, let the first one head the rows, keep rows and short tables whole.

    The head of a table is never parted from its first row, nor the last row from the one before it.
    """
    columns = table.findall(f"{qn('w:tblGrid')}/{qn('w:gridCol')}")
    widths = [int(column.get(qn("w:w"))) for column in columns]
    shares = [width / sum(widths) for width in widths]
    for column, share in zip(columns, shares, strict=True):
        column.set(qn("w:w"), str(round(share * TEXT_WIDTH)))
    look = table.find(f"{qn('w:tblPr')}/{qn('w:tblLook')}")
    look.set(qn("w:firstColumn"), "1")
    look.set(qn("w:val"), "00A0")
    for style in table.iter(qn("w:pStyle")):
        if style.get(qn("w:val")) in ("Compact", "FirstParagraph", "BodyText"):
            style.set(qn("w:val"), "TableText")
    rows = table.findall(qn("w:tr"))
    lines = [_lines(row, shares) for row in rows]
    for row, count in zip(rows, lines, strict=True):
        if count <= LONG:
            _keep_whole(row)
    together = rows[:-1] if sum(lines) <= SHORT else [*rows[:1], *rows[-2:-1]]
    for row in together:
        for paragraph in row.iter(qn("w:p")):
            keep_next(paragraph)


def _keep_whole(row: Any) -> None:
    properties = row.find(qn("w:trPr"))
    if properties is None:
        properties = OxmlElement("w:trPr")
        row.insert(0, properties)
    properties.insert(0, OxmlElement("w:cantSplit"))


def _lines(row: Any, shares: list[float]) -> int:
    """About how many lines the highest cell of a row has."""
    lengths = (sum(len(text.text or "") for text in cell.iter(qn("w:t"))) for cell in row.findall(qn("w:tc")))
    return max((ceil(length / (LINE * share)) for length, share in zip(lengths, shares, strict=False)), default=0)
