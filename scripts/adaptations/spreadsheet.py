"""A log filled in as a spreadsheet, as what it would be in JSON, with the row of each part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from macros.model import Form, FormField, Site
from macros.parser import Loc
from macros.passages import without_marks
from macros.problem import Problem, say
from macros.source import Source

ENTRIES = "entries"
"""The section of the form that holds the changes."""
NONE = "none"
"""The answer that a change touches no core element."""
_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


def read_workbook(path: Path, name: str, site: Site, form: Form) -> Source:
    """Read a log.

    Args:
        path: The file.
        name: What it is called in messages.
        site: The content, whose words in any language the sheets are read by.
        form: The form the log was made from.

    Returns:
        What it would be in JSON; ``lines`` are the rows of the sheets.
    """
    try:
        workbook = load_workbook(path, data_only=True, read_only=True)
        sheets = [list(sheet.iter_rows(values_only=True)) for sheet in workbook.worksheets]
        workbook.close()
    except (BadZipFile, InvalidFileException, KeyError, ValueError, EOFError):
        return Source(name, None, {}, (Problem(name, 1, say("adaptation-log/workbook")),))
    value: dict[str, Any] = {}
    lines: dict[Loc, int] = {}
    known = next((section.fields for section in form.sections if section.id == ENTRIES), ())
    entries = None
    for rows in sheets:
        columns = _columns(rows[0], known) if rows else {}
        if len(columns) > len(known) // 2:
            entries = _entries(rows, columns, site, lines)
        else:
            _about(rows, site, form, value, lines)
    if entries is None:
        return Source(name, None, {}, (Problem(name, 1, say("adaptation-log/sheet")),))
    guide = site.guides.get(str(value.get("model")))
    labels = (
        {label: one.id for one in guide.elements for label in _element_labels(one.number, one.label.root)}
        if guide
        else {}
    )
    for entry in entries:
        if "element" in entry:
            given = entry["element"]
            entry["element"] = None if given == NONE else labels.get(given, given)
    return Source(name, {**value, "adaptations": entries}, lines)


def _columns(head: Iterable[Any], known: Iterable[FormField]) -> dict[int, FormField]:
    """The field that each column holds, by the words at its head in any language."""
    labels = {words: field for field in known for words in field.label.root.values()}
    return {place: labels[text] for place, cell in enumerate(head) if (text := _text(cell)) in labels}


def _entries(
    rows: list[tuple[Any, ...]], columns: Mapping[int, FormField], site: Site, lines: dict[Loc, int]
) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = []
    for number, row in enumerate(rows[1:], 2):
        cells = [(field, row[place]) for place, field in columns.items() if place < len(row) and _text(row[place])]
        if not cells:
            continue
        lines["adaptations", len(entries)] = number
        entries.append({field.id.replace("-", "_"): _value(field, cell) for field, cell in cells})
    return entries


def _about(rows: list[tuple[Any, ...]], site: Site, form: Form, value: dict[str, Any], lines: dict[Loc, int]) -> None:
    """What the log says of itself: the words in the first column name what stands in the second."""
    names = {words: field.id for field in form.sections[0].fields for words in field.label.root.values()}
    names |= dict.fromkeys(site.labels["forms-model"].root.values(), "model")
    models = {words: guide.id for guide in site.guides.values() for words in guide.model.name.root.values()}
    for number, row in enumerate(rows, 1):
        name = names.get(_text(row[0])) if len(row) > 1 else None
        if name and _text(row[1]):
            text = _text(row[1])
            value[name] = models.get(text, text) if name == "model" else text
            lines[name,] = number


def _value(field: FormField, cell: Any) -> str:
    if isinstance(cell, datetime | date):
        return cell.strftime("%Y-%m-%d")
    text = _text(cell)
    if field.kind == "date" and (match := _DAY.fullmatch(text)):
        return f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}"
    answers = {words: option.id for option in field.options for words in option.text.root.values()}
    return answers.get(text, text)


def _element_labels(number: int, label: Mapping[str, str]) -> list[str]:
    return [f"{number}. {without_marks(words)}" for words in label.values()]


def _text(cell: Any) -> str:
    return "" if cell is None else str(cell).strip()
