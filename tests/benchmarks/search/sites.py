"""The same content with each search, in one folder to serve."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from macros.model import Language, Site
from scripts.build import environment
from tests.benchmarks.commands import scripts
from tests.benchmarks.measures import Failed, process
from tests.benchmarks.plugin import environment as measured_beside
from tests.benchmarks.search.base_forms import FORMS, enriched
from tests.benchmarks.search.engines import Material, Ours, Pagefind

OURS, MATERIAL, PAGEFIND = Ours(), Material(), Pagefind()
PAGEFIND_FORMS = Pagefind("Pagefind, base forms added", "pagefind-forms")
_LINES = (
    ("scripts/hooks.py", "write_search("),
    ("overrides/main.html", "<script src=\"{{ 'search/box.js'"),
    ("overrides/main.html", '<link rel="stylesheet" href="{{ \'assets/stylesheets/search.css\''),
)
"""Files and beginnings of lines by which the site has its own search."""
_LOOKED_FOR = ("scripts/whole.py", '"search/index.js"', '"search/search_index.json"')
"""Where a build looks whether its search is there, what it looks for, and what there is instead."""
_INDEXING = Path(__file__).parent / "indexing.py"


def build_ours(work: Path, to: Path) -> None:
    """The site as it is built for readers."""
    process(scripts("build"), work)
    (to / OURS.folder).symlink_to(work / "site", target_is_directory=True)


def build_material(plain: Path, site: Site, to: Path) -> None:
    """The site as plain MkDocs builds it from a workplace without our search: Material's own box, script and index."""
    for language in site.built_languages:
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-d", str(to / MATERIAL.folder / language.id)]
        process(command, plain, environment(plain, language.id))


def without_search(work: Path, to: Path) -> Path:
    """A copy of a workplace without what it has of a search of its own, in which Material's search is as it comes.

    Raises:
        ValueError: A line that is to go is not there; the search has changed, and this has to follow it.
    """
    shutil.copytree(work, to, ignore=shutil.ignore_patterns("site", "build", "dist"))
    (to / "overrides/partials/search.html").unlink()
    for name, begin in _LINES:
        path = to / name
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        kept = [line for line in lines if not line.strip().startswith(begin)]
        if len(kept) + 1 != len(lines):
            raise ValueError(f"{name}: there is not one line that begins with {begin}")
        path.write_text("".join(kept), encoding="utf-8")
    name, ours, theirs = _LOOKED_FOR
    whole = (to / name).read_text(encoding="utf-8")
    if whole.count(ours) != 1:
        raise ValueError(f"{name}: {ours} does not stand there once")
    (to / name).write_text(whole.replace(ours, theirs), encoding="utf-8")
    return to


def build_pagefind(site: Site, to: Path) -> None:
    """Pagefind's index of each language's built pages, and in the languages that it knows badly one with base forms.

    Raises:
        Absent: Pagefind cannot be installed.
        Failed: It did not index.
    """
    for language in site.built_languages:
        pages = built_pages(to / MATERIAL.folder / language.id)
        _index(to / PAGEFIND.folder / language.id, language, pages)
        if language.id in FORMS:
            more = partial(enriched, forms=FORMS[language.id])
            _index(
                to / PAGEFIND_FORMS.folder / language.id,
                language,
                {address: more(html) for address, html in pages.items()},
            )


def built_pages(folder: Path) -> dict[str, str]:
    """A language's pages by address, without the one for addresses that are not there."""
    return {
        path.parent.relative_to(folder).as_posix().removeprefix(".") + "/": path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("index.html"))
    }


def _index(folder: Path, language: Language, pages: Mapping[str, str]) -> None:
    result = subprocess.run(
        [str(measured_beside()), str(_INDEXING), str(folder), language.id],
        input=json.dumps(pages),
        capture_output=True,
        text=True,
        check=False,
    )
    if result.returncode:
        raise Failed("\n".join((result.stdout + result.stderr).strip().splitlines()[-10:]))
    page = f'<!doctype html><html lang="{language.id}"><meta charset="utf-8"><title>Pagefind</title>\n'
    (folder / "index.html").write_text(page, encoding="utf-8")
