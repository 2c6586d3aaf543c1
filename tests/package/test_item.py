"""Packages hold to the rules of DSpace's importer, and a checker of these rules sees every way to break them."""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest

from scripts.package import Deposit
from scripts.package.archive import archive
from scripts.package.item import item, metadata_xml
from scripts.package.metadata import Field, fields
from scripts.package.profile import FOLDER, fitted, profile
from tests.package.importer import faults
from tests.package.registries import JULKARI, REGISTRIES, STOCK

Files = dict[str, bytes]


def files_of(deposit: Deposit, repository: str = "julkari") -> Files:
    return item(deposit, fitted(fields(deposit), profile(repository)).kept)


def opened(files: Files, folder: str = "item") -> ZipFile:
    return ZipFile(io.BytesIO(archive(folder, files)))


def replaced(files: Files, name: str, old: bytes, new: bytes) -> Files:
    assert old in files[name]
    return files | {name: files[name].replace(old, new, 1)}


@pytest.mark.parametrize("repository", sorted(REGISTRIES))
@pytest.mark.parametrize("name", ["deposit", "draft", "joint"])
def test_a_package_is_what_the_importer_expects(name: str, repository: str, request: pytest.FixtureRequest) -> None:
    assert faults(opened(files_of(request.getfixturevalue(name), repository)), REGISTRIES[repository]) == []


BROKEN: dict[str, tuple[Callable[[Files], Files], str]] = {
    "CDATA": (
        lambda files: replaced(files, "dublin_core.xml", b">Mallin opas", b"><![CDATA[x]]>Mallin opas"),
        "only its first text is read",
    ),
    "a comment in a value": (
        lambda files: replaced(files, "dublin_core.xml", b">Mallin opas", b">Mallin <!-- x --> opas"),
        "only its first text is read",
    ),
    "an element in a value": (
        lambda files: replaced(files, "dublin_core.xml", b">Mallin opas", b">Mallin <b>opas</b>"),
        "only its first text is read",
    ),
    "an empty value": (
        lambda files: replaced(files, "dublin_core.xml", b">Laitos<", b"> <"),
        "empty: ",
    ),
    "a sign that is not an entity": (
        lambda files: replaced(files, "dublin_core.xml", b"&amp;", b"&"),
        "not well-formed",
    ),
    "another root": (
        lambda files: files | {"dublin_core.xml": files["dublin_core.xml"].replace(b"dublin_core", b"metadata")},
        "dublin_core.xml is not of its schema",
    ),
    "another element": (
        lambda files: replaced(files, "dublin_core.xml", b"</dublin_core>", b"<dc>x</dc></dublin_core>"),
        "not a dcvalue",
    ),
    "another attribute": (
        lambda files: replaced(files, "dublin_core.xml", b'element="title"', b'element="title" lang="fi"'),
        "not read: lang",
    ),
    "no metadata": (
        lambda files: {name: content for name, content in files.items() if name != "dublin_core.xml"},
        "dublin_core.xml is missing",
    ),
    "a second title": (
        lambda files: replaced(
            files, "dublin_core.xml", b'"title" qualifier="alternative"', b'"title" qualifier="none"'
        ),
        "2 titles",
    ),
    "a qualifier nobody knows": (
        lambda files: replaced(files, "dublin_core.xml", b'qualifier="issued"', b'qualifier="printed"'),
        "unknown field: dc.date.printed",
    ),
    "a qualifier that is part of the element": (
        lambda files: replaced(files, "dublin_core.xml", b'"date" qualifier="issued"', b'"date.issued" qualifier="x"'),
        "unknown field: dc.date.issued.x",
    ),
    "a day of accession": (
        lambda files: replaced(files, "dublin_core.xml", b'qualifier="issued"', b'qualifier="accessioned"'),
        "DSpace writes it itself: dc.date.accessioned",
    ),
    "a schema nobody knows": (
        lambda files: files | {"metadata_x.xml": metadata_xml("x", [Field("x", "y", None, None, "z")])},
        "unknown field: x.y",
    ),
    "a file of another schema than its name": (
        lambda files: files | {"metadata_x.xml": metadata_xml("dc", [Field("dc", "type", None, None, "z")])},
        "metadata_x.xml is not of its schema",
    ),
    "a file that is not listed": (lambda files: files | {"extra.txt": b"x"}, "not listed: extra.txt"),
    "a file that is listed and not there": (
        lambda files: {name: content for name, content in files.items() if name != "malli.fi.pdf"},
        "listed, but not there: malli.fi.pdf",
    ),
    "spaces instead of tabs": (
        lambda files: replaced(files, "contents", b"\t", b"    "),
        "listed, but not there: malli.fi.pdf    bundle:ORIGINAL",
    ),
    "an option nobody knows": (
        lambda files: replaced(files, "contents", b"primary:true", b"primary:yes"),
        "not read: primary:yes",
    ),
    "two primary files": (
        lambda files: replaced(files, "contents", b"ORIGINAL\tdesc", b"ORIGINAL\tprimary:true\tdesc"),
        "two files are the primary one",
    ),
    "a path outside": (
        lambda files: files | {"contents": files["contents"] + b"../secret.txt\tbundle:ORIGINAL\n"},
        "outside: ../secret.txt",
    ),
    "a file registered from the server": (
        lambda files: files | {"contents": files["contents"] + b"-r -s 1 -f malli.fi.pdf\n"},
        "outside: -r -s 1",
    ),
    "a name that is not ASCII": (
        lambda files: files | {"kansi\u00e4.pdf": b"x", "contents": files["contents"] + "kansi\u00e4.pdf\n".encode()},
        "not ASCII",
    ),
    "the licence among the files": (
        lambda files: replaced(files, "contents", b"bundle:LICENSE", b"bundle:ORIGINAL"),
        "the licence is in ORIGINAL",
    ),
    "a blank line in collections": (
        lambda files: files | {"collections": b"10024/1234\n\n10024/1235\n"},
        "no collection: ''",
    ),
    "a handle": (lambda files: files | {"handle": b"10024/1\n"}, "a handle is brought along"),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_the_checker_sees(fault: str, deposit: Deposit) -> None:
    break_, told = BROKEN[fault]
    assert [line for line in faults(opened(break_(files_of(deposit))), JULKARI) if told in line] != []


@pytest.mark.parametrize(
    ("folder", "told"), [("a/b/item", "wrapper/item/file"), ("../item", "outside"), ("/item", "outside")]
)
def test_the_checker_sees_a_folder_that_is(folder: str, told: str, deposit: Deposit) -> None:
    assert [line for line in faults(opened(files_of(deposit), folder), JULKARI) if told in line] != []


def test_an_item_may_stand_in_one_folder_more(deposit: Deposit) -> None:
    assert faults(opened(files_of(deposit), "wrapper/item"), JULKARI) == []


def test_the_checker_sees_fields_that_stock_dspace_lacks(deposit: Deposit) -> None:
    assert faults(opened(files_of(deposit, "julkari")), STOCK) == [
        "unknown field: dc.organization",
        "unknown field: dc.identifier.urn",
        "unknown field: dc.identifier.doi",
    ]


def test_the_pdf_is_primary_and_every_file_has_its_bundle(deposit: Deposit) -> None:
    rows = [line.split("\t") for line in files_of(deposit)["contents"].decode().splitlines()]
    assert rows[0] == ["malli.fi.pdf", "bundle:ORIGINAL", "primary:true", "description:PDF, suomi"]
    assert rows[1] == ["malli.fi.docx", "bundle:ORIGINAL", "description:DOCX, suomi"]
    assert rows[-1] == ["license.txt", "bundle:LICENSE"]
    assert [row[0] for row in rows] == [*(file.name for file in deposit.files), "license.txt"]


def test_files_of_a_draft_are_said_to_be_a_draft(draft: Deposit) -> None:
    assert "description:PDF, suomi, Luonnos\n" in files_of(draft)["contents"].decode()


def test_a_file_of_collections_is_there_only_if_a_collection_is_given(deposit: Deposit, draft: Deposit) -> None:
    assert files_of(deposit)["collections"] == b"10024/1234\n"
    assert "collections" not in files_of(draft)


def test_a_licence_nobody_has_given_is_said_to_be_lacking(deposit: Deposit, draft: Deposit, joint: Deposit) -> None:
    text = files_of(draft)["license.txt"].decode()
    assert "ei ole annettu lisenssiä" in text
    assert "se, jolla on oikeudet" in text
    assert "CC" not in text
    assert "CC BY 4.0" in files_of(deposit)["license.txt"].decode()
    assert len(files_of(joint)["license.txt"].decode().strip().split("\n\n")) == 2


def test_a_field_of_another_schema_has_its_own_file(deposit: Deposit) -> None:
    files = item(deposit, [Field("dc", "title", None, "fi", "Malli"), Field("local", "unit", "x", None, "A < B & C")])
    root = ET.fromstring(files["metadata_local.xml"])
    assert (root.get("schema"), [(value.attrib, value.text) for value in root]) == (
        "local",
        [({"element": "unit", "qualifier": "x"}, "A < B & C")],
    )
    assert faults(opened(files), frozenset({"dc.title", "local.unit.x"})) == []


def test_the_same_deposit_gives_the_same_bytes_whatever_the_order_of_its_files(deposit: Deposit) -> None:
    files = files_of(deposit)
    packed = archive("item", files)
    assert archive("item", dict(reversed(files.items()))) == packed
    entries = ZipFile(io.BytesIO(packed)).infolist()
    assert {(entry.date_time, entry.create_system, entry.compress_type) for entry in entries} == {
        ((1980, 1, 1, 0, 0, 0), 3, 0)
    }
    assert [entry.filename for entry in entries] == sorted(entry.filename for entry in entries)


def test_every_profile_is_one_the_command_offers() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.yml")) == sorted(REGISTRIES)
    for path in FOLDER.glob("*.yml"):
        assert path.read_text(encoding="utf-8").startswith("# "), f"{path.name} does not say where its fields are from"
        assert set(profile(path.stem).fields) <= REGISTRIES[path.stem]


def test_files_of_any_language_come_first_the_languages_own_and_the_pdf(joint: Deposit, exports: Path) -> None:
    assert [file.name.split(".")[1:] for file in joint.files][:1] == [["fi", "pdf"]]
    assert {file.language.id for file in joint.files} == {"fi", "sv"}
    assert all(file.content == (exports / file.name).read_bytes() for file in joint.files)


def test_a_deposit_without_a_publication_has_no_identifier_of_a_source(draft: Deposit) -> None:
    urns = {reference.custom.urn for reference in draft.site.references.values() if reference.custom.urn}
    assert urns
    text = b"".join(files_of(dataclasses.replace(draft, files=draft.files[:1])).values()).decode()
    assert not any(urn in text for urn in urns)
