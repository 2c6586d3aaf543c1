"""Places to fill in, as Word and OpenDocument write them into a paragraph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from xml.sax.saxutils import escape, quoteattr

from babel.dates import get_date_format

from macros.views.rendering import babel_locale
from scripts.export.styles import QUIET

_ID = 1000  # of the first field, less one; Word wants a number of its own for each
_PLAIN = {"|": "&#124;", "`": "&#96;", "\n": " "}
"""What Markdown would read inside a table and inside raw text."""


@dataclass(frozen=True, slots=True)
class Field:
    """A place to fill in.

    Attributes:
        number: Its number in the document, from 1.
        kind: ``line``, ``text``, ``date`` or ``choice``.
        tag: Its name for programs.
        title: Its name for people.
        hint: What stands there until it is filled in.
        options: Pairs of value and words to choose from.
        free: Whether something else may be written.
        value: What stands there already.
    """

    number: int
    kind: Literal["line", "text", "date", "choice"]
    tag: str
    title: str
    hint: str
    options: tuple[tuple[str, str], ...] = ()
    free: bool = False
    value: str = ""


def word_field(field: Field, locale: str) -> str:
    """A field as a content control of Word (ISO/IEC 29500-1, 17.5.2), in raw Markdown."""
    look = "" if field.value else f'<w:rPr><w:rStyle w:val="PlaceholderText"/><w:color w:val="{QUIET}"/></w:rPr>'
    hint = "" if field.value else "<w:showingPlcHdr/>"
    return _raw(
        f"<w:sdt><w:sdtPr><w:alias w:val={_attribute(field.title)}/><w:tag w:val={_attribute(field.tag)}/>"
        f'<w:id w:val="{_ID + field.number}"/>{hint}{_control(field, locale)}</w:sdtPr>'
        f'<w:sdtContent><w:r>{look}<w:t xml:space="preserve">{escape(field.value or field.hint)}</w:t></w:r></w:sdtContent></w:sdt>',
        "openxml",
    )


def _control(field: Field, locale: str) -> str:
    if field.kind == "choice":
        name = "comboBox" if field.free else "dropDownList"
        items = "".join(
            f"<w:listItem w:displayText={_attribute(words)} w:value={_attribute(value)}/>"
            for value, words in field.options
        )
        return f"<w:{name}>{items}</w:{name}>"
    if field.kind == "date":
        return (
            f'<w:date><w:dateFormat w:val="{_date_format(locale)}"/><w:lid w:val="{locale}"/>'
            '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
        )
    return '<w:text w:multiLine="1"/>' if field.kind == "text" else "<w:text/>"


def _date_format(locale: str) -> str:
    """How a language writes days, as Word spells it: ``d.M.yyyy``."""
    pattern = str(get_date_format("medium", locale=babel_locale(locale)).pattern)
    return pattern if "yyyy" in pattern else pattern.replace("y", "yyyy")


def open_field(field: Field) -> str:
    """A field as OpenDocument has it (ODF 1.3, 7.4.18 and 7.7.14), in raw Markdown; a date and a free choice are written."""
    if field.kind == "choice" and not field.free:
        options = "".join(
            f"<text:label text:value={_attribute(words)}/>"
            for words in (field.hint, *(words for _, words in field.options))
        )
        name, help_ = _attribute(field.title), _attribute(field.hint)
        return _raw(
            f"<text:drop-down text:name={name} text:help={help_}>{options}{escape(field.hint)}</text:drop-down>",
            "opendocument",
        )
    if field.value:
        return escape(field.value)
    return _raw(
        f'<text:placeholder text:placeholder-type="text" text:description={_attribute(field.title)}>'
        f"&lt;{escape(field.hint)}&gt;</text:placeholder>",
        "opendocument",
    )


def _attribute(text: str) -> str:
    return quoteattr(text)


def _raw(xml: str, format_: str) -> str:
    for sign, written in _PLAIN.items():
        xml = xml.replace(sign, written)
    return f"`{xml}`{{={format_}}}"
