"""Mutations of a text such as slips of hands, of editors and of merges make, and some that nobody would make by accident."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

Draw = Any
"""hypothesis' own function that draws from a strategy; it gives whatever the strategy holds."""
Rows = list[str]

ODD = [
    *"\t\0\x0b\x1b\u00a0\u200b\u2028\ufeff&*!|>%@`\"'#-?:,[]{}<~=^\\$",
    "\r", "\n", "---\n", "...", "- ", "? ", ": ", " #", "|-", "<<: ", "!!str ", "&a ", "*a", "''", '""', "“", "”", "’",
    "{{", "}}", "{%", "%}", "{#", "#}", "{{ cite(", "{{ x }}", "```", "~~~", "`", "[^1]", "[^1]: ", "[", "](", "](x.md)",
    "![](x.png)", "{ #x }", "{ #x", "{lang=fi}", "{: .x }", "> [!NOTE]", "> ", "## ", "###### ", "| a | b |", "|---|",
    "    ", "<b>", "</div>", "<!--", "&amp;", "&#0;", "\U0001f600", "é", "漢", "\u202e", "2023-02-30", "1e999", "0x1f", "9" * 40,
]  # fmt: skip
VALUES = [
    "null",
    "~",
    "true",
    "12",
    "1.5",
    "2023-11-28",
    "[]",
    "{}",
    "[a, b]",
    "{a: b}",
    "''",
    "|",
    ">-",
    "*x",
    "&x y",
    "!x y",
    "- a",
]


def _cut(draw: Draw, rows: Rows, other: Rows) -> Rows:
    first, count = draw(st.integers(0, len(rows))), draw(st.integers(1, 4))
    return rows[:first] + rows[first + count :]


def _double(draw: Draw, rows: Rows, other: Rows) -> Rows:
    first, count = draw(st.integers(0, len(rows))), draw(st.integers(1, 4))
    return rows[: first + count] + rows[first:]


def _swap(draw: Draw, rows: Rows, other: Rows) -> Rows:
    one, two = draw(st.integers(0, len(rows) - 1)), draw(st.integers(0, len(rows) - 1))
    rows = list(rows)
    rows[one], rows[two] = rows[two], rows[one]
    return rows


def _indent(draw: Draw, rows: Rows, other: Rows) -> Rows:
    place, by = draw(st.integers(0, len(rows) - 1)), draw(st.sampled_from([-4, -2, -1, 1, 2, 4, 40]))
    row = rows[place]
    row = " " * by + row if by > 0 else row[min(-by, len(row) - len(row.lstrip())) :]
    return [*rows[:place], row, *rows[place + 1 :]]


def _insert(draw: Draw, rows: Rows, other: Rows) -> Rows:
    place, odd = draw(st.integers(0, len(rows) - 1)), draw(st.sampled_from(ODD))
    row = rows[place]
    column, times = draw(st.integers(0, len(row))), draw(st.sampled_from([1, 1, 1, 2, 3, 50]))
    return [*rows[:place], row[:column] + odd * times + row[column:], *rows[place + 1 :]]


def _drop(draw: Draw, rows: Rows, other: Rows) -> Rows:
    place = draw(st.integers(0, len(rows) - 1))
    row = rows[place]
    column, count = draw(st.integers(0, len(row))), draw(st.integers(1, 3))
    return [*rows[:place], row[:column] + row[column + count :], *rows[place + 1 :]]


def _retype(draw: Draw, rows: Rows, other: Rows) -> Rows:
    places = [number for number, row in enumerate(rows) if ": " in row] or [0]
    place, value = draw(st.sampled_from(places)), draw(st.sampled_from(VALUES))
    row = f"{rows[place].partition(': ')[0]}: {value}"
    return [*rows[:place], row, *rows[place + 1 :]]


def _splice(draw: Draw, rows: Rows, other: Rows) -> Rows:
    place, first, count = draw(st.integers(0, len(rows))), draw(st.integers(0, len(other))), draw(st.integers(1, 12))
    return [*rows[:place], *other[first : first + count], *rows[place:]]


def _truncate(draw: Draw, rows: Rows, other: Rows) -> Rows:
    place = draw(st.integers(0, len(rows) - 1))
    row = rows[place]
    return [*rows[:place], row[: draw(st.integers(0, len(row)))]]


def _conflict(draw: Draw, rows: Rows, other: Rows) -> Rows:
    place = draw(st.integers(0, len(rows)))
    marks = ["<<<<<<< HEAD", "=======", ">>>>>>> toinen"]
    return [*rows[:place], *marks[: draw(st.integers(1, 3))], *rows[place:]]


MUTATIONS = (_cut, _double, _swap, _indent, _insert, _insert, _drop, _retype, _splice, _truncate, _conflict)


@st.composite
def mutated(draw: st.DrawFn, text: str, other: str) -> str:
    """A text after one to five mutations, parts of another text among them."""
    rows = text.split("\n")
    for _ in range(draw(st.integers(1, 5))):
        rows = draw(st.sampled_from(MUTATIONS))(draw, rows or [""], other.split("\n"))
    ending = draw(st.sampled_from(["\n", "\n", "\n", "\r\n", "\r"]))
    return ending.join(rows)
