"""The page for the publication officer tells all there is to know of a package."""

from __future__ import annotations

import html
import re
from xml.etree import ElementTree as ET

import pytest

from scripts.package import Deposit
from scripts.package.metadata import fields
from scripts.package.profile import fitted, profile
from scripts.package.summary import summary


def page(deposit: Deposit, repository: str = "julkari") -> str:
    return summary(deposit, fitted(fields(deposit), profile(repository)), repository)


def words(deposit: Deposit, repository: str = "julkari") -> str:
    body = page(deposit, repository).partition("</style>")[2]
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())


def test_it_names_every_file_with_its_checksum(deposit: Deposit, joint: Deposit) -> None:
    for found in (deposit, joint):
        text = words(found)
        for file in found.files:
            assert f"{file.name} {file.language.name}" in text
            assert file.digest in text


def test_it_shows_the_metadata_as_the_package_holds_them(deposit: Deposit) -> None:
    for repository in ("julkari", "stock"):
        text = words(deposit, repository)
        for field in fitted(fields(deposit), profile(repository)).kept:
            assert f"{field.name} {field.language or ''} {field.value}".replace("  ", " ") in text


def test_it_says_what_a_repository_has_no_field_for(deposit: Deposit) -> None:
    assert "dc.organization: Laitos" in words(deposit, "stock")
    assert "dc.organization: Laitos" not in words(deposit, "julkari")


def test_it_lists_the_identifiers_that_are_given(deposit: Deposit, draft: Deposit) -> None:
    text = words(deposit)
    for told in (
        "ISBN (PDF): 978-951-98548-9-2",
        "URN: URN:ISBN:978-951-98548-9-2",
        "DOI: 10.1000/182",
        "Handle-tunnus: 10024/5678",
        "ISSN: 0024-9319",
        "Arkiston kokoelma: 10024/1234",
    ):
        assert told in text
    assert "Yhtään tunnistetta ei ole annettu." in words(draft)


def test_it_lists_what_is_missing_and_where_it_is_written(draft: Deposit) -> None:
    assert "Tunniste data/publications.yml: urn, doi, handle" in words(draft)


def test_a_draft_is_marked_as_one(deposit: Deposit, draft: Deposit) -> None:
    assert "Luonnos." in words(draft)
    assert "Luonnos." not in words(deposit)


def test_it_tells_what_changed_since_the_last_edition(deposit: Deposit) -> None:
    text = words(deposit)
    assert "Yhdessä sanamuoto muuttui Kohtaaminen varma" in text
    assert "Varhainen jäi pois epävarma" in text
    assert "11. helmikuuta 2022: Alustavat ydinelementit (alustava)" in text


def test_it_gives_the_line_that_freezes_the_files_once_they_have_their_identifier(
    deposit: Deposit, draft: Deposit
) -> None:
    pdf = deposit.files[0]
    assert f'checksums: {{pdf: "{pdf.digest}"' in words(deposit)
    assert "checksums: {" not in words(draft)


def test_an_unreviewed_translation_is_said_to_be_one(joint: Deposit, deposit: Deposit) -> None:
    told = joint.site.labels["translation-not-reviewed"]["fi"]
    assert f"svenska: {told}" in words(joint)
    assert told not in words(deposit)


@pytest.mark.parametrize("name", ["deposit", "draft", "joint"])
def test_it_is_well_formed_in_its_language_with_headings_and_heads_of_tables(
    name: str, request: pytest.FixtureRequest
) -> None:
    text = page(request.getfixturevalue(name))
    root = ET.fromstring(re.sub(r"<meta([^>]*)>", r"<meta\1/>", text.removeprefix("<!DOCTYPE html>")))
    assert root.get("lang") == "fi"
    assert [heading.tag for heading in root.iter() if heading.tag in ("h1", "h2")][0:2] == ["h1", "h2"]
    for table in root.iter("table"):
        assert {cell.get("scope") for cell in table.iter("th")} == {"col", "row"}
