"""This site's search, Material's and Pagefind's on the same content in one run of one browser."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from playwright.sync_api import Browser

from macros.model import Site
from tests.benchmarks.measures import Failed
from tests.benchmarks.plugin import Absent
from tests.benchmarks.search import figures
from tests.benchmarks.search.base_forms import FORMS
from tests.benchmarks.search.cost import build_cost
from tests.benchmarks.search.engines import Engine, Reply
from tests.benchmarks.search.rounds import BATCH, load, replies
from tests.benchmarks.search.scale import GROWN, PAGES, build_grown
from tests.benchmarks.search.sites import (
    MATERIAL,
    OURS,
    PAGEFIND,
    PAGEFIND_FORMS,
    build_material,
    build_ours,
    build_pagefind,
    without_search,
)
from tests.chromium import chromium
from tests.search.queries import REPORT, WORK, Query, chosen, read
from tests.search.scores import Answer, answer
from tests.search.server import Served, serve

HALVES = {WORK: "worked with", REPORT: "kept apart"}


def report(work: Path, site: Site) -> Iterator[str]:
    """The tables of each language, after the sites have been built."""
    with tempfile.TemporaryDirectory() as folder:
        to = Path(folder) / "served"
        to.mkdir()
        plain = without_search(work, Path(folder) / "plain")
        yield build_cost(work, plain)
        build_ours(work, to)
        build_material(plain, site, to)
        absent = _pagefind(site, to)
        with serve(to) as served, chromium() as browser:
            for language in site.built_languages:
                engines: list[Engine] = [OURS, MATERIAL, *([] if absent else [PAGEFIND])]
                engines += [PAGEFIND_FORMS] if not absent and language.id in FORMS else []
                yield from _language(browser, served, engines, language.id)
                files = build_grown(work, site, language, to)
                yield from _grown(browser, served, language.id, files)
        yield absent


def _pagefind(site: Site, to: Path) -> str:
    """Index with Pagefind; why it could not be had, or nothing."""
    try:
        build_pagefind(site, to)
    except (Absent, Failed) as error:
        return f"Pagefind: absent, {str(error).splitlines()[-1]}\n"
    return ""


def _language(browser: Browser, served: Served, engines: Sequence[Engine], language: str) -> Iterator[str]:
    queries = chosen(read(), language, [*HALVES])
    found = replies(browser, served, engines, language, queries)
    answers = {
        name: [answer(reply.pages, query.pages) for reply, query in zip(some, queries, strict=True)]
        for name, some in found.items()
    }
    for half, said in HALVES.items():
        of = {name: _half(queries, some, half) for name, some in answers.items()}
        yield figures.found(f"search {language}, half {said}", of) + "\n"
        yield figures.kinds(f"{OURS.name} {language}, half {said}", chosen(queries, language, [half]), of[OURS.name])
        yield "".join(figures.lost(chosen(queries, language, [half]), of[OURS.name], of[MATERIAL.name], MATERIAL.name))
        yield figures.target(language, of[OURS.name]) + "\n" if half == REPORT else "\n"
    sample = _one_of_each_kind(chosen(queries, language, [WORK]))
    yield from _cost(browser, served, engines, language, found, sample, "", figures.LIGHT)


def _grown(browser: Browser, served: Served, language: str, files: int) -> Iterator[str]:
    queries = chosen(read(), language, [WORK])
    queries = queries[:: max(len(queries) // BATCH, 1)]  # some are enough: Material is slow with so many pages
    found = replies(browser, served, GROWN, language, queries)
    sample = _one_of_each_kind(queries)
    yield from _cost(browser, served, GROWN, language, found, sample, f", {PAGES:,} pages", figures.LIGHT_GROWN)
    yield f"({OURS.name}: {files:,} files)\n\n"


def _cost(
    browser: Browser,
    served: Served,
    engines: Sequence[Engine],
    language: str,
    found: Mapping[str, Sequence[Reply]],
    sample: Sequence[str],
    where: str,
    light: int,
) -> Iterator[str]:
    """The tables of time and of bytes."""
    times = {name: [reply.milliseconds for reply in some] for name, some in found.items()}
    yield figures.latency(f"search {language}{where}, last key to answer", times)
    yield from figures.late(times)
    yield f"({OURS.name}: within {figures.SOON} ms)\n\n"
    costs = {engine.name: [load(browser, served, engine, language, text) for text in sample] for engine in engines}
    answered = {name: [cost for cost in some if cost] for name, some in costs.items()}
    yield figures.loads(
        f"search {language}{where}, fetched until the first result",
        {name: some for name, some in answered.items() if some},
    )
    yield f"({OURS.name}: at most {light} kB sent)\n\n"


def _half(queries: Sequence[Query], answers: Sequence[Answer], half: str) -> list[Answer]:
    return [each for query, each in zip(queries, answers, strict=True) if query.half == half]


def _one_of_each_kind(queries: Sequence[Query]) -> list[str]:
    return list({query.kind: query.text for query in reversed(queries)}.values())
