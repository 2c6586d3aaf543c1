"""The glossary's files for other systems say what the glossary says."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, SKOS

from macros.load import load_site
from macros.model import Site
from macros.passages import without_marks
from scripts.vocabulary import table, turtle, write_vocabulary
from tests.workplaces import PROJECT


@pytest.fixture(scope="module")
def site() -> Site:
    return load_site(PROJECT)


@pytest.fixture(scope="module")
def graph(site: Site) -> Graph:
    return Graph().parse(data=turtle(site), format="turtle")


def test_every_term_is_a_concept_with_its_names_and_definition_in_every_language(site: Site, graph: Graph) -> None:
    scheme = URIRef(f"{site.info.address}fi/sanasto/")
    assert len(set(graph.subjects(RDF.type, SKOS.Concept))) == len(site.terms)
    for term in site.terms.values():
        concept = URIRef(f"{scheme}#term-{term.id}")
        assert (concept, SKOS.inScheme, scheme) in graph
        for language in site.languages:
            assert (concept, SKOS.prefLabel, Literal(term.term[language], language)) in graph
            assert (concept, SKOS.definition, Literal(without_marks(term.definition[language]), language)) in graph
            for name in term.synonyms.get(language, ()):
                assert (concept, SKOS.altLabel, Literal(name, language)) in graph
            for name in term.avoid.get(language, ()):
                assert (concept, SKOS.hiddenLabel, Literal(name, language)) in graph


def test_a_concept_has_one_preferred_label_a_language(graph: Graph) -> None:
    for concept in graph.subjects(RDF.type, SKOS.Concept):
        languages = [label.language for label in graph.objects(concept, SKOS.prefLabel) if isinstance(label, Literal)]
        assert len(languages) == len(set(languages)), concept


def test_the_table_has_a_row_a_term_and_a_column_a_language(site: Site) -> None:
    rows = list(csv.DictReader(table(site).splitlines()))
    assert [row["id"] for row in rows] == list(site.terms)
    for row, term in zip(rows, site.terms.values(), strict=True):
        assert {language: row[f"term_{language}"] for language in site.languages} == term.term.root
        assert row["defined_in_sources"] == ("yes" if term.from_sources else "no")
        assert len(row["sources"].split("; ")) >= len(term.sources)


def test_two_writings_give_the_same_bytes(site: Site, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        write_vocabulary(site, tmp_path / name)
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()
    assert (tmp_path / "one/sanasto.csv").read_bytes().startswith(b"\xef\xbb\xbfid,")
