"""One list names everything that nobody has given yet, and nothing that somebody has."""

from __future__ import annotations

from macros.model import Site
from macros.rules.languages import needed_labels
from scripts.export import FORMATS
from scripts.package.missing import Missing, lines, missing
from tests.workplaces import PROJECT

IN_PUBLICATION = {
    "Arkiston kokoelma": "collection",
    "ISSN": "series: issn",
    "Julkaisupäivä": "issued",
    "Sarja": "series",
    "Tekijät": "authors",
    "Tunniste": "urn, doi, handle",
}


def found(site: Site, *languages: str) -> list[Missing]:
    guide = site.guides["malli"]
    return missing(site, [(guide, site.languages[id_]) for id_ in languages], site.languages["fi"])


def test_everything_is_missing_where_nothing_is_given(bare: Site) -> None:
    told = {entry.what: entry.place for entry in found(bare, "fi")}
    assert told == {
        **{what: f"data/publications.yml: {field}" for what, field in IN_PUBLICATION.items()},
        **{f"ISBN ({format_.upper()})": f"data/publications.yml: isbn: {format_}" for format_ in FORMATS},
        "Avainsanat": "data/models/malli/model.yml: keywords",
        "Tiivistelmä": "data/models/malli/model.yml: abstract",
        "Julkaisija": "data/site.yml: publisher",
        "Sisällön lisenssi": "data/site.yml: licence: content",
    }


def test_the_list_is_sorted_and_has_one_line_for_each_thing(bare: Site) -> None:
    told = lines(bare, found(bare, "fi", "sv"), 2, bare.languages["fi"])
    assert told == sorted(told, key=str.casefold)
    assert len(told) == len(set(told)) == len(found(bare, "fi"))
    assert all(line.endswith(": kaikki") for line in told)


def test_what_is_given_is_not_missing(full: Site) -> None:
    given = {"pdf", "docx"}
    assert [entry.what for entry in found(full, "fi")] == [
        f"ISBN ({format_.upper()})" for format_ in sorted(FORMATS) if format_ not in given
    ]


def test_what_one_language_lacks_is_said_of_it_alone(full: Site) -> None:
    told = lines(full, found(full, "fi", "sv"), 2, full.languages["fi"])
    assert "Sarja (data/publications.yml: series): malli.sv" in told
    assert "ISBN (PDF) (data/publications.yml: isbn: pdf): malli.sv" in told


def test_things_are_named_in_the_language_asked_for(bare: Site) -> None:
    guide, swedish = bare.guides["malli"], bare.languages["sv"]
    assert "Utgivare" in {entry.what for entry in missing(bare, [(guide, swedish)], swedish)}


def test_the_rule_of_labels_knows_every_word_the_packages_need() -> None:
    text = (PROJECT / "data/labels.yml").read_text(encoding="utf-8")
    own = {line.split(":")[0] for line in text.splitlines() if line.startswith("package-")}
    assert own
    assert own <= needed_labels()
