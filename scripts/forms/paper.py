"""One form for one model in one language, and its blanks."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date

from macros.model import Area, Form, FormField, Guide, Language, Site
from macros.model.record import day_of
from macros.passages import without_marks
from macros.views.rendering import person
from scripts.forms.sheet import Blank

LONGEST = 64
"""Letters that Word takes as the name or the title of a field."""


@dataclass(frozen=True)
class Paper:
    """One form for one model in one language.

    Attributes:
        site: The content.
        guide: The guide of the model.
        language: The language it is written in.
        form: Which form.
        area: The area it is made for; None if whoever fills it in says so.
    """

    site: Site
    guide: Guide
    language: Language
    form: Form
    area: Area | None = None

    @property
    def name(self) -> str:
        """The name of its files without the ending: ``<guide>.<form>.<language>``, or with the area after the form."""
        area = f".{self.area.id}" if self.area else ""
        return f"{self.guide.id}.{self.form.id}{area}.{self.language.id}"

    @property
    def author(self) -> str:
        """Who stands as its author: those of the guide, or else whoever has compiled the guides."""
        authors = self.site.publication(self.guide, self.language.id).authors
        return "; ".join(map(person, authors)) or self.site.info.editor

    @property
    def made(self) -> date:
        """The day of the edition it is made of; the first of what is left out of it."""
        return day_of([int(part) for part in self.guide.current.date.split("-")])

    def label(self, id_: str) -> str:
        """A label of the site in the form's language."""
        return self.site.labels[id_][self.language.id]

    def blank(self, field: FormField, record: str = "", about: str = "", value: str = "") -> Blank:
        """The blank of a field.

        Args:
            field: The field.
            record: Id of what it is asked of, if of several things.
            about: What that is, in words; the title names it, so that no two fields are called alike.
            value: What stands there already.
        """
        language = self.language.id
        title = field.label[language] + (f": {without_marks(about)}" if about else "")
        hint = field.help[language] if field.help else field.label[language]
        return Blank(
            field.kind,
            within(f"{record}.{field.id}" if record else field.id),
            _short(title),
            hint,
            self._options(field),
            field.offers == "areas",
            value,
        )

    def _options(self, field: FormField) -> tuple[tuple[str, str], ...]:
        language = self.language.id
        offered: list[tuple[str, str]] = []
        if field.offers == "areas":
            areas = sorted(self.site.areas.values(), key=lambda area: area.name[language].casefold())
            offered = [(area.id, area.name[language]) for area in areas if area.kind == "county"]
        elif field.offers == "core-elements":
            offered = [(one.id, f"{one.number}. {without_marks(one.label[language])}") for one in self.guide.elements]
        return (*offered, *((option.id, option.text[language]) for option in field.options))


def within(tag: str) -> str:
    """A name that a program takes: one that is too long ends in a digest of itself."""
    return tag if len(tag) <= LONGEST else f"{tag[:51]}-{hashlib.sha256(tag.encode()).hexdigest()[:12]}"


def _short(title: str) -> str:
    if len(title) <= LONGEST:
        return title
    return re.sub(r"\W*\s\S*$", "", title[: LONGEST - 1]) + "…"
