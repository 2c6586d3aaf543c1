"""What the open data consist of: one file for each kind of record, one for each model, and the index of them all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from macros.model import (
    Accessibility,
    Area,
    Discrepancy,
    Event,
    Form,
    Guide,
    Id,
    InnokylaField,
    Instrument,
    Language,
    Publication,
    Redirect,
    Reference,
    Sign,
    Site,
    SiteInfo,
    Term,
    Text,
    Topic,
)
from macros.model.adaptation import AdaptationLog
from macros.model.self_check import SelfCheck
from scripts.api.example import example_check, example_log
from scripts.api.index import FileEntry, Index, ModelEntry

VERSION = "1.6.0"
"""Semantic version of the schemas: the first number stands in the folder's name, the second rises with a new field."""

TEXTS = (
    "A text is an object of language ids and plain text. Words in another language inside a text are not marked. "
    "A field that nobody has filled is null, but for bibliography.json, where it is absent."
)


@dataclass(frozen=True, slots=True)
class Dataset:
    """One file of the open data.

    Attributes:
        path: Where it stands, from the index.
        schema: Where its schema stands, from the index; several files may share one.
        type: The type of what it holds.
        value: What it holds.
        about: What that is, in a sentence.
        csl: Whether it is CSL-JSON.
        given: Whether it is what others write, so that what they leave out may be absent.
    """

    path: str
    schema: str
    type: Any
    value: Any
    about: str
    csl: bool = False
    given: bool = False

    @property
    def count(self) -> int:
        """How many records it holds."""
        return len(self.value) if isinstance(self.value, tuple | dict) else 1


def datasets(site: Site) -> tuple[Dataset, ...]:
    """Every file of the open data, the index first."""
    files = tuple(_files(site))
    entries = [
        FileEntry(path=file.path, described_by=file.schema, count=file.count, about=file.about) for file in files
    ]
    given = site.info.licence.content
    index = Index(
        **{name: getattr(site.info, name) for name in SiteInfo.model_fields},
        version=VERSION,
        licence_of_content=Text(dict.fromkeys(site.languages, given)) if given else site.labels["export-not-stated"],
        texts=TEXTS,
        files=tuple(entries),
    )
    return (Dataset("index.json", _schema("index"), Index, index, "What there is."), *files)


def _schema(name: str) -> str:
    return f"schema/{name}.schema.json"


def _files(site: Site) -> Iterator[Dataset]:
    def several(name: str, type_: Any, value: Any, about: str, *, schema: str = "", csl: bool = False) -> Dataset:
        return Dataset(f"{name}.json", _schema(schema or name), type_, value, about, csl)

    guides = site.guides.values()
    yield several("models", tuple[ModelEntry, ...], tuple(map(_entry, guides)), "The operating models, each in short.")
    for guide in guides:
        about = "One operating model: its claims topic by topic, its editions with core elements and logic model, its ledger."
        yield Dataset(_path(guide), _schema("model"), Guide, guide, about)
    for name, topics in site.shared.items():
        about = "Claims that belong to no single model, topic by topic."
        yield several(name, tuple[Topic, ...], topics, about, schema="topics")
    yield several("glossary", tuple[Term, ...], tuple(site.terms.values()), "Terms with their definitions.")
    about = "The works that claims refer to by their ids, as CSL-JSON 1.0.2."
    yield several("bibliography", tuple[Reference, ...], tuple(site.references.values()), about, csl=True)
    about = "Where the sources disagree, and what the guides do about it."
    yield several("discrepancies", tuple[Discrepancy, ...], tuple(site.discrepancies.values()), about)
    about = "Measures and frameworks of evaluation, with the rule by which one of their forms is chosen."
    yield several("instruments", tuple[Instrument, ...], tuple(site.instruments.values()), about)
    about = "Counties, municipalities and organisations, and where the sources name each."
    yield several("areas", tuple[Area, ...], tuple(site.areas.values()), about)
    yield several("signs", tuple[Sign, ...], tuple(site.signs.values()), "Signs of the models: shapes and colours.")
    yield several("events", tuple[Event, ...], tuple(site.events.values()), "Workshops, webinars and deadlines.")
    yield several(
        "publications", tuple[Publication, ...], site.publications, "Days and identifiers of the publications."
    )
    about = "The fields of a page in Innokylä, and which texts of the data fill each."
    yield several("innokyla", tuple[InnokylaField, ...], site.innokyla, about)
    yield several(
        "forms", tuple[Form, ...], tuple(site.forms.values()), "The forms that areas fill in: what each asks."
    )
    log = example_log(site)
    if log:
        about = "An adaptation log as an example: a made-up entry, to show how logs that are to be merged are written."
        yield Dataset("adaptation-log.example.json", _schema("adaptation-log"), AdaptationLog, log, about, given=True)
    check = example_check(site)
    if check:
        about = "What a self-check saves to a file, as an example: a made-up team has answered about one core element."
        yield Dataset("self-check.example.json", _schema("self-check"), SelfCheck, check, about, given=True)
    about = "How far the site is accessible, as tests and people have found out."
    yield several("accessibility", Accessibility, site.accessibility, about)
    yield several("redirects", tuple[Redirect, ...], site.redirects, "Addresses that pages have left.")
    yield several("languages", tuple[Language, ...], tuple(site.languages.values()), "Languages of the texts.")
    about = "Words of the pages by id; among them those for values, as status-law for the status law of a claim."
    yield several("labels", dict[Id, Text], dict(site.labels), about)


def _path(guide: Guide) -> str:
    return f"models/{guide.id}.json"


def _entry(guide: Guide) -> ModelEntry:
    model = guide.model
    return ModelEntry(
        id=guide.id,
        order=model.order,
        name=model.name,
        title=model.title,
        summary=model.summary,
        editions=tuple(edition.id for edition in guide.editions),
        current=guide.current.id,
        path=_path(guide),
    )
