"""The glossary as files for other systems: SKOS in Turtle, and a table in CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, SKOS

from macros.model import Site, SourceRef, Text
from macros.passages import without_marks
from macros.views import cited

NAME = "sanasto"
"""Name of the files, without their endings."""


def write_vocabulary(site: Site, to: Path) -> None:
    """Write the glossary into a folder, as ``sanasto.ttl`` and ``sanasto.csv``; the same bytes for the same content.

    Args:
        site: The content.
        to: The folder; it is there.
    """
    (to / f"{NAME}.ttl").write_text(turtle(site), encoding="utf-8")
    # Spreadsheets take a table for UTF-8 only if it says so in its first bytes.
    (to / f"{NAME}.csv").write_text(table(site), encoding="utf-8-sig", newline="")


def turtle(site: Site) -> str:
    """The glossary as a SKOS concept scheme (W3C Recommendation of 18 August 2009) in Turtle.

    A concept's address is its entry on the glossary page in the source language. Old names are hidden labels, by which
    it can be found but is not called.
    """
    graph = Graph()
    scheme = URIRef(f"{site.info.address}{site.source_language.id}/{NAME}/")
    graph.bind("skos", SKOS)
    graph.bind("dcterms", DCTERMS)
    graph.add((scheme, RDF.type, SKOS.ConceptScheme))
    _say(graph, scheme, DCTERMS.title, site.info.name)
    _say(graph, scheme, SKOS.note, site.info.notice)
    for term in site.terms.values():
        concept = URIRef(f"{scheme}#term-{term.id}")
        graph.add((concept, RDF.type, SKOS.Concept))
        graph.add((concept, SKOS.inScheme, scheme))
        graph.add((concept, SKOS.topConceptOf, scheme))
        _say(graph, concept, SKOS.prefLabel, term.term)
        _say(graph, concept, SKOS.definition, term.definition)
        _name(graph, concept, SKOS.altLabel, term.synonyms)
        _name(graph, concept, SKOS.hiddenLabel, term.avoid)
        if term.reading:
            _say(graph, concept, SKOS.editorialNote, term.reading)
        if not term.from_sources:
            _say(graph, concept, SKOS.editorialNote, site.labels["status-editorial"])
        for source in _cited(site, term.sources):
            graph.add((concept, DCTERMS.source, Literal(source, site.source_language.id)))
    return graph.serialize(format="turtle")


def _say(graph: Graph, subject: URIRef, property_: URIRef, text: Text) -> None:
    for language, words in text.root.items():
        graph.add((subject, property_, Literal(without_marks(words), language)))


def _name(graph: Graph, subject: URIRef, property_: URIRef, names: Mapping[str, Sequence[str]]) -> None:
    for language, texts in names.items():
        for words in texts:
            graph.add((subject, property_, Literal(without_marks(words), language)))


def table(site: Site) -> str:
    """The glossary as a table (RFC 4180), one row a term; several names in a cell stand apart by semicolons."""
    languages = list(site.languages)
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(
        [
            "id",
            *(f"{field}_{language}" for field in ("term", "definition", "synonyms", "avoid") for language in languages),
            "defined_in_sources",
            "sources",
        ]
    )
    for term in site.terms.values():
        writer.writerow(
            [
                term.id,
                *(term.term.root.get(language, "") for language in languages),
                *(without_marks(term.definition.root.get(language, "")) for language in languages),
                *("; ".join(term.synonyms.get(language, ())) for language in languages),
                *("; ".join(term.avoid.get(language, ())) for language in languages),
                "yes" if term.from_sources else "no",
                "; ".join(_cited(site, term.sources)),
            ]
        )
    return out.getvalue()


def _cited(site: Site, sources: Iterable[SourceRef]) -> list[str]:
    return [cited(site, site.source_language, source) for source in sources]
