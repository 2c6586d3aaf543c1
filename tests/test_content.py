"""The real content: in order, complete, and of the size the sources give it."""

from __future__ import annotations

import pytest

from macros.load import load_site
from macros.model import Site
from scripts.check import check
from tests.workplaces import PROJECT


@pytest.fixture(scope="module")
def site() -> Site:
    return load_site(PROJECT)


def test_the_content_is_in_order() -> None:
    assert [str(problem) for problem in check(PROJECT).problems] == []


@pytest.mark.parametrize(
    ("model", "edition", "elements"),
    [
        ("sosiaalinen-kuntoutus", "2022-02", 10),
        ("etsiva-sosiaalityo", "2022-02", 10),
        ("etsiva-sosiaalityo", "2022-05", 4),
        ("etsiva-sosiaalityo", "2023-11", 4),
        ("matalan-kynnyksen-sosiaalityo", "2022-02", 13),
        ("sosiaalinen-kuntoutus", "2023-11", 0),
        ("matalan-kynnyksen-sosiaalityo", "2023-11", 0),
    ],
)
def test_an_edition_has_as_many_core_elements_as_its_source(
    model: str, edition: str, elements: int, site: Site
) -> None:
    found = site.guides[model].edition(edition)
    assert found is not None
    assert len(found.core_elements) == elements


def test_a_guide_shows_its_newest_edition_with_core_elements(site: Site) -> None:
    assert {id_: guide.current.id for id_, guide in site.guides.items()} == {
        "sosiaalinen-kuntoutus": "2022-02",
        "etsiva-sosiaalityo": "2023-11",
        "matalan-kynnyksen-sosiaalityo": "2022-02",
    }


def test_outreach_has_its_logic_model_and_six_hypotheses(site: Site) -> None:
    logic = site.guides["etsiva-sosiaalityo"].current.logic_model
    assert logic is not None
    client, organisation = logic.tracks
    assert [len(client.mechanisms), len(client.short_term), len(client.long_term)] == [6, 5, 1]
    assert [len(organisation.mechanisms), len(organisation.short_term)] == [1, 1]
    assert [hypothesis.number for hypothesis in logic.hypotheses] == [1, 2, 3, 4, 5, 6]


def test_the_ledger_of_outreach_tells_of_all_ten_elements(site: Site) -> None:
    ledger = site.guides["etsiva-sosiaalityo"].ledger
    assert {(entry.earlier, entry.later): len(entry.rows) for entry in ledger} == {
        ("2022-02", "2023-11"): 10,
        ("2022-05", "2023-11"): 4,
    }


def test_the_rule_of_avain_leads_each_model_to_its_form(site: Site) -> None:
    rule = site.instruments["avain"].rule
    assert rule is not None
    chosen = {
        (guide, answer): [case.form for case in rule.choose(guide, {"document-of-2021": answer})]
        for guide in site.guides
        for answer in (True, False)
    }
    measured = {("sosiaalinen-kuntoutus", True)}
    assert chosen == {place: ["measure"] if place in measured else ["interview"] for place in chosen}
    assert rule.date == "2022"


def test_the_glossary_has_at_least_sixty_terms_in_three_languages(site: Site) -> None:
    assert len(site.terms) >= 60
    assert [id_ for id_, term in site.terms.items() if not {"fi", "sv", "en"} <= term.term.languages] == []


def test_identifiers_of_publications_are_those_the_sources_print(site: Site) -> None:
    given = {id_: reference.custom.urn or reference.custom.handle for id_, reference in site.references.items()}
    assert {id_: identifier for id_, identifier in given.items() if identifier} == {
        "kaytantotutkimuksia-2023": "10024/147835",
        "urn-sosiaalinen-kuntoutus": "URN:NBN:fi-fe20231117147507",
        "urn-matala-kynnys": "URN:NBN:fi-fe20231117147508",
        "urn-etsiva-sosiaalityo": "URN:NBN:fi-fe20231117147511",
    }


def test_no_identifier_or_licence_is_claimed(site: Site) -> None:
    assert (site.info.publisher, site.info.repository, site.info.licence.content) == (None, None, None)
