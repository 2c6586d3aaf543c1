"""Mutated real pages and data, each laid into the smallest workplace, so that a check takes a moment.

A page beside them calls every macro, so that whatever the data are they are shown in every way there is.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.messages import catalogue, languages
from scripts.check import check
from tests.fuzz.examples import examples
from tests.fuzz.mutations import mutated
from tests.hostile.guard import LONGEST, no_longer_than
from tests.macros.test_macros import CALLS, FRONT
from tests.workplaces import PROJECT, smallest

COMPLETENESS = PROJECT / "tests/macros/completeness.yml"
_MODEL = "data/models/etsiva-sosiaalityo"


def _places() -> dict[str, str]:
    """Each real file, and where it is laid in the smallest workplace."""
    pages = sorted(path.relative_to(PROJECT).as_posix() for path in (PROJECT / "docs/fi").rglob("*.md"))
    data = sorted(path.relative_to(PROJECT).as_posix() for path in (PROJECT / "data").glob("*.yml"))
    models = sorted(path.relative_to(PROJECT).as_posix() for path in (PROJECT / _MODEL).glob("*.yml"))
    return (
        dict.fromkeys(pages, "docs/fi/malli/index.md")
        | {path: path for path in data}
        | {path: path.replace("etsiva-sosiaalityo", "malli") for path in models}
    )


PLACES = _places()


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    work = smallest(tmp_path_factory.mktemp("fuzz") / "work")
    shutil.copy(COMPLETENESS, work / "data/models/malli")
    for language in ("fi", "sv"):
        page = work / f"docs/{language}/malli/makrot.md"
        page.write_text(FRONT + "\n\n".join(CALLS.values()) + "\n", encoding="utf-8")
    unshown = [problem for problem in check(work).problems if problem.code.startswith(("macro", "unknown"))]
    assert unshown == []
    return work


@examples()
@given(data=st.data())
def test_mutated_content_is_told_of_in_words_with_file_and_line(data: st.DataObject, root: Path) -> None:
    name = data.draw(st.sampled_from(list(PLACES)))
    other = data.draw(st.sampled_from([path for path in PLACES if path[-3:] == name[-3:]]))
    texts = [(PROJECT / path).read_text(encoding="utf-8") for path in (name, other)]
    text = data.draw(mutated(*texts))
    place = root / PLACES[name]
    before = place.read_bytes() if place.exists() else None
    try:
        place.write_bytes(text.encode())
        with no_longer_than(LONGEST):
            problems = check(root).problems
        for problem in problems:
            lines = len((root / problem.path).read_bytes().splitlines()) if (root / problem.path).is_file() else 1
            assert 1 <= problem.line <= lines + 1, problem
            for language in languages():
                what, mend = catalogue(language).words(problem.message)
                assert what
                assert mend
    finally:
        if before is None:
            place.unlink()
        else:
            place.write_bytes(before)
