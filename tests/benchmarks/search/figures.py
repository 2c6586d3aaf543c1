"""The tables: how well each search finds, how soon, and what it fetches."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from statistics import median

from tests.benchmarks.search.rounds import Load
from tests.benchmarks.table import table
from tests.search.queries import REPORT, Query
from tests.search.scores import Answer, Score, hit, score

TARGETS = {"fi": (0.95, 0.85), "sv": (0.93, 0.82)}
"""hit@5 and mean reciprocal rank that the half kept apart must reach."""
SOON, LIGHT, LIGHT_GROWN = 150, 250, 400
"""Milliseconds to an answer; kilobytes sent until the first with the content of today, and with 1,200 pages a language."""
_HEADS = ["n", "hit@1", "hit@5", "MRR", "no result", "MRR / first"]


def found(title: str, answers: Mapping[str, Sequence[Answer]]) -> str:
    """The table of a half: a row for each engine, the first being ours; its last column is a ratio to the first row."""
    scores = {name: score(some) for name, some in answers.items()}
    first = next(iter(scores.values())).mrr
    return table(title, _HEADS, [[name, *_cells(each, first)] for name, each in scores.items()])


def kinds(title: str, queries: Sequence[Query], answers: Sequence[Answer]) -> str:
    """The table of one engine's answers by kind of query."""
    sorted_: dict[str, list[Answer]] = {}
    for query, each in zip(queries, answers, strict=True):
        sorted_.setdefault(query.kind, []).append(each)
    return table(title, _HEADS[:-1], [[kind, *_cells(score(some))] for kind, some in sorted(sorted_.items())])


def _cells(each: Score, first: float | None = None) -> list[str]:
    cells = [str(each.number), f"{each.hit1:.3f}", f"{each.hit5:.3f}", f"{each.mrr:.3f}", str(each.empty)]
    return cells if first is None else [*cells, f"{each.mrr / first:.2f}" if first else "–"]


def target(language: str, answers: Sequence[Answer]) -> str:
    """How the half kept apart compares with what it must reach; nothing for a language without a target."""
    if language not in TARGETS:
        return ""
    hit5, mrr = TARGETS[language]
    each = score(answers)
    return f"{language}: hit@5 {each.hit5:.3f} (at least {hit5:.2f}), MRR {each.mrr:.3f} (at least {mrr:.2f})\n"


def lost(queries: Sequence[Query], ours: Sequence[Answer], theirs: Sequence[Answer], other: str) -> Iterator[str]:
    """What the other search answers and ours does not: counts, and the queries themselves of the half to work with."""
    triples = list(zip(queries, ours, theirs, strict=True))
    empty = sum(not mine.found and bool(other_.found) for _, mine, other_ in triples)
    missed = [query for query, mine, other_ in triples if hit(other_, 5) and not hit(mine, 5)]
    yield f"no result here, but some from {other}: {empty} (none allowed)\n"
    yield f"answered by {other} among the first five, and not here: {len(missed)}\n"
    yield from (f"  {query.kind}: {query.text}\n" for query in missed if query.half != REPORT)


def latency(title: str, milliseconds: Mapping[str, Sequence[float]]) -> str:
    """The table of times from the last key press to the answer, with ratios to the first row."""
    first = median(next(iter(milliseconds.values())))
    rows = [
        [name, f"{median(some):.0f}", f"{percentile(some, 95):.0f}", f"{median(some) / first:.2f}" if first else "–"]
        for name, some in milliseconds.items()
    ]
    return table(title, ["median ms", "95 % ms", "median / first"], rows)


def late(milliseconds: Mapping[str, Sequence[float]]) -> Iterator[str]:
    """A line for each search that left queries without an answer: their times stand as endless in the table."""
    for name, some in milliseconds.items():
        if missing := sum(map(math.isinf, some)):
            yield f"{name}: {missing} of {len(some)} queries not answered in time\n"


def loads(title: str, costs: Mapping[str, Collection[Load]]) -> str:
    """The table of bytes fetched, in kilobytes (1,000 bytes), with ratios to the first row."""
    first = max(each.sent for each in next(iter(costs.values())))
    rows = [
        [
            name,
            *(f"{value / 1000:.0f}" for value in _load(some)),
            f"{max(each.sent for each in some) / first:.2f}" if first else "–",
        ]
        for name, some in costs.items()
    ]
    heads = ["worst kB sent", "median kB sent", "worst kB raw", "sent before focus", "worst / first"]
    return table(title, heads, rows)


def _load(some: Collection[Load]) -> tuple[float, float, float, float]:
    sent = [each.sent for each in some]
    return max(sent), median(sent), max(each.raw for each in some), max(each.before for each in some)


def percentile(values: Sequence[float], percent: float) -> float:
    """The smallest value that so many percent of them do not exceed."""
    ordered = sorted(values)
    return ordered[max(math.ceil(len(ordered) * percent / 100), 1) - 1]
