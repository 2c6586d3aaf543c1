"""YAML becomes values that remember their lines; what would be misread is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.messages import catalogue
from macros.source import parse


def test_each_part_knows_its_line() -> None:
    source = parse("a: 1\nb:\n  - c: x\n    d: y\n  - e\n", "x.yml")
    assert source.value == {"a": 1, "b": [{"c": "x", "d": "y"}, "e"]}
    assert [source.line(loc) for loc in [("a",), ("b",), ("b", 0), ("b", 0, "d"), ("b", 1)]] == [1, 2, 3, 4, 5]


def test_a_part_that_is_not_there_has_the_line_of_what_is_around_it() -> None:
    assert parse("a:\n  b: 1\n", "x.yml").line(("a", "b", "c", 3)) == 2


def test_front_matter_counts_its_lines_from_where_it_stands() -> None:
    assert parse("title: No\n", "x.md", first_line=2).problems[0].line == 2


@pytest.mark.parametrize("text", ["No", "yes", "on", "1.10", "2023-11-28", "12:30", "010", "0x1F", ".5", "<<", "="])
def test_what_yaml_would_turn_into_something_else_must_be_quoted(text: str) -> None:
    problems = parse(f"a: {text}\n", "x.yml").problems
    assert [problem.code for problem in problems] == ["unquoted"]
    assert f'"{text}"' in catalogue("en").words(problems[0].message).mend


@pytest.mark.parametrize(
    "text", ["true", "false", "12", "-3", "null", "~", "", "nolla", "2023-11", "17 §", "10.12.2020"]
)
def test_what_cannot_be_misread_needs_no_quotes(text: str) -> None:
    assert parse(f"a: {text}\n", "x.yml").problems == ()


def test_a_list_of_anchors_that_would_grow_without_end_is_refused() -> None:
    bomb = "a: &a [x]\n" + "".join(
        f"{b}: &{b} [{', '.join(['*' + a] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert {problem.code for problem in parse(bomb, "x.yml").problems} == {"alias"}


@given(st.text(max_size=200))
def test_no_text_whatever_makes_it_stumble(text: str) -> None:
    for problem in parse(text, "x.yml").problems:
        assert 1 <= problem.line <= text.count("\n") + 2 + sum(map(text.count, "\r\x85\u2028\u2029"))
        assert all(catalogue("en").words(problem.message))


def test_brackets_nested_without_end_are_told_and_not_fatal() -> None:
    assert parse("[" * 100_000, "x.yml").problems


@pytest.mark.parametrize("sign", ["\u0085", "\u2028", "\u2029"])
def test_a_sign_that_ends_a_line_for_yaml_alone_moves_no_line(sign: str) -> None:
    (problem,) = parse(f"a: 'x{sign}y'\nb: 1.5\n", "data/a.yml").problems
    assert problem.line == 2
