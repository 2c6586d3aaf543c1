"""JSON Schema 2020-12 from the records' types, with their docstrings as descriptions."""

from __future__ import annotations

import inspect
import re
from typing import Any

from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode, JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from scripts.api.contents import VERSION, Dataset

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(dataset: Dataset, address: str) -> dict[str, Any]:
    """The schema of a file.

    Args:
        dataset: The file.
        address: The schema's own address, which becomes its ``$id``.

    Returns:
        A schema that holds every definition it refers to.
    """
    mode: JsonSchemaMode = "validation" if dataset.csl or dataset.given else "serialization"
    generator = _WithoutNulls if dataset.csl else _Documented
    schema = TypeAdapter(dataset.type).json_schema(by_alias=True, mode=mode, schema_generator=generator)
    name = dataset.schema.rpartition("/")[2].partition(".")[0]
    head = {"$schema": DIALECT, "$id": address, "$comment": f"Version {VERSION}", "title": name.capitalize()}
    return {**schema, **head, "description": dataset.about}


class _Documented(GenerateJsonSchema):
    """pydantic's generator, but what a docstring says of each attribute describes that property."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - pydantic calls it so
        """Never: the title would be the property's name again."""
        return False

    def field_is_required(self, field: Any, total: bool) -> bool:  # noqa: FBT001 - pydantic calls it so
        """Whether a field is always there: in what is written with its nulls, each is."""
        return self.mode == "serialization" or super().field_is_required(field, total)

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """The schema of what has a default, without saying which: a reader of the files never needs it."""
        inner: CoreSchema = schema["schema"]
        return self.generate_inner(inner)

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """The schema of a map; one whose keys have a form takes no others."""
        made = super().dict_schema(schema)
        return {**made, "additionalProperties": False} if "patternProperties" in made else made

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """The schema of a record, described by its docstring."""
        made = super().model_schema(schema)
        record: type[BaseModel] = schema["cls"]
        made["description"], attributes = documentation(record)
        for name, field in record.model_fields.items():
            alias = field.serialization_alias or field.alias or name
            if name in attributes and alias in made.get("properties", {}):
                made["properties"][alias] = {**made["properties"][alias], "description": attributes[name]}
        return made


class _WithoutNulls(_Documented):
    """For files in which a field that nobody has filled is absent."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """The schema of what may be null, as if it could not."""
        return self.generate_inner(schema["schema"])


def documentation(record: type[BaseModel]) -> tuple[str, dict[str, str]]:
    """What a record's docstring says of the record, and of each of its attributes."""
    text = inspect.cleandoc(record.__doc__ or "").replace("``", "`")
    about, _, listed = text.partition("Attributes:\n")
    found = re.findall(r"^    (\w+): (.*(?:\n {8,}.*)*)", listed, re.MULTILINE)
    return " ".join(about.split()), {name: " ".join(words.split()) for name, words in found}
