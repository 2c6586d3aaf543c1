"""Profiles: which metadata fields a repository has; data in ``profiles/``, one file for each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import yaml

from macros.model.record import NonEmpty, Record
from scripts.package.metadata import Field

FOLDER = Path(__file__).parent / "profiles"


class Substitute(Record):
    """Where a value goes whose own field is not there.

    Attributes:
        field: Name of the field it goes to.
        form: What it becomes there; ``{}`` stands for it.
    """

    field: NonEmpty
    form: NonEmpty = "{}"


class Profile(Record):
    """The fields of a repository's registry.

    Attributes:
        fields: Names of the fields there are, ``schema.element`` or ``schema.element.qualifier``.
        instead: By the name of a field that is not there, where its values go.
    """

    fields: tuple[NonEmpty, ...]
    instead: Mapping[str, Substitute] = {}


class Fitted(NamedTuple):
    """Metadata as a repository can take them: what it has a field for, and what it has none for."""

    kept: tuple[Field, ...]
    left_out: tuple[Field, ...]


def profile(name: str) -> Profile:
    """The profile ``julkari`` or ``stock``, or any other that has a file."""
    return Profile.model_validate(yaml.safe_load((FOLDER / f"{name}.yml").read_text(encoding="utf-8")))


def fitted(fields: Iterable[Field], to: Profile) -> Fitted:
    """Metadata for a repository; a value that comes to the same field twice stands there once."""
    kept: dict[Field, None] = {}
    left_out: dict[Field, None] = {}
    for field in fields:
        if field.name in to.fields:
            kept[field] = None
        elif (substitute := to.instead.get(field.name)) and substitute.field in to.fields:
            kept[Field.named(substitute.field, substitute.form.format(field.value), field.language)] = None
        else:
            left_out[field] = None
    return Fitted(tuple(kept), tuple(left_out))
