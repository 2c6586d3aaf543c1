"""How far each translation has come: the units as they stand, held to what the ledgers record of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from macros.model import Site, Text, Translation
from macros.model.translation import LedgerLine
from macros.parser import Loc
from macros.schema import Document
from macros.units import data_texts, digest, page_parts

_FRAME = ("data/labels.yml", "data/site.yml")

FOLDER = "data/translations"
"""Where the ledgers are: one file a language."""

Ledger = Mapping[str, LedgerLine]
Standing = Literal["new", "changed", "revised", "edited", "orphaned", "current"]
"""``new``: the ledger has no line. ``changed``: the source has changed, the translation has not. ``revised``: both have.
``edited``: the translation alone has. ``orphaned``: the line has no unit. ``current``: all is as the line says."""


@dataclass(slots=True)
class Unit:
    """A unit as it stands.

    Attributes:
        key: Its key.
        texts: Its text in each language it is in.
        places: File and line of each of them.
    """

    key: str
    texts: dict[str, str] = field(default_factory=dict)
    places: dict[str, tuple[str, int]] = field(default_factory=dict)


def units_of(root: Path, languages: Sequence[str], documents: Mapping[str, Document]) -> dict[str, Unit]:
    """Every unit of a workplace, by key; what cannot be read has none.

    The records of texts are told their keys on the way. The words of the page frame stay nameless: every macro reads them.

    Args:
        root: The workplace.
        languages: Ids of its languages.
        documents: Its data files.
    """
    units: dict[str, Unit] = {}
    for path, document in documents.items():
        if not path.startswith((f"{FOLDER}/", "local/")):  # the ledgers are national, and an area must not touch them
            _add_texts(units, path, document, languages)
    for language in languages:
        for address, text in _pages(root / "docs" / language):
            for part in page_parts(address, text):
                _add(units, part.key, language, part.text, (f"docs/{language}/{address}", part.line))
    return units


def _add_texts(units: dict[str, Unit], path: str, document: Document, languages: Sequence[str]) -> None:
    keys: dict[Loc, str] = {}
    for key, loc, texts in data_texts(path, document.source.value, languages):
        keys[loc] = key
        for language, words in texts.items():
            if words.strip():
                _add(units, key, language, words.strip(), (path, document.source.line((*loc, language))))
    if path not in _FRAME and not document.removed:
        for text, loc in document.find(Text):
            text.name(keys.get(loc, ""))


def _add(units: dict[str, Unit], key: str, language: str, text: str, place: tuple[str, int]) -> None:
    unit = units.setdefault(key, Unit(key))
    unit.texts.setdefault(language, text)
    unit.places.setdefault(language, place)


def _pages(folder: Path) -> Iterator[tuple[str, str]]:
    """Address and text of each page in a folder."""
    for path in sorted(folder.rglob("*.md")):
        try:
            text = path.read_bytes().decode("utf-8-sig")
        except (OSError, UnicodeDecodeError):  # the page's own reading tells of it
            continue
        yield path.relative_to(folder).as_posix(), text.replace("\r\n", "\n").replace("\r", "\n")


def translation_of(units: Mapping[str, Unit], digests: Mapping[str, str], ledger: Ledger, language: str) -> Translation:
    """How far a language has come.

    Args:
        units: All units.
        digests: Digests of their source texts; those of no source text are missing.
        ledger: What is recorded of the language.
        language: Its id.
    """
    lagging, unreviewed = set(), set()
    for key, source in digests.items():
        line = ledger.get(key)
        text = units[key].texts.get(language)
        if line is None or line.state != "reviewed" or line.source != source or text is None:
            unreviewed.add(key)
        elif line.text != digest(text):
            unreviewed.add(key)
        if line is not None and line.source != source:
            lagging.add(key)
    return Translation(lagging=frozenset(lagging), unreviewed=frozenset(unreviewed))


def standing(line: LedgerLine | None, source: str | None, text: str | None) -> Standing:
    """How a unit stands to its line in a ledger.

    Args:
        line: The line.
        source: Digest of the unit's source text; None if it has none.
        text: Digest of its translation; None if it has none.
    """
    if source is None:
        return "orphaned"
    if line is None or text is None:
        return "new"
    if line.source != source:
        return "changed" if line.text == text else "revised"
    return "current" if line.text == text else "edited"


def translated(site: Site, documents: Mapping[str, Document], root: Path) -> tuple[Site, Mapping[str, Unit]]:
    """The site with how far its translations have come, and every unit by key.

    Args:
        site: The site as the data have it.
        documents: The data files.
        root: The workplace.
    """
    source = next((language.id for language in site.languages.values() if language.status == "source"), "")
    units = units_of(root, list(site.languages), documents)
    digests = {key: digest(unit.texts[source]) for key, unit in units.items() if source in unit.texts}
    ledgers = ledgers_of(documents)
    translations = {
        id_: translation_of(units, digests, ledgers.get(id_, {}), id_)
        for id_, language in site.languages.items()
        if language.status == "complete"
    }
    languages = {
        id_: language.model_copy(
            update={
                "reviewed": language.status == "source" or (id_ in translations and not translations[id_].unreviewed)
            }
        )
        for id_, language in site.languages.items()
    }
    return site.model_copy(update={"translations": translations, "languages": languages}), units


def ledgers_of(documents: Mapping[str, Document]) -> dict[str, Ledger]:
    """The ledgers among the data files, by their languages."""
    start = f"{FOLDER}/"
    return {
        path.removeprefix(start).removesuffix(".yml"): document.value
        for path, document in documents.items()
        if path.startswith(start)
    }
