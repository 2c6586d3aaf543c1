"""What is pure in the measuring of search. Nothing is timed here, and no browser started."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.search.sections import Document, Section
from tests.benchmarks.measures import Cost
from tests.benchmarks.search import figures
from tests.benchmarks.search.base_forms import enriched, finnish
from tests.benchmarks.search.cost import costs
from tests.benchmarks.search.growth import HEAPS, grown, words_of
from tests.benchmarks.search.rounds import Load, total
from tests.benchmarks.search.sites import built_pages, without_search
from tests.built import workplace
from tests.search.queries import REPORT, WORK, Query
from tests.search.scores import Answer
from tests.search.server import Fetched

RIGHT, FIFTH, SIXTH, WRONG, NOTHING = Answer(1, 9), Answer(5, 9), Answer(6, 9), Answer(0, 9), Answer(0, 0)


def query(text: str, half: str, kind: str = "base") -> Query:
    return Query("fi", half, kind, text, frozenset({"a"}))


def test_each_engine_has_a_row_with_its_ratio_to_the_first() -> None:
    rows = figures.found("half", {"one": [RIGHT, RIGHT], "other": [RIGHT, NOTHING]}).splitlines()
    assert rows[1].split() == ["one", "2", "1.000", "1.000", "1.000", "0", "1.00"]
    assert rows[2].split() == ["other", "2", "0.500", "0.500", "0.500", "1", "0.50"]


def test_a_first_row_that_finds_nothing_gives_no_ratio() -> None:
    assert figures.found("half", {"one": [NOTHING], "other": [RIGHT]}).splitlines()[2].split()[-1] == "–"


def test_kinds_are_told_apart() -> None:
    queries = [query("a", WORK, "typo"), query("b", WORK), query("c", WORK)]
    rows = figures.kinds("kinds", queries, [WRONG, RIGHT, FIFTH]).splitlines()
    assert [row.split()[:4] for row in rows[1:]] == [["base", "2", "0.500", "1.000"], ["typo", "1", "0.000", "0.000"]]


def test_lost_queries_are_those_that_the_other_has_among_the_first_five_and_we_do_not() -> None:
    queries = [query(text, WORK) for text in ("both", "lost", "low", "neither", "empty")]
    said = "".join(
        figures.lost(queries, [RIGHT, WRONG, SIXTH, WRONG, NOTHING], [RIGHT, FIFTH, RIGHT, SIXTH, WRONG], "other")
    )
    assert said.splitlines() == [
        "no result here, but some from other: 1 (none allowed)",
        "answered by other among the first five, and not here: 2",
        "  base: lost",
        "  base: low",
    ]


def test_no_query_of_the_half_kept_apart_is_shown() -> None:
    said = "".join(figures.lost([query("secret", REPORT)], [NOTHING], [RIGHT], "other"))
    assert "not here: 1" in said
    assert "secret" not in said


def test_targets_stand_beside_the_figures_where_there_are_any() -> None:
    assert figures.target("fi", [RIGHT, FIFTH]) == "fi: hit@5 1.000 (at least 0.95), MRR 0.600 (at least 0.85)\n"
    assert figures.target("en", [RIGHT]) == ""


@pytest.mark.parametrize(("percent", "value"), [(50, 10), (95, 19), (100, 20), (1, 1)])
def test_a_percentile_is_a_value_that_was_measured(percent: float, value: float) -> None:
    assert figures.percentile(list(range(20, 0, -1)), percent) == value


def test_times_have_ratios_of_their_medians() -> None:
    rows = figures.latency("times", {"one": [10, 20, 30], "other": [40, 40, 100]}).splitlines()
    assert [row.split() for row in rows[1:]] == [["one", "20", "30", "1.00"], ["other", "40", "100", "2.00"]]


def test_bytes_are_those_before_and_after_the_first_focus() -> None:
    early, later = [Fetched("search.js", 300, 100)], [Fetched("index", 50_000, 20_000), Fetched("part", 9_000, 9_000)]
    assert total(early, later) == Load(raw=59_300, sent=29_100, before=100)


def test_the_worst_and_the_median_of_what_is_fetched_are_shown_in_kilobytes() -> None:
    some = [Load(9_000, 4_000, 1_000), Load(2_000, 1_000, 1_000), Load(5_000, 2_000, 1_000)]
    row = figures.loads("bytes", {"one": some}).splitlines()[1]
    assert row.split() == ["one", "4", "2", "9", "1", "1.00"]


def test_base_forms_follow_the_words_of_the_article_alone() -> None:
    forms = {"Kynnyksen": ["kynnys"], "työ": []}
    page = "<title>Kynnyksen</title><article><h1>Kynnyksen työ</h1><p>työ</p></article><p>Kynnyksen</p>"
    assert enriched(page, lambda word: forms.get(word, [])) == (
        "<title>Kynnyksen</title><article><h1>Kynnyksen työ kynnys </h1><p>työ</p></article><p>Kynnyksen</p>"
    )


def test_a_finnish_compound_gives_its_parts_and_base_forms() -> None:
    assert {"palvelutarve", "palvelu", "tarve", "tarpeen"} <= {*finnish("palvelutarpeen")}


def test_built_pages_are_known_by_address(tmp_path: Path) -> None:
    for place in (".", "guide/page"):
        (tmp_path / place).mkdir(parents=True, exist_ok=True)
        (tmp_path / place / "index.html").write_text(place, encoding="utf-8")
    (tmp_path / "404.html").touch()
    assert built_pages(tmp_path) == {"/": ".", "guide/page/": "guide/page"}


def test_the_cost_of_the_build_stands_beside_what_is_allowed() -> None:
    said = costs({"without": Cost(10, 100), "warm": Cost(10.5, 100), "cold": Cost(30, 200)})
    assert "remembered / without: 1.05 (at most 1.10)" in said
    assert "anew, less without: 20.0 s (at most 45)" in said


def test_the_projects_own_search_can_be_taken_out_of_a_copy(tmp_path: Path) -> None:
    work = workplace(tmp_path / "work")
    plain = without_search(work, tmp_path / "plain")
    assert "write_search(" not in (plain / "scripts/hooks.py").read_text(encoding="utf-8")
    assert not (plain / "overrides/partials/search.html").exists()
    (plain / "overrides/partials/search.html").touch()
    with pytest.raises(ValueError, match=r"scripts/hooks\.py"):  # nothing is left to take out
        without_search(plain, tmp_path / "again")


def page(number: int) -> Document:
    """A page whose words begin like those of no other."""
    begin = chr(97 + number)
    texts = [" ".join(f"{begin}{chr(97 + part)}{chr(97 + place)}word." for place in range(20)) for part in range(3)]
    sections = [Section(f"s{part}" if part else "", f"heading {begin}", text) for part, text in enumerate(texts)]
    return Document(f"page-{number}/", f"heading {begin}", tuple(sections))


REAL = [page(number) for number in range(10)]


def test_a_grown_site_has_the_real_pages_and_as_many_as_asked_for() -> None:
    pages = grown(REAL, 100)
    assert pages[: len(REAL)] == REAL
    assert len({each.address for each in pages}) == 100
    assert all(len({section.anchor for section in each.sections}) == len(each.sections) == 3 for each in pages)


def test_the_words_of_a_grown_site_grow_by_heaps_law() -> None:
    def counted(pages: list[Document]) -> tuple[int, int]:
        words = [word for each in pages for word in words_of(each.sections)]
        return len(words), len(set(words))

    (written, different), (more_written, more_different) = counted(REAL), counted(grown(REAL, 200))
    assert more_different == pytest.approx(different * (more_written / written) ** HEAPS, rel=0.02)


def test_the_same_seed_gives_the_same_site() -> None:
    assert grown(REAL, 40, seed=7) == grown(REAL, 40, seed=7) != grown(REAL, 40, seed=8)
