"""Open data: every record of the site as JSON, with the JSON Schema of each file made from the records' types."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from macros.model import Site
from macros.passages import without_marks
from scripts.api.contents import Dataset, datasets
from scripts.api.schema import schema_of

FOLDER = "api/v1"
"""Where the files stand in the site. What would break a program that reads them gets a new folder beside this one."""


def write_api(site: Site, to: Path) -> None:
    """Write every record as JSON (RFC 8259) and the schemas (JSON Schema 2020-12); the same bytes for the same content.

    Args:
        site: The content.
        to: The folder that becomes ``site/``.
    """
    folder = to / FOLDER
    (folder / "models").mkdir(parents=True)
    (folder / "schema").mkdir()
    for dataset in datasets(site):
        (folder / dataset.path).write_text(_json(records(dataset)), encoding="utf-8")
        schema = schema_of(dataset, f"{site.info.address}{FOLDER}/{dataset.schema}")
        (folder / dataset.schema).write_text(_json(schema, sort_keys=True), encoding="utf-8")


def records(dataset: Dataset) -> Any:
    """The records of a file, as JSON knows them; texts are plain.

    A field nobody has filled is there and null; in CSL-JSON, which knows no null, it is absent.
    """
    dumped = TypeAdapter(dataset.type).dump_python(
        dataset.value, mode="json", by_alias=True, exclude_defaults=dataset.csl or dataset.given
    )
    return _plain(dumped)


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return without_marks(value)
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    return list(map(_plain, value)) if isinstance(value, list) else value


def _json(value: Any, *, sort_keys: bool = False) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=sort_keys) + "\n"
