"""A form as Markdown that pandoc reads, its blanks written as the office formats want them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from macros.passages import set_passages
from macros.views.rendering import cell
from scripts.export.fields import Field
from scripts.forms.sheet import Ask, Blank, Block, Grid, Heading, Items, Sheet, Words

WritesField = Callable[[Field], str]


def markdown(sheet: Sheet, field: WritesField, locales: Mapping[str, str]) -> str:
    """Write a form.

    Args:
        sheet: The form.
        field: Writes a field into a paragraph or the cell of a table.
        locales: Locales of the site's languages by their ids, for passages in another language.
    """
    count = 0

    def written(blank: Blank) -> str:
        nonlocal count
        count += 1
        return field(
            Field(
                count, blank.kind, blank.tag, blank.title, blank.hint, blank.options, free=blank.free, value=blank.value
            )
        )

    text = "\n\n".join(part for block in sheet.blocks for part in _block(block, written))
    spoken = set_passages(text)
    return re.sub(r'<span lang="([a-z]+)">', lambda match: f'<span lang="{locales.get(match[1], match[1])}">', spoken)


def _block(block: Block, field: Callable[[Blank], str]) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"{'#' * block.level} {block.text}"
    elif isinstance(block, Words):
        yield _styled(block.style, block.text) if block.style else block.text
    elif isinstance(block, Items):
        yield "\n".join(f"- {text}" for text in block.texts)
    elif isinstance(block, Ask):
        yield _styled("Field Label", block.label)
        yield _styled("Field Text" if block.blank.kind == "text" else "Field", field(block.blank))
    else:
        yield _grid(block, field)


def _styled(style: str, text: str) -> str:
    return f'<div custom-style="{style}">\n\n{text}\n\n</div>'


def _grid(grid: Grid, field: Callable[[Blank], str]) -> str:
    rows = [
        "| " + " | ".join(cell(entry) if isinstance(entry, str) else field(entry) for entry in row) + " |"
        for row in grid.rows
    ]
    rule = "|" + "|".join("-" * share for share in grid.shares) + "|"
    return "\n".join(["| " + " | ".join(map(cell, grid.head)) + " |", rule, *rows])
