"""What DSpace's importer makes of a package, by its own rules (ItemImportServiceImpl), without a line of the writer's.

Where the importer would pass over a fault in silence (a file nobody lists, a value it cannot read), the fault is told too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from xml.dom import Node, minidom
from xml.parsers.expat import ExpatError
from zipfile import ZipFile

NOT_BITSTREAMS = ("contents", "collections", "dublin_core.xml")
BY_DSPACE_ITSELF = ("dc.date.accessioned", "dc.date.available", "dc.description.provenance")


def faults(package: ZipFile, registry: frozenset[str]) -> list[str]:
    """Everything that would go wrong when a package is imported.

    Args:
        package: The package.
        registry: Names of the metadata fields the repository has.
    """
    found = list(_paths(package))
    items: dict[str, dict[str, bytes]] = {}
    for name in package.namelist():
        folder, _, file = name.rpartition("/")
        if folder and file:
            items.setdefault(folder, {})[file] = package.read(name)
    if not items:
        found.append("there is no item")
    for files in items.values():
        found += _item(files, registry)
    return found


def _paths(package: ZipFile) -> Iterator[str]:
    names = package.namelist()
    if len(set(names)) < len(names):
        yield "a file is there twice"
    for name in names:
        parts = PurePosixPath(name).parts
        if name.startswith("/") or ".." in parts or "\\" in name:
            yield f"outside: {name}"
        elif not 2 <= len(parts) <= 3:
            yield f"not item/file or wrapper/item/file: {name}"
        if not name.isascii():
            yield f"not ASCII: {name}"


def _item(files: dict[str, bytes], registry: frozenset[str]) -> Iterator[str]:
    if "dublin_core.xml" not in files:
        yield "dublin_core.xml is missing"
    if "handle" in files:
        yield "a handle is brought along"
    names: list[str] = []
    for file in sorted(files):
        if file == "dublin_core.xml" or re.fullmatch(r"metadata_\w+\.xml", file):
            yield from _metadata(file, files[file], names)
    yield from _fields(names, registry)
    yield from _contents(files)
    for line in files["collections"].decode().splitlines() if "collections" in files else ():
        if not re.fullmatch(r"[0-9.]+/\S+", line):
            yield f"no collection: {line!r}"


def _fields(names: list[str], registry: frozenset[str]) -> Iterator[str]:
    for name in names:
        if name in BY_DSPACE_ITSELF:
            yield f"DSpace writes it itself: {name}"
        elif name not in registry:
            yield f"unknown field: {name}"
    if names.count("dc.title") != 1:
        yield f"{names.count('dc.title')} titles"


def _metadata(file: str, content: bytes, names: list[str]) -> Iterator[str]:
    try:
        root = minidom.parseString(content).documentElement
    except ExpatError as error:
        yield f"{file} is not well-formed: {error}"
        return
    assert root is not None
    schema = root.getAttribute("schema") or "dc"
    if root.tagName != "dublin_core" or file not in ("dublin_core.xml", f"metadata_{schema}.xml"):
        yield f"{file} is not of its schema"
    for value in root.childNodes:
        if value.nodeType == Node.TEXT_NODE:
            continue
        if value.nodeType != Node.ELEMENT_NODE or value.tagName != "dcvalue":
            yield f"not a dcvalue: {value.toxml()}"
            continue
        strange = set(value.attributes.keys()) - {"element", "qualifier", "language"}
        if strange:
            yield f"not read: {', '.join(sorted(strange))}"
        element, qualifier = value.getAttribute("element"), value.getAttribute("qualifier")
        if not element:
            yield "a dcvalue has no element"
        names.append(".".join([schema, element, *([] if qualifier in ("", "none") else [qualifier])]))
        if [node.nodeType for node in value.childNodes] != [Node.TEXT_NODE]:
            yield f"only its first text is read: {value.toxml()}"
        elif not (value.firstChild and (value.firstChild.nodeValue or "").strip()):
            yield f"empty: {value.toxml()}"


def _contents(files: dict[str, bytes]) -> Iterator[str]:
    rows = [line.split("\t") for line in files.get("contents", b"").decode().splitlines() if line.strip()]
    for name, *options in rows:
        yield from _row(name, options, files)
    if sum("primary:true" in row for row in rows) > 1:
        yield "two files are the primary one"
    listed = {name for name, *_ in rows}
    for name in sorted(files):
        if not (name in NOT_BITSTREAMS or name in listed or name.startswith("metadata_")):
            yield f"not listed: {name}"


def _row(name: str, options: list[str], files: dict[str, bytes]) -> Iterator[str]:
    if name.startswith("-r ") or "/" in name or "\\" in name or name == "..":
        yield f"outside: {name}"
    elif name not in files:
        yield f"listed, but not there: {name}"
    if not name.isascii():
        yield f"not ASCII: {name}"
    strange = [
        option for option in options if not re.match(r"(bundle|permissions|description):.|primary:true$", option)
    ]
    if strange:
        yield f"not read: {', '.join(strange)}"
    bundle = next((option.removeprefix("bundle:") for option in options if option.startswith("bundle:")), None)
    if name == "license.txt" and bundle not in (None, "LICENSE"):
        yield f"the licence is in {bundle}"
