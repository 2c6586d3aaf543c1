"""The arithmetic of the measuring, and how results become pages."""

from __future__ import annotations

import urllib.request
from pathlib import Path

import pytest

from tests.search.ask import misses
from tests.search.queries import REPORT, WORK, Query, address, addresses, chosen, read
from tests.search.scores import Answer, Score, answer, hit, score
from tests.search.server import serve

HEAD = "language\thalf\tkind\tquery\tpages\n"
QUERY = Query("fi", WORK, "typo", "kynys", frozenset({"kynnykset", "sanasto"}))


def test_the_first_right_page_gives_the_rank() -> None:
    assert answer(["a", "b", "c"], {"c", "b"}) == Answer(2, 3)
    assert answer(["a"], {"b"}) == Answer(0, 1)
    assert answer([], {"b"}) == Answer(0, 0)


def test_a_page_below_the_tenth_counts_as_not_found() -> None:
    pages = [str(number) for number in range(1, 21)]
    assert answer(pages, {"10"}) == Answer(10, 20)
    assert answer(pages, {"11"}) == Answer(0, 20)


def test_a_hit_is_a_rank_within_the_depth() -> None:
    assert [hit(Answer(rank, 9), 5) for rank in (0, 1, 5, 6)] == [False, True, True, False]


def test_shares_and_the_mean_reciprocal_rank_are_over_all_queries() -> None:
    answers = [Answer(1, 4), Answer(4, 4), Answer(0, 3), Answer(0, 0)]
    assert score(answers) == Score(number=4, hit1=0.25, hit5=0.5, mrr=(1 + 1 / 4) / 4, empty=1)
    assert score([]) == Score(0, 0, 0, 0, 0)


@pytest.mark.parametrize(
    ("link", "page"),
    [("", "."), ("./?h=a#b", "."), ("sanasto/", "sanasto"), ("malli/ydinelementit/?h=a+b#c", "malli/ydinelementit")],
)
def test_a_link_leads_to_the_page_that_queries_name(link: str, page: str) -> None:
    assert address(link) == page


def test_results_in_sections_of_one_page_count_once_where_the_page_first_comes() -> None:
    assert addresses(["b/#x", "a/", "b/#y", "", "a/?h=q"]) == ["b", "a", "."]


def test_queries_are_read_with_all_their_pages(tmp_path: Path) -> None:
    file = tmp_path / "queries.tsv"
    file.write_text(
        HEAD + 'fi\twork\ttypo\tkynys\tkynnykset|sanasto\nsv\treport\tphrase\t"en fras"\t.\n', encoding="utf-8"
    )
    queries = read(file)
    assert queries == [QUERY, Query("sv", REPORT, "phrase", '"en fras"', frozenset({"."}))]
    assert chosen(queries, "fi", [WORK]) == [QUERY]
    assert chosen(queries, "fi", [REPORT]) == chosen(queries, "fi", [WORK], "base") == []


def test_a_file_in_disorder_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "queries.tsv"
    file.write_text("language\tquery\n", encoding="utf-8")
    with pytest.raises(ValueError, match="the columns are not"):
        read(file)
    file.write_text(HEAD + "fi\twork\ttypo\tkynys\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"queries\.tsv:2: 4 columns"):
        read(file)


def test_a_miss_says_what_was_wanted_and_what_came() -> None:
    found = [["a", "b", "c", "d", "e", "sanasto"], ["sanasto"], []]
    answers = [answer(pages, QUERY.pages) for pages in found]
    assert "".join(misses([QUERY] * 3, found, answers, 5)) == (
        "typo: kynys\n  wanted: kynnykset, sanasto (came as 6.)\n  came:   a, b, c, d, e\n"
        "typo: kynys\n  wanted: kynnykset, sanasto\n  came:   nothing\n"
    )


def test_the_server_compresses_text_and_remembers_what_it_sent(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("a" * 1000, encoding="utf-8")
    (tmp_path / "font.woff2").write_bytes(b"b" * 1000)
    with serve(tmp_path) as served:
        for name in ("", "font.woff2"):
            asked = urllib.request.Request(served.address + name, headers={"Accept-Encoding": "gzip"})
            with urllib.request.urlopen(asked) as response:
                response.read()
        page, font = served.fetched
    assert (page.address, page.raw) == ("/index.html", 1000)
    assert page.sent < 100
    assert (font.address, font.raw, font.sent) == ("/font.woff2", 1000, 1000)
