"""From the files in ``data/`` and ``local/`` to one Site; reads each file once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from macros.blank import STAND_IN
from macros.downloads import made
from macros.files import KINDS, SHARED, kind_of
from macros.model import Accessibility, Guide, Sign, Site
from macros.model.guide import ModelFile
from macros.overlay import addresses, laid_over, paths
from macros.problem import ContentError, Problem, nearest, say
from macros.schema import Document, validate
from macros.source import read
from macros.translations import Ledger, Unit, ledgers_of, translated


@dataclass(frozen=True)
class Content:
    """What the data files hold, as far as it can be used.

    Attributes:
        root: The workplace.
        site: Everything as one value; None if a file it cannot do without is unusable.
        documents: The files by path, for rules that need lines.
        problems: What was wrong with the files themselves.
        written: Every id written in each file, also in parts that were left out as faulty, and the file's own name and folder.
        units: Everything that is translated, by key; none if there is no site.
        unread: Whether some file could not be read at all, so that what it holds is not known.
    """

    root: Path
    site: Site | None
    documents: Mapping[str, Document]
    problems: tuple[Problem, ...]
    written: Mapping[str, frozenset[str]]
    unread: bool
    units: Mapping[str, Unit] = field(default_factory=dict)

    @cached_property
    def models(self) -> Mapping[str, Document]:
        """The files ``model.yml`` by the id of their model."""
        return {
            document.value.id: document for document in self.documents.values() if isinstance(document.value, ModelFile)
        }

    @cached_property
    def ledgers(self) -> Mapping[str, Ledger]:
        """What is recorded of each translation, by the name of the ledger's file, which is the id of the language."""
        return ledgers_of(self.documents)

    @cached_property
    def written_ids(self) -> frozenset[str]:
        """Every id written anywhere in the data."""
        return frozenset().union(*self.written.values())


def load(root: Path, downloads: Path | None = None) -> Content:
    """Read all data of a workplace.

    Args:
        root: The folder that holds ``data/`` and ``docs/``.
        downloads: The folder of exported files to offer; by default those of the last build.

    Returns:
        The Content, with every Problem of form found in it. Never raises for what an author can write.
    """
    problems: list[Problem] = []
    documents: dict[str, Document] = {}
    written: dict[str, frozenset[str]] = {}
    unread = False
    for path in _paths(root):
        kind = kind_of(path)
        if kind is None:
            problems.append(_unknown_file(path))
            continue
        source = read(root, path)
        written[path] = frozenset({*path.removesuffix(".yml").split("/")[2:], *_ids(source.value), STAND_IN})
        problems += source.problems
        if source.value is None:
            unread = True
            if not source.problems:
                problems.append(Problem(path, 1, say("empty-file/here")))
            continue
        document, faults = validate(source, kind.type, kind.adapter)
        problems += faults
        if document:
            documents[path] = document
    site: Site | None = None
    units: Mapping[str, Unit] = {}
    if all(kind.pattern in documents for kind in KINDS if kind.needed):
        national = _site(documents, root, downloads or root / "site/downloads")
        site, units = translated(national, documents, root)
        site = laid_over(site, documents)
    elif not problems:
        raise AssertionError("a needed file is absent, and nothing said so")
    return Content(root, site, documents, tuple(sorted(set(problems))), written, unread, units)


def load_site(root: Path, downloads: Path | None = None) -> Site:
    """Read all data of a workplace whose data are known to be in order; see ``load``.

    Raises:
        ContentError: They are not; holds every Problem of form.
    """
    content = load(root, downloads)
    if content.problems or content.site is None:
        raise ContentError(content.problems)
    return content.site


def _paths(root: Path) -> list[str]:
    found = {
        path.relative_to(root).as_posix()
        for path in (root / "data").rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }
    return sorted(
        found
        | paths(root)
        | {kind.pattern for kind in KINDS if kind.needed}
        | {f"{folder}/model.yml" for folder in _model_folders(root)}
    )


def _model_folders(root: Path) -> list[str]:
    return [path.relative_to(root).as_posix() for path in (root / "data/models").glob("*") if path.is_dir()]


def _unknown_file(path: str) -> Problem:
    known = [kind.pattern for kind in KINDS if "*" not in kind.pattern]
    return Problem(path, 1, say("unknown-file/here", nearest=nearest(path, known)))


def _ids(value: Any) -> set[str]:
    if isinstance(value, list):
        return set().union(*map(_ids, value)) if value else set()
    if isinstance(value, dict):
        found = set().union(*map(_ids, value.values())) if value else set()
        own = value.get("id")
        return found | {own} if isinstance(own, str) else found
    return set()


def _by_id(items: Iterable[Any]) -> dict[str, Any]:
    return {item.id: item for item in items}


def _site(documents: Mapping[str, Document], root: Path, downloads: Path) -> Site:
    def value(name: str) -> Any:
        return documents[f"data/{name}.yml"].value

    def optional(name: str) -> Any:
        return value(name) if f"data/{name}.yml" in documents else ()

    models = [document for document in documents.values() if isinstance(document.value, ModelFile)]
    signs = _by_id(value("signs"))
    guides = [
        _guide(document, documents, signs) for document in sorted(models, key=lambda document: document.value.order)
    ]
    languages = _by_id(value("languages"))
    source = next((language.id for language in languages.values() if language.status == "source"), "")
    return Site(
        info=value("site"),
        languages=languages,
        labels=value("labels"),
        signs=signs,
        guides=_by_id(guides),
        shared={name: value(name) for name in SHARED},
        references=_by_id(value("bibliography")),
        terms=_by_id(value("glossary")),
        discrepancies=_by_id(value("discrepancies")),
        instruments=_by_id(optional("instruments")),
        areas=_by_id(optional("areas")),
        events=_by_id(optional("events")),
        publications=tuple(optional("publications")),
        accessibility=optional("accessibility") or Accessibility(),
        innokyla=tuple(optional("innokyla")),
        redirects=tuple(optional("redirects")),
        forms=_by_id(optional("forms")),
        addresses=frozenset(addresses(root, source)),
        **made(downloads),
    )


def _guide(model: Document, documents: Mapping[str, Document], signs: Mapping[str, Sign]) -> Guide:
    folder = model.path.removesuffix("model.yml")
    inside = {path.removeprefix(folder): document for path, document in documents.items() if path.startswith(folder)}
    editions = [inside[name].value for name in sorted(inside) if name[0].isdigit()]
    ledger = inside["ledger.yml"].value if "ledger.yml" in inside else ()
    sign = signs.get(model.value.sign) or next(iter(signs.values()))  # a rule tells if there is no such sign
    completeness = inside["completeness.yml"].value if "completeness.yml" in inside else ()
    return Guide(
        model=model.value, sign=sign, editions=tuple(editions), ledger=ledger, completeness=tuple(completeness)
    )
