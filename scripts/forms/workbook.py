"""What the workbooks of forms share: looks, lists to choose from, and the same bytes each time."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name

from macros.passages import without_marks
from scripts.export.archive import packed
from scripts.forms.sheet import Blank

LISTS = "lists"
"""The hidden sheet of answers to choose from."""
A4 = 9  # Excel's number of the paper
_GREY = "#8A99A6"
_MOST = 31  # letters of a sheet's name
_ACROSS = 170  # letters that are still read well across one printed page
_BOLD = re.compile(r"\*\*")
_TEXT = {"text_wrap": True, "valign": "top", "font_name": "Calibri", "font_size": 11}
_ROOM = 62  # points of a row that a longer text is written in
_HEIGHTS = {"title": 30, "heading": 24}
"""Points of a row with a text of this look."""
_NUMBERS = {"date": "yyyy-mm-dd", "choice": "General"}


class Book:
    """A workbook.

    Args:
        title: Its title.
        author: Who made it.
        locale: The locale of its language.
        accent: Colour of headings and heads of tables, as ``#RRGGBB``.
        made: The day of what it was made of.
        hints: Messages on what may be written: of a choice, and of a date.
    """

    def __init__(self, title: str, author: str, locale: str, accent: str, made: date, hints: tuple[str, str]) -> None:
        self._saved = BytesIO()
        options = {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        self._workbook = Workbook(self._saved, options)
        created = datetime.combine(made, datetime.min.time(), UTC)
        self._workbook.set_properties({"title": title, "author": author, "created": created})
        self._locale, self._hints = locale, hints
        self._lists: dict[tuple[str, ...], str] = {}
        self._formats: dict[str, Any] = {
            "title": self._format(
                {"bold": True, "font_name": "Cambria", "font_size": 16, "font_color": accent}, wrap=False
            ),
            "heading": self._format(
                {"bold": True, "font_name": "Cambria", "font_size": 13, "font_color": accent}, wrap=False
            ),
            "text": self._format({}),
            "bold": self._format({"bold": True}),
            "head": self._format(
                {"bold": True, "font_color": "#FFFFFF", "bg_color": accent, "border": 1, "border_color": _GREY}
            ),
            "cell": self._format({"border": 1, "border_color": _GREY}),
        }
        for kind in ("line", "text", "date", "choice"):
            look = {"border": 1, "border_color": _GREY, "num_format": _NUMBERS.get(kind, "@")}
            self._formats[f"blank-{kind}"] = self._format(look)

    def _format(self, look: dict[str, Any], *, wrap: bool = True) -> Any:
        return self._workbook.add_format({**_TEXT, "text_wrap": wrap, **look})

    def sheet(self, name: str, widths: Sequence[int]) -> Any:
        """A new sheet with columns of these widths, in letters, set to be printed across as few pages as can be read."""
        found = self._workbook.add_worksheet(re.sub(r"[\[\]:*?/\\]", " ", name)[:_MOST])
        for column, width in enumerate(widths):
            found.set_column(column, column, width)
        found.set_landscape()
        found.set_paper(A4)
        found.fit_to_pages(math.ceil(sum(widths) / _ACROSS), 0)
        found.hide_gridlines(2)
        found.set_footer("&R&P / &N")
        return found

    def words(self, sheet: Any, row: int, column: int, text: str, look: str = "text", across: int = 1) -> None:
        """A text, in one cell or across several; its marks of Markdown fall away."""
        if across > 1:
            sheet.merge_range(row, column, row, column + across - 1, plain(text), self._formats[look])
        else:
            sheet.write_string(row, column, plain(text), self._formats[look])
        if look in _HEIGHTS:
            sheet.set_row(row, _HEIGHTS[look])

    def formula(self, sheet: Any, row: int, column: int, formula: str, shown: str) -> None:
        """A formula, and what it comes to at first."""
        sheet.write_formula(row, column, formula, self._formats["cell"], shown)

    def number(self, sheet: Any, row: int, column: int, number: int) -> None:
        """A number."""
        sheet.write_number(row, column, number, self._formats["cell"])

    def head(self, sheet: Any, texts: Sequence[str], height: int = 32) -> None:
        """The heads of columns; they stay in sight and stand on each printed page."""
        for column, text in enumerate(texts):
            self.words(sheet, 0, column, text, "head")
        sheet.set_row(0, height)
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)

    def blank(self, sheet: Any, row: int, column: int, blank: Blank, last: int | None = None, across: int = 1) -> None:
        """Make a cell, or a column of cells to a last row, take what a blank asks for; its hint is shown to whoever comes there.

        A cell that takes a longer text is high enough for some lines; one in columns of its own can reach across several.
        """
        end = row if last is None else last
        look = self._formats[f"blank-{blank.kind}"]
        if across > 1:
            sheet.merge_range(row, column, row, column + across - 1, None, look)
        else:
            for place in range(row, end + 1):
                sheet.write_blank(place, column, None, look)
        if last is None and blank.kind == "text":
            sheet.set_row(row, _ROOM)
        rule = {"input_title": blank.title[:32], "input_message": blank.hint[:255], **self._rule(blank)}
        sheet.data_validation(row, column, end, column, rule)

    def _rule(self, blank: Blank) -> dict[str, Any]:
        if blank.kind == "choice":
            source = self._list(tuple(words for _, words in blank.options))
            return {"validate": "list", "source": source, "show_error": not blank.free, "error_message": self._hints[0]}
        if blank.kind == "date":
            return {"validate": "date", "criteria": ">", "value": date(2000, 1, 1), "error_message": self._hints[1]}
        return {"validate": "any"}

    def _list(self, options: tuple[str, ...]) -> str:
        """Where a list of answers stands."""
        letter = xl_col_to_name(len(self._lists))
        self._lists.setdefault(options, f"={LISTS}!${letter}$1:${letter}${len(options)}")
        return self._lists[options]

    def bytes(self) -> bytes:
        """The workbook as a file; the same bytes for the same content."""
        if self._lists:  # the last sheet, so that whoever shows it sees the others first
            sheet = self._workbook.add_worksheet(LISTS)
            sheet.hide()
            for column, options in enumerate(self._lists):
                for row, option in enumerate(options):
                    self.words(sheet, row, column, option)
        self._workbook.close()
        with ZipFile(self._saved) as archive:
            parts = {entry: archive.read(entry) for entry in archive.namelist()}
        language = f"<dc:language>{self._locale}</dc:language></cp:coreProperties>".encode()
        parts["docProps/core.xml"] = parts["docProps/core.xml"].replace(b"</cp:coreProperties>", language)
        return packed(parts, "[Content_Types].xml")


def plain(text: str) -> str:
    """A text without marks of Markdown."""
    return _BOLD.sub("", without_marks(text))
