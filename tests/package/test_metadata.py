"""The metadata say what somebody has given, each in its field, and nothing else."""

from __future__ import annotations

import pytest

from macros.load import load_site
from macros.model import Site
from scripts.package import Deposit
from scripts.package.deposit import Deposit as AnyDeposit
from scripts.package.metadata import Field, fields, title
from scripts.package.profile import Profile, Substitute, fitted, profile
from tests.workplaces import PROJECT


def named(deposit: Deposit, name: str) -> list[str]:
    return [field.value for field in fields(deposit) if field.name == name]


def in_languages(deposit: Deposit, name: str) -> list[tuple[str | None, str]]:
    return [(field.language, field.value) for field in fields(deposit) if field.name == name]


def test_what_is_given_stands_in_its_field(deposit: Deposit) -> None:
    assert {
        field.name: named(deposit, field.name)
        for field in fields(deposit)
        if not field.name.startswith(("dc.title", "dc.subject", "dc.description"))
    } == {
        "dc.contributor.author": ["Meikäläinen, Maija", "Virtanen, Ville", "Työ & arki > ry"],
        "dc.date.issued": ["2026-05-04"],
        "dc.publisher": ["Kustantaja"],
        "dc.organization": ["Laitos"],
        "dc.identifier.isbn": ["978-951-98548-9-2", "978-0-306-40615-7"],
        "dc.identifier.urn": ["URN:ISBN:978-951-98548-9-2"],
        "dc.identifier.doi": ["10.1000/182"],
        "dc.identifier.issn": ["0024-9319"],
        "dc.relation.ispartofseries": ["Ohjaus ; 12/2026"],
        "dc.language.iso": ["fi"],
        "dc.rights": ["CC BY 4.0"],
        "dc.rights.uri": ["https://creativecommons.org/licenses/by/4.0/"],
    }


def test_what_nobody_has_given_has_no_field(draft: Deposit) -> None:
    assert fields(draft) == (
        Field("dc", "title", None, "fi", "Mallin opas : Tarkennetut ydinelementit"),
        Field("dc", "contributor", "editor", None, "Toimintamallioppaat"),
        Field("dc", "language", "iso", None, "fi"),
    )


def test_titles_have_one_form_and_one_of_them_is_the_title(deposit: Deposit, draft: Deposit, joint: Deposit) -> None:
    swedish = "Modellens guide : Preciserade kärnelement"
    for found in (deposit, joint):
        assert in_languages(found, "dc.title") == [("fi", "Mallin opas : Tarkennetut ydinelementit")]
        assert in_languages(found, "dc.title.alternative") == [("sv", swedish)]
    # without an abstract in it, a file in one language has no other title
    assert in_languages(draft, "dc.title.alternative") == []


def test_a_title_with_a_subtitle_of_its_own_keeps_it(deposit: Deposit) -> None:
    guide = deposit.guide
    text = guide.model.title.model_copy(update={"root": {"fi": "Malli: opas kaikille"}})
    changed = guide.model_copy(update={"model": guide.model.model_copy(update={"title": text})})
    assert title(AnyDeposit(deposit.site, changed, deposit.languages, (), "x"), "fi") == "Malli : opas kaikille"


def test_abstracts_and_subjects_stand_in_every_language_the_files_hold(deposit: Deposit) -> None:
    assert in_languages(deposit, "dc.description.abstract") == [
        ("fi", "Opas kertoo mallin osat > & threshold."),
        ("sv", "Guiden berättar om modellen."),
    ]
    assert in_languages(deposit, "dc.subject") == [
        ("fi", "sosiaalityö"),
        ("fi", "ydinelementit"),
        ("sv", "kärnelement"),
    ]


def test_all_languages_together_are_one_item(joint: Deposit) -> None:
    assert named(joint, "dc.language.iso") == ["fi", "sv"]
    assert named(joint, "dc.date.issued") == ["2026-05-04"]
    assert named(joint, "dc.identifier.urn") == ["URN:ISBN:978-951-98548-9-2", "URN:NBN:fi-fe20260504999"]
    assert named(joint, "dc.contributor.author").count("Meikäläinen, Maija") == 1
    assert ("sv", "socialt arbete") in in_languages(joint, "dc.subject")


def test_an_isbn_of_a_format_that_is_not_in_the_package_is_left_to_that_format(deposit: Deposit) -> None:
    alone = AnyDeposit(deposit.site, deposit.guide, deposit.languages, deposit.files[:1], deposit.name)
    assert named(alone, "dc.identifier.isbn") == ["978-951-98548-9-2"]


def test_values_are_one_line_each(deposit: Deposit, joint: Deposit) -> None:
    for field in (*fields(deposit), *fields(joint)):
        assert field.value == " ".join(field.value.split())


def test_stock_dspace_gets_addresses_and_is_told_what_it_has_no_field_for(deposit: Deposit) -> None:
    stock = fitted(fields(deposit), profile("stock"))
    assert [field.value for field in stock.kept if field.name == "dc.identifier.uri"] == [
        "https://urn.fi/URN:ISBN:978-951-98548-9-2",
        "https://doi.org/10.1000/182",
    ]
    assert [field.name for field in stock.left_out] == ["dc.organization"]
    assert fitted(fields(deposit), profile("julkari")).left_out == ()


def test_two_values_that_come_to_one_field_alike_stand_there_once() -> None:
    urn, uri = Field.named("dc.identifier.urn", "URN:NBN:fi-1"), Field.named("dc.identifier.uri", "URN:NBN:fi-1")
    to = Profile(fields=("dc.identifier.uri",), instead={"dc.identifier.urn": Substitute(field="dc.identifier.uri")})
    assert fitted([urn, uri], to) == ((uri,), ())


@pytest.fixture(scope="module")
def real() -> Site:
    return load_site(PROJECT)


def test_no_guide_carries_an_identifier_of_its_sources(real: Site) -> None:
    theirs = {value for entry in real.references.values() for value in (entry.custom.urn, entry.custom.handle) if value}
    assert theirs
    for guide in real.guides.values():
        found = AnyDeposit(real, guide, real.built_languages, (), guide.id)
        told = " ".join(field.value for field in fields(found))
        assert not [value for value in theirs if value in told]
