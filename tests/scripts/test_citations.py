"""The citations of the guides: each file says the same, says it in the way of its format, and claims nothing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pypandoc
import pytest
import rispy

from macros.load import load_site
from macros.model import Citation, Site
from macros.model.citation import citation
from scripts.citations import WRITERS, bibtex, csl, ris, write_citations
from tests.publications import ADDRESS, published
from tests.workplaces import PROJECT

# Names and types of CSL-JSON 1.0.2 (https://github.com/citation-style-language/schema), as far as they are used here.
CSL = {
    "id": str,
    "type": str,
    "title": str,
    "author": list,
    "issued": dict,
    "edition": str,
    "publisher": str,
    "collection-title": str,
    "collection-number": str,
    "ISBN": str,
    "ISSN": str,
    "DOI": str,
    "URL": str,
    "language": str,
    "keyword": str,
    "note": str,
}


@pytest.fixture(scope="module")
def site() -> Site:
    return load_site(PROJECT)


def of_each(site: Site) -> list[tuple[Citation, str, str]]:
    """Every record, with the ids of its guide and its language."""
    return [
        (citation(site, guide, language), guide.id, language.id)
        for guide in site.guides.values()
        for language in site.built_languages
    ]


def records(site: Site) -> list[Citation]:
    return [record for record, _, _ in of_each(site)]


def read(text: str, format_: str) -> dict[str, Any]:
    """A record as pandoc reads it, which is a reader of its own."""
    found = json.loads(pypandoc.convert_text(text, "csljson", format=format_))
    assert len(found) == 1
    record: dict[str, Any] = found[0]
    return record


def test_a_draft_claims_no_identifier_no_publisher_and_no_address(site: Site) -> None:
    for record in records(site):
        assert set(record.csl()) <= {
            "id",
            "type",
            "title",
            "author",
            "issued",
            "edition",
            "language",
            "keyword",
            "note",
        }
        assert record.type == "document"
        assert record.note in site.labels["export-draft"].root.values()
        assert [name.literal for name in record.author] == [site.info.editor]
        for written in WRITERS.values():
            text = written(record).lower()
            assert not any(word in text for word in ("urn", "doi", "isbn", "http", ".example"))


def test_a_draft_of_a_site_with_an_address_is_cited_by_it(site: Site) -> None:
    info = site.info.model_copy(update={"address": ADDRESS})
    record = records(site.model_copy(update={"info": info}))[0]
    assert record.url == f"{ADDRESS}fi/sosiaalinen-kuntoutus/"
    assert record.note


def test_what_is_given_to_a_guide_is_cited(site: Site) -> None:
    for record in records(published(site)):
        assert record.type == "report"
        assert (record.publisher, record.doi, record.url) == (
            "Kustantaja",
            "10.1000/182_3",
            "https://doi.org/10.1000/182_3",
        )
        assert (record.isbn, record.issn, record.collection_number) == ("978-951-98548-9-2", "0024-9319", "12/2026")
        assert record.date == (2026, 12, 1)
        assert record.note is None


def test_each_record_has_a_key_of_its_own(site: Site) -> None:
    keys = [record.id for record in records(site)]
    assert len(set(keys)) == len(keys) == len(site.guides) * len(site.built_languages)


@pytest.mark.parametrize("state", ["draft", "published"])
def test_csl_json_has_the_names_and_types_of_csl(state: str, site: Site) -> None:
    for record in records(published(site) if state == "published" else site):
        (data,) = json.loads(csl(record))
        assert {name: type(value) for name, value in data.items()} == {name: CSL[name] for name in data}
        assert read(csl(record), "csljson")["title"] == record.title


@pytest.mark.parametrize("state", ["draft", "published"])
def test_ris_is_read_back_as_it_was_meant(state: str, site: Site) -> None:
    for record in records(published(site) if state == "published" else site):
        text = ris(record)
        assert text.startswith("TY  - ")
        assert "\n" not in text.replace("\r\n", "")
        (found,) = rispy.loads(text)
        assert found["type_of_reference"] == ("RPRT" if state == "published" else "GEN")
        assert found["authors"] == (
            ["Åkerman-Virtanen, Eva Maria", "Työryhmä & {ystävät}"] if state == "published" else ["Toimintamallioppaat"]
        )
        assert (found["title"], found["edition"], found["language"]) == (record.title, record.edition, record.language)
        assert found["date"].strip("/").split("/") == [f"{part:02}" for part in record.date]
        assert found.get("publisher") == record.publisher
        assert found.get("secondary_title") == record.collection_title
        assert found.get("number") == record.collection_number
        assert found.get("issn") == record.isbn
        assert found.get("doi") == record.doi
        assert found.get("urls", []) == ([record.url] if record.url else [])
        assert tuple(found.get("keywords", ())) == record.keywords
        assert found.get("notes", []) == ([record.note] if record.note else [])


@pytest.mark.parametrize("state", ["draft", "published"])
def test_bibtex_is_read_back_as_it_was_meant(state: str, site: Site) -> None:
    for record in records(published(site) if state == "published" else site):
        assert bibtex(record).startswith("@techreport{" if state == "published" else "@misc{")
        meant, found = record.csl(), read(bibtex(record), "bibtex")
        same = (
            "id",
            "title",
            "author",
            "issued",
            "edition",
            "publisher",
            "collection-title",
            "ISBN",
            "ISSN",
            "DOI",
            "URL",
        )
        assert {name: found.get(name) for name in same} == {name: meant.get(name) for name in same}
        assert found.get("keyword") == meant.get("keyword")
        assert found.get("note") == meant.get("note")
        assert found.get("number") == meant.get("collection-number")
        assert found["language"].split("-")[0] == record.language.split("-")[0]


def test_signs_that_tex_reads_as_commands_survive(site: Site) -> None:
    title = r"50 % & $x_1$ #2 {a} b~c ^d \e"
    record = records(site)[0].model_copy(update={"title": title})
    assert read(bibtex(record), "bibtex")["title"].replace("\N{NO-BREAK SPACE}", "~") == title


def test_a_date_without_day_or_month_stays_without(site: Site) -> None:
    whole = records(site)[0]
    for parts in ((2024,), (2024, 1)):
        date = whole.issued.model_copy(update={"date_parts": (parts,)})
        record = whole.model_copy(update={"issued": date})
        assert read(bibtex(record), "bibtex")["issued"]["date-parts"] == [list(parts)]
        assert rispy.loads(ris(record))[0]["date"] == ("2024///" if len(parts) == 1 else "2024/01//")


def test_two_writings_give_the_same_bytes(site: Site, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        write_citations(site, tmp_path / name)
    files = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert files == sorted(
        f"{guide}.{language.id}.{ending}"
        for guide in site.guides
        for language in site.built_languages
        for ending in ("bib", "ris", "csl.json")
    )
    for name in files:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_the_page_of_a_guide_offers_its_citation(built_site: Path) -> None:
    for record, guide, language in of_each(load_site(built_site.parent)):
        page = (built_site / language / guide / "index.html").read_text(encoding="utf-8")
        for ending, written in WRITERS.items():
            name = f"{guide}.{language}.{ending}"
            assert f'href="../../downloads/{name}"' in page
            assert (built_site / "downloads" / name).read_bytes().decode() == written(record)
