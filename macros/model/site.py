"""The whole content of a workplace, as one value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from macros.model.accessibility import Accessibility
from macros.model.area import Area
from macros.model.bibliography import Reference
from macros.model.claim import Topic
from macros.model.discrepancy import Discrepancy
from macros.model.event import Event
from macros.model.form import Form
from macros.model.guide import Guide
from macros.model.innokyla import InnokylaField
from macros.model.instrument import Instrument
from macros.model.language import Language
from macros.model.overlay import Overlay
from macros.model.publication import Publication
from macros.model.record import Id, NonEmpty, Record
from macros.model.redirect import Redirect
from macros.model.sign import Sign
from macros.model.term import Term
from macros.model.text import Text
from macros.model.translation import Translation


class Licence(Record):
    """Licences, as far as somebody has given them."""

    code: NonEmpty
    content: NonEmpty | None


class SiteInfo(Record):
    """``data/site.yml``.

    Attributes:
        name: The site's name.
        description: What it is, in one sentence.
        editor: Who has compiled the guides.
        publisher: Who publishes them; None until somebody does.
        address: Where the site is served, ending in a slash; an ``.example`` address until it is known.
        repository: Where the sources are kept; None until known.
        contact: Where feedback goes; None until known.
        notice: The plain word that this is not an official publication.
        licence: Licences of code and content.
    """

    name: Text
    description: Text
    editor: NonEmpty
    publisher: NonEmpty | None
    address: NonEmpty
    repository: NonEmpty | None
    contact: NonEmpty | None
    notice: Text
    licence: Licence

    @property
    def known_address(self) -> str | None:
        """The address, if it is a real one: none under ``.example``, which is kept for examples (RFC 2606)."""
        return None if re.search(r"\.example(/|:|$)", self.address) else self.address


class Download(Record):
    """An exported file: ``<guide>.<language>.<format>``, and its size in bytes."""

    guide: Id
    language: Id
    format: NonEmpty
    size: int

    @property
    def name(self) -> str:
        """The file's name."""
        return f"{self.guide}.{self.language}.{self.format}"


class FormFile(Record):
    """A form to fill in: ``<guide>.<form>[.<area>].<language>.<format>``, and its size in bytes."""

    guide: Id
    form: Id
    language: Id
    format: NonEmpty
    size: int
    area: Id | None = None

    @property
    def name(self) -> str:
        """The file's name."""
        return ".".join(filter(None, (self.guide, self.form, self.area, self.language, self.format)))


KitKind = Literal["diat", "moniste"]
KIT_FORMATS: Mapping[KitKind, str] = {"diat": "pptx", "moniste": "pdf"}
"""The files of a workshop kit, slides and handout, in the order they are offered, and their formats."""


class KitFile(Record):
    """A file of a workshop kit: ``<guide>.<kind>.<language>.<format>``, and its size in bytes."""

    guide: Id
    kind: KitKind
    language: Id
    format: NonEmpty
    size: int

    @property
    def name(self) -> str:
        """The file's name."""
        return f"{self.guide}.{self.kind}.{self.language}.{self.format}"


class DataFile(Record):
    """A file for other systems, ``<name>.<format>``, and its size in bytes."""

    name: NonEmpty
    size: int

    @property
    def format(self) -> str:
        """The ending of its name."""
        return self.name.rsplit(".", 1)[1]


class Site(Record):
    """Everything the macros may show. Frozen; built once per run by ``macros.load``.

    Attributes:
        info: The site itself.
        languages: By id, in the order of the file.
        labels: Words of the page frame and the views, by id.
        signs: Signs the models can have, by id.
        guides: By id, in the models' order.
        shared: Topics that belong to no single model, by the name of their file.
        references: The bibliography, by id.
        terms: The glossary, by id.
        discrepancies: Where the sources disagree, by id.
        instruments: Instruments of evaluation, by id.
        areas: Areas and organisations the sources name, by id.
        events: Dated events, by id.
        publications: What has been given to the guides as publications.
        accessibility: How far the site is accessible, as far as tests and people have found out.
        innokyla: Fields of a page in Innokylä, in order.
        redirects: Addresses that pages have left.
        forms: Forms that areas fill in, by id.
        addresses: Pages there are in the source language, relative to its folder.
        downloads: Exported files there are to offer.
        form_files: Forms there are to offer.
        kit: Files of workshop kits there are to offer.
        vocabulary: Files of the glossary there are to offer.
        overlay: The local edition laid over it; None if it is the national one.
        translations: How far each language that is translated has come, by its id.
    """

    info: SiteInfo
    languages: Mapping[str, Language]
    labels: Mapping[str, Text]
    signs: Mapping[str, Sign]
    guides: Mapping[str, Guide]
    shared: Mapping[str, tuple[Topic, ...]]
    references: Mapping[str, Reference]
    terms: Mapping[str, Term]
    discrepancies: Mapping[str, Discrepancy]
    instruments: Mapping[str, Instrument] = {}
    areas: Mapping[str, Area] = {}
    events: Mapping[str, Event] = {}
    publications: tuple[Publication, ...] = ()
    accessibility: Accessibility = Accessibility()
    innokyla: tuple[InnokylaField, ...] = ()
    redirects: tuple[Redirect, ...] = ()
    forms: Mapping[str, Form] = {}
    addresses: frozenset[str] = frozenset()
    downloads: tuple[Download, ...] = ()
    form_files: tuple[FormFile, ...] = ()
    kit: tuple[KitFile, ...] = ()
    vocabulary: tuple[DataFile, ...] = ()
    overlay: Overlay | None = None
    translations: Mapping[str, Translation] = {}

    @property
    def built_languages(self) -> tuple[Language, ...]:
        """Languages that are published, the source first."""
        return tuple(language for language in self.languages.values() if language.status != "planned")

    @property
    def source_language(self) -> Language:
        """The language the others are translated from."""
        return next(language for language in self.languages.values() if language.status == "source")

    def reviewed(self, guide: Guide, language: Language) -> bool:
        """Whether somebody has reviewed all of a guide: its pages, and of the data all but what belongs to other models."""
        if language.status == "source":
            return True
        others = tuple(f"data/models/{id_}/" for id_ in self.guides if id_ != guide.id)
        if language.id not in self.translations:
            return False
        unreviewed = self.translations[language.id].unreviewed
        return not any(
            key.startswith(f"docs/{guide.id}/") or (key.startswith("data/") and not key.startswith(others))
            for key in unreviewed
        )

    def publication(self, guide: Guide, language: str) -> Publication:
        """What is given to the edition a guide shows, in a language; an empty draft if nothing is."""
        wanted = (guide.id, guide.current.id, language)
        return next(
            (entry for entry in self.publications if (entry.guide, entry.edition, entry.language) == wanted),
            Publication(guide=guide.id, edition=guide.current.id, language=language),
        )
