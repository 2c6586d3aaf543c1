"""Logs put together, counted, and written as one file."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from datetime import date

from macros.model import Form, Language, Site
from macros.model.adaptation import Adaptation, AdaptationCount, AdaptationLog, MergedAdaptation, MergedLogs
from macros.passages import without_marks
from scripts.adaptations.spreadsheet import ENTRIES, NONE
from scripts.forms.workbook import Book

_ACCENT = "#0B4F82"
"""Colour of a workbook that belongs to no single model: that of links."""


def merged(logs: Iterable[AdaptationLog]) -> MergedLogs:
    """Put logs together; the order in which they are given does not count."""
    entries = [
        MergedAdaptation(model=log.model, area=log.area, unit=log.unit, **entry.model_dump())
        for log in logs
        for entry in log.adaptations
    ]
    entries.sort(key=lambda entry: (entry.model, entry.date, entry.area, entry.model_dump_json()))
    count = Counter((entry.model, entry.element, entry.area, entry.fidelity) for entry in entries)
    groups = {(model, element, area) for model, element, area, _ in count}
    summary = [
        AdaptationCount(
            model=model,
            element=element,
            area=area,
            count=sum(count[model, element, area, fidelity] for fidelity in ("kept", "at-risk", "unknown")),
            kept=count[model, element, area, "kept"],
            at_risk=count[model, element, area, "at-risk"],
            unknown=count[model, element, area, "unknown"],
        )
        for model, element, area in sorted(groups, key=lambda group: (group[0], group[1] or "~", group[2]))
    ]
    return MergedLogs(adaptations=tuple(entries), summary=tuple(summary))


def as_json(logs: MergedLogs) -> bytes:
    """Merged logs as JSON."""
    return (json.dumps(logs.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n").encode()


def as_workbook(logs: MergedLogs, site: Site, form: Form, language: Language) -> bytes:
    """Merged logs as XLSX, in the words of a language: a sheet of all changes, and a sheet that counts them."""
    words = {id_: text[language.id] for id_, text in site.labels.items()}
    day = date.fromisoformat(max((entry.date for entry in logs.adaptations), default="2000-01-01"))
    hints = words["forms-pick-only"], words["forms-date-only"]
    book = Book(form.title[language.id], site.info.editor, language.locale, _ACCENT, day, hints)
    _summary(book, logs, site, words, language)
    fields = next((section.fields for section in form.sections if section.id == ENTRIES), ())
    answers = {field.id: {option.id: option.text[language.id] for option in field.options} for field in fields}
    sheet = book.sheet(words["forms-log-all"], (28, 24, 24, *(26 for _ in fields)))
    area, unit = (next(one.label[language.id] for one in form.fields if one.id == id_) for id_ in ("area", "unit"))
    book.head(sheet, [words["forms-model"], area, unit, *(field.label[language.id] for field in fields)])
    for row, entry in enumerate(logs.adaptations, 1):
        cells = [site.guides[entry.model].model.name[language.id], entry.area, entry.unit or ""]
        for field in fields:
            value = _given(entry, field.id)
            shown = _element(site, entry.model, value, language) if field.offers else None
            cells.append(shown or answers[field.id].get(value, value))
        for column, text in enumerate(cells):
            book.words(sheet, row, column, text, "cell")
    return book.bytes()


def _given(entry: Adaptation, field: str) -> str:
    value = getattr(entry, field.replace("-", "_"))
    return str(value) if value is not None else NONE if field == "element" else ""


def _element(site: Site, model: str, id_: str | None, language: Language) -> str | None:
    """A core element by number and label, of the newest edition that has it."""
    for edition in reversed(site.guides[model].editions):
        found = edition.element(id_ or "")
        if found:
            return f"{found.number}. {without_marks(found.label[language.id])}"
    return None


def _summary(book: Book, logs: MergedLogs, site: Site, words: dict[str, str], language: Language) -> None:
    sheet = book.sheet(words["forms-log-summary"], (28, 52, 28, 14, 14, 14, 14))
    heads = ("model", "core-element", "log-area", "log-count", "log-kept", "log-at-risk", "log-unknown")
    book.head(sheet, [words[f"forms-{head}"] for head in heads])
    for row, entry in enumerate(logs.summary, 1):
        element = _element(site, entry.model, entry.element, language) or words["forms-log-none"]
        for column, text in enumerate((site.guides[entry.model].model.name[language.id], element, entry.area)):
            book.words(sheet, row, column, text, "cell")
        for column, number in enumerate((entry.count, entry.kept, entry.at_risk, entry.unknown), 3):
            book.number(sheet, row, column, number)
