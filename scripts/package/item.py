"""An item in DSpace's Simple Archive Format: a folder with the files, what they are, and the metadata."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from xml.etree import ElementTree as ET

from scripts.package.deposit import Deposit, File
from scripts.package.metadata import Field

LICENCE = "license.txt"
"""The name by which DSpace knows a licence."""


def item(deposit: Deposit, fields: Iterable[Field]) -> dict[str, bytes]:
    """Everything in the folder of an item.

    Args:
        deposit: The deposit.
        fields: Its metadata, fitted to the repository.

    Returns:
        Contents by file name: ``dublin_core.xml``, a ``metadata_<schema>.xml`` for each other schema, ``contents``,
        the exported files, ``license.txt``, and ``collections`` if somebody has given a collection.
    """
    schemas = {"dc": list[Field]()} | {
        schema: list(group)
        for schema, group in groupby(sorted(fields, key=lambda field: field.schema), lambda field: field.schema)
    }
    files = {
        "dublin_core.xml" if schema == "dc" else f"metadata_{schema}.xml": metadata_xml(schema, values)
        for schema, values in schemas.items()
    }
    files["contents"] = contents(deposit).encode()
    collections = dict.fromkeys(entry.collection for entry in deposit.publications if entry.collection)
    if collections:
        files["collections"] = "".join(f"{handle}\n" for handle in collections).encode()
    files[LICENCE] = licence(deposit).encode()
    return files | {file.name: file.content for file in deposit.files}


def metadata_xml(schema: str, fields: Iterable[Field]) -> bytes:
    """Fields of one schema as DSpace's ``dublin_core`` document.

    Its importer reads the first text node of a ``dcvalue`` alone, so that signs are written as entities.
    """
    root = ET.Element("dublin_core", schema=schema)
    for field in fields:
        attributes = {"element": field.element, "qualifier": field.qualifier or "none"}
        if field.language:
            attributes["language"] = field.language
        ET.SubElement(root, "dcvalue", attributes).text = field.value
    ET.indent(root)
    body: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return body + b"\n"


def contents(deposit: Deposit) -> str:
    """The list of the files, one a line, the parts of a line apart by tabs."""
    rows = [
        [
            file.name,
            "bundle:ORIGINAL",
            *(["primary:true"] if file is deposit.files[0] else []),
            _description(deposit, file),
        ]
        for file in deposit.files
    ]
    return "".join("\t".join(row) + "\n" for row in [*rows, [LICENCE, "bundle:LICENSE"]])


def _description(deposit: Deposit, file: File) -> str:
    draft = not deposit.site.publication(deposit.guide, file.language.id).identifier
    mark = [deposit.site.labels["export-draft"][file.language.id]] if draft else []
    return "description:" + " ".join(", ".join([file.format.upper(), file.language.name, *mark]).split())


def licence(deposit: Deposit) -> str:
    """The text of the licence file in each language: the licence somebody has given, or that nobody has given one."""
    given = deposit.site.info.licence.content
    return "\n".join(
        f"{labels['export-licence'][language.id]}: {given}\n"
        if given
        else f"{labels['package-no-licence'][language.id]}\n"
        for labels in [deposit.site.labels]
        for language in deposit.languages
    )
