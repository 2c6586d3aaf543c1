"""Guides built from short data."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from macros.model import Edition, Guide, Sign
from macros.model.guide import ModelFile

HERE = Path(__file__).parent
SIGNS = {
    entry["id"]: Sign.model_validate(entry)
    for entry in yaml.safe_load((HERE.parents[1] / "data/signs.yml").read_text(encoding="utf-8"))
}
SOURCES = ({"ref": "thl-2023-webinaari", "slide": "46"},)


def tuples(value: Any) -> Any:
    """YAML's lists as the tuples the records ask for."""
    if isinstance(value, list):
        return tuple(tuples(item) for item in value)
    if isinstance(value, dict):
        return {key: tuples(item) for key, item in value.items()}
    return value


def guide_from(data: Mapping[str, Any]) -> Guide:
    """Build a guide from short data: sources, sentences and standing are filled in."""
    edition = tuples(data["edition"])
    elements = tuple(
        {"summary": element["label"], "sources": SOURCES} | element for element in edition["core_elements"]
    )
    logic = dict(edition["logic_model"])
    logic["context"] = tuple(_box(box) for box in logic.get("context", ()))
    logic["tracks"] = tuple(_track(track) for track in logic["tracks"])
    logic["hypotheses"] = tuple(
        {"because": link["text"], "sources": SOURCES} | link for link in logic.get("hypotheses", ())
    )
    built = Edition.model_validate({"sources": SOURCES} | edition | {"core_elements": elements, "logic_model": logic})
    model = ModelFile.model_validate(tuples(data["model"]))
    return Guide(model=model, sign=SIGNS[model.sign], editions=(built,))


def _track(track: Mapping[str, Any]) -> dict[str, Any]:
    stages = ("mechanisms", "short_term", "long_term")
    filled = dict(track) | {name: tuple(_box(box) for box in track.get(name, ())) for name in stages}
    if heading := track.get("short_term_heading"):
        filled["short_term_heading"] = _box(heading)
    return filled


def _box(box: Mapping[str, Any]) -> dict[str, Any]:
    return {"text": box["label"], "status": "hypothesis", "sources": SOURCES} | dict(box)


def outreach() -> dict[str, Any]:
    """The outreach guide's data, fresh, to be changed at will."""
    data: dict[str, Any] = yaml.safe_load((HERE / "outreach.yml").read_text(encoding="utf-8"))
    return data
