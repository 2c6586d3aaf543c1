"""Whatever stands in a data file, the check tells of it in words and never stumbles."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from macros.messages import catalogue, languages
from scripts.check import check
from tests.fuzz.examples import examples
from tests.workplaces import SMALLEST, smallest

FILES = sorted(path.relative_to(SMALLEST).as_posix() for path in (SMALLEST / "data").rglob("*.yml"))
ODD: list[Any] = [
    None,
    1,
    -1,
    10**30,
    True,
    "",
    "x",
    "soon",
    "2023-13-45",
    "a|b",
    "{{ x }}",
    "<b>x",
    "# x",
    [],
    ["x"],
    {},
]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return smallest(tmp_path_factory.mktemp("any") / "work")


def places(value: Any, loc: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every part of a value, by the way that leads to it."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [loc, *(place for key, item in inside for place in places(item, (*loc, key)))]


@examples()
@given(data=st.data())
def test_an_odd_value_anywhere_is_told_and_not_fatal(data: st.DataObject, root: Path) -> None:
    name = data.draw(st.sampled_from(FILES))
    text = (SMALLEST / name).read_text(encoding="utf-8")
    value = yaml.safe_load(text)
    loc = data.draw(st.sampled_from(places(value)))
    odd = data.draw(st.sampled_from(ODD))
    changed = {"": copy.deepcopy(value)}
    way = ("", *loc)
    inner: Any = changed
    for key in way[:-1]:
        inner = inner[key]
    inner[way[-1]] = odd
    try:
        (root / name).write_text(yaml.safe_dump(changed[""], allow_unicode=True, sort_keys=False), encoding="utf-8")
        problems = check(root).problems
        words = [catalogue(language).words(problem.message) for language in languages() for problem in problems]
        assert all(what and mend for what, mend in words)
        assert all(problem.line >= 1 for problem in problems)
    finally:
        (root / name).write_text(text, encoding="utf-8")
