"""Every fact of the dossier is carried by the data and shown on a page, or left out for a reason that is written down."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from tests.facts.coverage import pages_of, plain, record, rows, shown

COUNTS = {
    "social rehabilitation": ("SR", 88),
    "outreach": ("OS", 106),
    "low threshold": ("LT", 97),
    "modelling": ("MO", 18),
    "editions": ("20", 4),
    "evaluation": ("EV", 97),
    "implementation": ("IM", 63),
    "pilots": ("PI", 74),
    "publications": ("PU", 13),
    "bibliography": ("BI", 22),
    "people": ("PE", 18),
    "glossary": ("GL", 66),
    "gaps": ("GA", 24),
    "contradictions": ("CO", 17),
}
"""How many facts the dossier holds on each matter, by the first letters of their ids."""


def test_the_table_holds_every_fact_once() -> None:
    facts = [row.fact for row in rows()]
    assert len(facts) == len(set(facts)) == 707
    assert Counter(fact[:2] for fact in facts) == dict(COUNTS.values())


def test_every_place_in_the_data_is_there() -> None:
    lost = [
        f"{row.fact}: {place}"
        for row in rows()
        for place in row.where.split()
        if place.startswith("data/") and not record(place)
    ]
    assert lost == []


def test_a_fact_that_is_not_used_has_a_reason() -> None:
    assert [row.fact for row in rows() if row.used == bool(row.reason)] == []


def test_every_fact_that_is_used_shows_on_its_page(built_site: Path) -> None:
    text_of = shown(built_site)
    hidden = [
        f"{row.fact}: {row.where} on {row.page}"
        for row in rows()
        if row.used and row.page not in pages_of(row, text_of)
    ]
    assert hidden == []


def test_a_text_that_no_page_shows_is_found_missing(built_site: Path) -> None:
    claim = record("data/models/etsiva-sosiaalityo/model.yml#purpose/three-tasks")
    assert any(plain(claim["text"]["fi"]) in text for text in shown(built_site).values())
    assert not any(plain(claim["text"]["fi"] + " Lisäksi.") in text for text in shown(built_site).values())
