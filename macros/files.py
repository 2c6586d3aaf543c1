"""Which file in ``data/`` and in ``local/`` holds what."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import Annotated, Any, NamedTuple

from pydantic import Field, TypeAdapter

from macros.model import (
    Accessibility,
    Adaptation,
    Area,
    Basis,
    Completeness,
    Discrepancy,
    Edition,
    Event,
    Form,
    Id,
    InnokylaField,
    Instrument,
    Language,
    LocalInfo,
    Publication,
    Redirect,
    Reference,
    Sign,
    SiteInfo,
    Term,
    Text,
    Topic,
    Transition,
)
from macros.model.guide import ModelFile
from macros.model.overlay import ElementKey
from macros.model.translation import LedgerLine


class Kind(NamedTuple):
    """A kind of data file: where it stands, what it holds, whether the site can do without."""

    pattern: str
    type: Any
    adapter: TypeAdapter[Any]
    needed: bool


def _kind(pattern: str, type_: Any, *, needed: bool = True) -> Kind:
    return Kind(pattern, type_, TypeAdapter(type_), needed)


SHARED = ("background", "evaluation", "implementation", "pilots")
"""Files of topics that belong to no single model."""

KINDS = (
    _kind("data/site.yml", SiteInfo),
    _kind("data/languages.yml", tuple[Language, ...]),
    _kind("data/labels.yml", dict[Id, Text]),
    _kind("data/signs.yml", Annotated[tuple[Sign, ...], Field(min_length=1)]),
    _kind("data/glossary.yml", tuple[Term, ...]),
    _kind("data/bibliography.yml", tuple[Reference, ...]),
    _kind("data/discrepancies.yml", tuple[Discrepancy, ...]),
    _kind("data/instruments.yml", tuple[Instrument, ...], needed=False),
    _kind("data/areas.yml", tuple[Area, ...], needed=False),
    _kind("data/accessibility.yml", Accessibility, needed=False),
    _kind("data/publications.yml", tuple[Publication, ...], needed=False),
    _kind("data/redirects.yml", tuple[Redirect, ...], needed=False),
    _kind("data/events.yml", tuple[Event, ...], needed=False),
    _kind("data/forms.yml", tuple[Form, ...], needed=False),
    _kind("data/innokyla.yml", tuple[InnokylaField, ...], needed=False),
    *(_kind(f"data/{name}.yml", tuple[Topic, ...]) for name in SHARED),
    _kind("data/translations/*.yml", dict[str, LedgerLine], needed=False),
    _kind("data/models/*/model.yml", ModelFile, needed=False),
    _kind("data/models/*/ledger.yml", tuple[Transition, ...], needed=False),
    _kind("data/models/*/completeness.yml", tuple[Completeness, ...], needed=False),
    _kind("data/models/*/[0-9][0-9][0-9][0-9]-[0-9][0-9].yml", Edition, needed=False),
    _kind("local/local.yml", LocalInfo, needed=False),
    _kind("local/adaptations.yml", tuple[Adaptation, ...], needed=False),
    _kind("local/basis.yml", dict[ElementKey, Basis], needed=False),
)


def kind_of(path: str) -> Kind | None:
    """The kind of the data file at ``path``, or None if the site knows no such file."""
    depth = path.count("/")
    return next((kind for kind in KINDS if kind.pattern.count("/") == depth and fnmatchcase(path, kind.pattern)), None)
