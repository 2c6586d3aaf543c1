"""Logs read from files; what is faulty is told by file and row, what is good is kept."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import TypeAdapter

from macros.model import Form, Site
from macros.model.adaptation import AdaptationLog
from macros.problem import Problem, nearest, say
from macros.schema import Document, validate
from macros.source import Source, parse
from scripts.adaptations.spreadsheet import read_workbook

_LOG = TypeAdapter(AdaptationLog)


def read_logs(root: Path, names: Iterable[str], site: Site, form: Form) -> tuple[list[AdaptationLog], list[Problem]]:
    """Read logs.

    Args:
        root: The workplace.
        names: JSON files and workbooks, from there.
        site: The content: the models there are, and the words of the workbooks.
        form: The form of the log.

    Returns:
        What is good of the logs, and the Problems of the rest.
    """
    logs: list[AdaptationLog] = []
    problems: list[Problem] = []
    for name in names:
        source = _source(root / name, name, site, form)
        problems += source.problems
        if source.value is None:
            continue
        document, faults = validate(source, AdaptationLog, _LOG)
        problems += faults
        if document:
            wrong = dict(_unknown(document, site))
            problems += wrong.values()
            if None not in wrong:
                log: AdaptationLog = document.value
                good = tuple(entry for place, entry in enumerate(log.adaptations) if place not in wrong)
                logs.append(log.model_copy(update={"adaptations": good}))
    return logs, problems


def _source(path: Path, name: str, site: Site, form: Form) -> Source:
    if not path.is_file():
        return _nothing(name, 1, "adaptation-log/missing")
    if path.suffix == ".xlsx":
        return read_workbook(path, name, site, form)
    return _json(path, name) if path.suffix == ".json" else _nothing(name, 1, "adaptation-log/kind")


def _json(path: Path, name: str) -> Source:
    try:
        text = path.read_text(encoding="utf-8-sig")
        value = json.loads(text)
    except UnicodeDecodeError as error:
        return _nothing(name, error.object[: error.start].count(b"\n") + 1, "encoding/here")
    except (json.JSONDecodeError, RecursionError) as error:
        return _nothing(name, getattr(error, "lineno", 1), "adaptation-log/json")
    # JSON is YAML, if tabs between its parts are none; that tells on which line each part stands.
    return Source(name, value, parse(text.replace("\t", " "), name).lines)


def _nothing(name: str, line: int, message: str) -> Source:
    return Source(name, None, {}, (Problem(name, line, say(message)),))


def _unknown(document: Document, site: Site) -> Iterator[tuple[int | None, Problem]]:
    """A model that is not known, under None, and entries with a core element that the model does not have, by their places."""
    log: AdaptationLog = document.value
    guide = site.guides.get(log.model)
    if guide is None:
        told = say("unknown-id/model", id=log.model, nearest=nearest(log.model, site.guides))
        yield None, Problem(document.path, document.line("model"), told)
        return
    known = {element.id for edition in guide.editions for element in edition.core_elements}
    for place, entry in enumerate(log.adaptations):
        if entry.element is not None and entry.element not in known:
            ids = [element.id for element in guide.elements]
            told = say(
                "unknown-id/element", id=entry.element, edition=guide.current.id, nearest=nearest(entry.element, ids)
            )
            yield place, Problem(document.path, document.line("adaptations", place, "element"), told)
