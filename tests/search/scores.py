"""How well search finds: hit@k and the mean reciprocal rank."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

DEPTH = 10
"""As many pages as a reader may be thought to look at: an answer further down counts as not found."""


class Answer(NamedTuple):
    """The rank of the first right page (1 is the first result, 0 if it is not among the first ten); how many pages came."""

    rank: int
    found: int


class Score(NamedTuple):
    """Figures over some queries: shares from 0 to 1, and counts."""

    number: int
    hit1: float
    hit5: float
    mrr: float
    empty: int


def answer(results: Sequence[str], right: Collection[str]) -> Answer:
    """What a list of pages, the best first and each once, is worth for a query that the right ones answer."""
    ranks = (rank for rank, page in enumerate(results[:DEPTH], start=1) if page in right)
    return Answer(next(ranks, 0), len(results))


def hit(found: Answer, depth: int) -> bool:
    """Whether a right page is among the first ones."""
    return 1 <= found.rank <= depth


def score(answers: Iterable[Answer]) -> Score:
    """The figures of some answers; all zero if there are none."""
    all_ = list(answers)
    number = max(len(all_), 1)
    return Score(
        len(all_),
        sum(hit(each, 1) for each in all_) / number,
        sum(hit(each, 5) for each in all_) / number,
        sum(1 / each.rank for each in all_ if each.rank) / number,
        sum(not each.found for each in all_),
    )
