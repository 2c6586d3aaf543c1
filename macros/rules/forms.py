"""Rules on forms."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from macros.load import Content
from macros.model import Form, FormField, FormSection
from macros.model.adaptation import Adaptation, values_of
from macros.model.innokyla import place_of
from macros.problem import Misuse, Problem, nearest, say
from macros.schema import Document
from macros.views import lookup
from macros.views.text_places import MODEL

PATH = "data/forms.yml"
LOG = "adaptation-log"
"""The form of the adaptation log."""


def forms_name_what_there_is(content: Content) -> Iterator[Problem]:
    """A form shows topics that every model has, and asks about the parts of a framework there is."""
    site, document = content.site, content.documents.get(PATH)
    if document is None or site is None or content.problems:  # what is left out as faulty may be what is named
        return
    for form, loc in document.find(Form):
        asks = any(section.each == "framework-part" for section in form.sections)
        if form.framework not in site.instruments and (asks or form.framework):
            named = form.framework or ""
            told = say("unknown-id/instrument", id=named, nearest=nearest(named, site.instruments))
            yield Problem(PATH, document.line(*loc, "framework"), told)
    for section, loc in document.find(FormSection):
        for position, written in enumerate(section.topics):
            place = place_of(written)
            for subject in site.guides if place.subject == MODEL else [place.subject]:
                try:
                    lookup.topic(site, subject, place.topic)
                except Misuse as misuse:
                    yield Problem(PATH, document.line(*loc, "topics", position), misuse.message)


def forms_ask_once(content: Content) -> Iterator[Problem]:
    """A section and a field stand once in a form; what is to be chosen has something to choose from."""
    document = content.documents.get(PATH)
    if document is None:
        return
    sections = [(section.id, loc) for section, loc in document.find(FormSection)]
    fields = [(field.id, loc) for field, loc in document.find(FormField)]
    for records in (sections, fields):
        for _, group in groupby(records, key=lambda record: record[1][0]):
            yield from _once(document, list(group))
    for field, loc in document.find(FormField):
        if (field.kind == "choice") != bool(field.options or field.offers):
            variant = "without" if field.kind == "choice" else "surplus"
            yield Problem(PATH, document.line(*loc), say(f"form-choice/{variant}", field=field.id))


def log_forms_ask_what_logs_hold(content: Content) -> Iterator[Problem]:
    """The form of the adaptation log asks for the fields of its entries, and offers the values they can have."""
    document = content.documents.get(PATH)
    if document is None:
        return
    for form, place in document.find(Form):
        if form.id != LOG:
            continue
        for section, loc in document.find(FormSection):
            if loc[0] == place[0] and section.id == "entries":
                yield from _entries(document, section, loc)


def _entries(document: Document, section: FormSection, loc: tuple[str | int, ...]) -> Iterator[Problem]:
    asked = [field.id.replace("-", "_") for field in section.fields]
    for name in [name for name in Adaptation.model_fields if name not in asked]:
        yield Problem(PATH, document.line(*loc, "fields"), say("form-log/lacking", field=name.replace("_", "-")))
    for index, field in enumerate(section.fields):
        name = field.id.replace("-", "_")
        if name not in Adaptation.model_fields:
            known = [one.replace("_", "-") for one in Adaptation.model_fields]
            told = say("form-log/field", field=field.id, nearest=nearest(field.id, known))
            yield Problem(PATH, document.line(*loc, "fields", index), told)
            continue
        permitted = values_of(name)
        for position, option in enumerate(field.options if permitted else ()):
            if option.id not in permitted:
                told = say("form-log/option", option=option.id, field=field.id, nearest=nearest(option.id, permitted))
                yield Problem(PATH, document.line(*loc, "fields", index, "options", position), told)


def _once(document: Document, records: list[tuple[str, tuple[str | int, ...]]]) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for id_, loc in records:
        line = document.line(*loc, "id")
        if id_ in seen:
            yield Problem(PATH, line, say("duplicate-id/here", id=id_, line=seen[id_]))
        seen.setdefault(id_, line)
