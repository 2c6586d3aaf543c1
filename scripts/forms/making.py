"""A form as a file; what has not changed since it was made last is taken from where it was kept."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from scripts.export.cache import keep, kept, programs
from scripts.export.fields import open_field, word_field
from scripts.export.form import FormText, form_docx, form_odt
from scripts.forms.books import workbook
from scripts.forms.contents import sheet
from scripts.forms.markdown import markdown
from scripts.forms.paper import Paper
from scripts.forms.sheet import Sheet


def make(paper: Paper, formats: Sequence[str], to: Path, cached: Path) -> None:
    """Make a form as files.

    Args:
        paper: The form.
        formats: The formats to make it in, of those it has.
        to: The folder of the files.
        cached: The folder of files made before.
    """
    whole = sheet(paper)
    for format_ in formats:
        name = _key(paper, whole, format_)
        data = kept(cached, name)
        if data is None:
            data = written(paper, whole, format_)
            keep(cached, name, data)
        (to / f"{paper.name}.{format_}").write_bytes(data)


def made(paper: Paper, format_: str) -> bytes:
    """A form as a file of a format (``docx``, ``odt``, ``xlsx``); the same bytes for the same content."""
    return written(paper, sheet(paper), format_)


def written(paper: Paper, whole: Sheet, format_: str) -> bytes:
    """What stands on a form, written as a file of a format."""
    if format_ == "xlsx":
        return workbook(paper, whole)
    locale = paper.language.locale
    locales = {language.id: language.locale for language in paper.site.languages.values()}
    if format_ == "odt":
        return form_odt(_text(paper, whole, markdown(whole, open_field, locales)))
    return form_docx(_text(paper, whole, markdown(whole, lambda field: word_field(field, locale), locales)))


def _text(paper: Paper, whole: Sheet, text: str) -> FormText:
    guide, language = paper.guide, paper.language
    return FormText(
        text,
        whole.title,
        whole.subject,
        whole.mark,
        paper.author,
        tuple(guide.model.keywords.get(language.id, ())) or (guide.model.name[language.id],),
        language.locale,
        guide.sign.light.accent,
        paper.made,
    )


def _key(paper: Paper, whole: Sheet, format_: str) -> str:
    """A digest of all that decides what a file will be: what stands on it, what it says of itself, and the programs."""
    labels = sorted(id_ for id_ in paper.site.labels if id_.startswith("forms-"))
    parts = (
        repr((format_, whole, _text(paper, whole, ""))),
        paper.form.model_dump_json(),
        paper.guide.current.model_dump_json(),
        paper.site.info.model_dump_json(),
        repr([(id_, paper.label(id_)) for id_ in labels]),
    )
    return hashlib.sha256("\0".join(parts).encode() + _programs()).hexdigest()


@cache
def _programs() -> bytes:
    return programs(Path(__file__).parent, libraries=("XlsxWriter",))
