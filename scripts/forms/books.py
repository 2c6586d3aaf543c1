"""The workbooks: the check of core elements, and the adaptation log."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from macros.model import FormSection
from scripts.forms import facts
from scripts.forms.paper import Paper
from scripts.forms.sheet import Blank, Block, Heading, Items, Sheet, Words
from scripts.forms.workbook import Book, plain

ROWS = 200
"""Entries an adaptation log has room for."""
GAP = 5
"""Points between paragraphs."""
_WIDTHS = {"line": 22, "text": 40, "date": 14, "choice": 26}


def workbook(paper: Paper, whole: Sheet) -> bytes:
    """A form as XLSX; the same bytes for the same content."""
    accent = paper.guide.sign.light.accent
    hints = paper.label("forms-pick-only"), paper.label("forms-date-only")
    book = Book(whole.title, paper.author, paper.language.locale, accent, paper.made, hints)
    _guidance(book, paper, whole)
    for section in paper.form.sections:
        if section.rows > 1:
            _entries(book, paper, section)
        elif section.questions:
            _questions(book, paper, section)
        elif section.shows == "omissions":
            _summary(book, paper, section)
    return book.bytes()


def _guidance(book: Book, paper: Paper, whole: Sheet) -> None:
    """The first sheet: what the form is, and what it asks once."""
    language, about = paper.language.id, paper.form.sections[0]
    sheet = book.sheet(paper.label("forms-guide-sheet"), (30, 70))
    book.words(sheet, 0, 0, whole.title, "title")
    texts = [paper.form.summary[language], f"{paper.label('forms-own')} {paper.site.info.notice[language]}"]
    texts += [about.intro[language]] if about.intro else []
    texts.append(facts.standing(paper).text)
    _running(book, sheet, 1, texts, 2, 100)
    row = len(texts) + 2
    book.words(sheet, row, 0, paper.label("forms-model"), "bold")
    book.words(sheet, row, 1, paper.guide.model.name[language], "cell")
    for place, field in enumerate(about.fields, row + 1):
        book.words(sheet, place, 0, field.label[language], "bold")
        book.blank(sheet, place, 1, paper.blank(field))


def _entries(book: Book, paper: Paper, section: FormSection) -> None:
    """Rows to fill in, a column for each field."""
    language = paper.language.id
    sheet = book.sheet(section.title[language], [_WIDTHS[field.kind] for field in section.fields])
    book.head(sheet, [field.label[language] for field in section.fields], 48)
    sheet.repeat_columns(0)
    for column, field in enumerate(section.fields):
        book.blank(sheet, 1, column, paper.blank(field), ROWS)


def _questions(book: Book, paper: Paper, section: FormSection) -> None:
    """The questions of each core element, with an answer to choose and room for notes."""
    sheet = book.sheet(section.title[paper.language.id], (40, 52, 22, 52))
    labels = ("forms-core-element", "forms-question", "forms-answer", "forms-note")
    book.head(sheet, [paper.label(label) for label in labels])
    row = 0
    for element in paper.guide.elements:
        for question in element.questions:
            row += 1
            title = facts.element_title(paper, element)
            book.words(sheet, row, 0, title, "cell")
            book.words(sheet, row, 1, question.text[paper.language.id], "cell")
            sheet.set_row(row, max(32, _height(title, 36)))
    if row:
        book.blank(sheet, 1, 2, _answers(paper, paper.label("forms-answer")), row)
        book.blank(sheet, 1, 3, Blank("text", "notes", paper.label("forms-note"), paper.label("forms-note-hint")), row)


def _summary(book: Book, paper: Paper, section: FormSection) -> None:
    """How each core element is carried out as a whole; beside the answer the sheet says what follows from it."""
    language = paper.language.id
    sheet = book.sheet(section.title[language], (52, 24, 64))
    labels = ("forms-core-element", "forms-whole", "forms-consequence")
    book.head(sheet, [paper.label(label) for label in labels])
    last = len(paper.guide.elements)
    for row, element in enumerate(paper.guide.elements, 1):
        title = facts.element_title(paper, element)
        book.words(sheet, row, 0, title, "cell")
        book.formula(sheet, row, 2, _consequence(paper, f"B{row + 1}"), paper.label("forms-unanswered"))
        sheet.set_row(row, max(32, _height(title, 48)))
    book.blank(sheet, 1, 1, _answers(paper, paper.label("forms-whole")), last)
    lines = list(_lines(facts.omissions(paper)))
    for row, (text, heading) in enumerate(lines, last + 2):
        if heading:
            book.words(sheet, row, 0, text, "heading")
        else:
            _running(book, sheet, row, [text], 3, 140)
    for row, field in enumerate(section.fields, last + len(lines) + 3):
        book.words(sheet, row, 0, field.label[language], "bold")
        book.blank(sheet, row, 1, paper.blank(field), across=2)


def _running(book: Book, sheet: Any, row: int, texts: list[str], across: int, width: int) -> None:
    """Texts across all columns, each in a row high enough for it."""
    for place, text in enumerate(texts, row):
        book.words(sheet, place, 0, text, across=across)
        sheet.set_row(place, _height(text, width) + GAP)


def _answers(paper: Paper, title: str) -> Blank:
    options = tuple((option.id, option.text[paper.language.id]) for option in paper.form.answers)
    return Blank("choice", "answers", title, paper.label("forms-choose"), options)


def _consequence(paper: Paper, cell: str) -> str:
    """A formula that says what follows from the answer in a cell."""
    language = paper.language.id
    formula = _quoted(paper.label("forms-unanswered"))
    for option in reversed(paper.form.answers):
        if option.means:
            formula = f"IF({cell}={_quoted(option.text[language])},{_quoted(option.means[language])},{formula})"
    return f"={formula}"


def _quoted(text: str) -> str:
    return '"' + plain(text).replace('"', '""') + '"'


def _lines(blocks: Iterator[Block]) -> Iterator[tuple[str, bool]]:
    """The lines of blocks without blanks, and whether each is a heading."""
    for block in blocks:
        if isinstance(block, Items):
            yield from ((f"• {text}", False) for text in block.texts)
        elif isinstance(block, Words | Heading):
            yield block.text, isinstance(block, Heading)


def _height(text: str, width: int) -> float:
    """Height of a row, in points, for a text in a cell of a width in letters."""
    return 15.5 * (1 + len(plain(text)) // width)
