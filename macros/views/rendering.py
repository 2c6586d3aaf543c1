"""The Jinja environment of the views' own templates, and its filters."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal
from jinja2 import Environment, PackageLoader, StrictUndefined

from macros.model import Language, Site, Text
from macros.model.bibliography import CslDate, Name
from macros.model.text import fill

_JINJA = Environment(
    loader=PackageLoader("macros.views"),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    autoescape=False,  # noqa: S701 - the templates write Markdown; what texts may hold is a rule of its own
    keep_trailing_newline=False,
)


def render(template: str, site: Site, language: Language, **values: Any) -> str:
    """Fill a template.

    Args:
        template: Name of a file in ``templates/`` without ``.md.jinja``.
        site: The content.
        language: Language of the text.
        values: What the template shows.

    Returns:
        Markdown without blank lines at its ends.
    """
    filled = _JINJA.get_template(f"{template}.md.jinja").render(
        site=site, lang=language.id, language=language, label=_labels(_Same(site.labels), language.id), **values
    )
    return filled.strip("\n")


class _Same:
    """A mapping that is itself and nothing else: the labels are read once and never change."""

    def __init__(self, value: Mapping[str, Text]) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.value is other.value


@lru_cache(maxsize=8)
def _labels(labels: _Same, language: str) -> Mapping[str, str]:
    """The labels in a language, gathered once for all templates."""
    return MappingProxyType({id_: text[language] for id_, text in labels.value.items()})


def cell(text: str) -> str:
    """A text for a cell of a pipe table: in one line, its bars escaped."""
    return " ".join(text.split()).replace("|", "\\|")


@cache
def babel_locale(locale: str) -> Locale:
    """Babel's locale of a BCP 47 tag."""
    return Locale.parse(locale, sep="-")


def day(value: str, locale: str) -> str:
    """A date in words: ``2023-11-28``, ``2022-05`` or ``2024`` (ISO 8601) as a locale (``en-GB``) writes it."""
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 3:
        return format_date(date(parts[0], parts[1], parts[2]), "long", locale=babel_locale(locale))
    if len(parts) == 2:
        return format_skeleton("yMMMM", date(parts[0], parts[1], 1), locale=babel_locale(locale))
    return value


def size(octets: int, locale: str) -> str:
    """A file's size in kilobytes or megabytes (of 1000), as a locale writes numbers."""
    if octets < 1_000_000:
        return f"{format_decimal(max(1, round(octets / 1000)), locale=babel_locale(locale))} kB"
    return f"{format_decimal(octets / 1_000_000, format='0.0', locale=babel_locale(locale))} MB"


def person(name: Name) -> str:
    """An author as the bibliography writes them: ``Andersson, A.`` or the organisation's name."""
    return name.literal or ", ".join(part for part in (name.family, name.given) if part)


def csl_date(value: CslDate, locale: str) -> str:
    """A CSL date in words."""
    return "–".join(day("-".join(f"{part:02}" for part in parts), locale) for parts in value.date_parts)


_JINJA.filters.update(fill=fill, cell=cell, day=day, size=size, person=person, csl_date=csl_date)
