"""Every mistake an author can make: told with file, line and mend, all in one run, and nothing is built."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from macros.problem import ContentError, Problem
from scripts.check import check
from scripts.workflow import compare_published
from tests.workplaces import CASES, PROJECT, broken, smallest

NAMES = sorted(path.name for path in CASES.iterdir())


def test_the_smallest_workplace_is_in_order(tmp_path: Path) -> None:
    assert check(smallest(tmp_path / "work")).problems == ()


@pytest.mark.parametrize("name", NAMES)
def test_the_whole_list_of_problems_is_told(name: str, tmp_path: Path) -> None:
    text = "".join(f"{problem}\n" for problem in told(broken(name, tmp_path / "work")))
    # what a file's checksum is changes with the program
    assert re.sub(r"\b[0-9a-f]{64}\b", "…", text) == (CASES / name / "expected.txt").read_text(encoding="utf-8")


def told(root: Path) -> tuple[Problem, ...]:
    """What "check" tells: of the content, and of published files if the content is in order."""
    result = check(root)
    if not result.problems:
        try:
            compare_published(root, result, lambda _: None)
        except ContentError as error:
            return tuple(error.problems)
    return result.problems


def test_no_case_passes() -> None:
    assert [name for name in NAMES if not (CASES / name / "expected.txt").read_text(encoding="utf-8").strip()] == []


def codes() -> set[str]:
    """Codes of all Problems that the program can tell."""
    found = set()
    for path in [*PROJECT.glob("macros/**/*.py"), *PROJECT.glob("scripts/package/*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
                name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
                place = {"Problem": 2, "Misuse": 0, "_nothing": 2, "_problem": 1, "_compare": 3}.get(name)
                if place is not None and len(node.args) > place and isinstance(code := node.args[place], ast.Constant):
                    found.add(str(code.value))
            elif isinstance(node, ast.Assign) and any(getattr(target, "id", "") == "_CODES" for target in node.targets):
                found.update(ast.literal_eval(node.value).values())
    return found


def test_every_code_has_a_broken_example() -> None:
    told = "".join((CASES / name / "expected.txt").read_text(encoding="utf-8") for name in NAMES)
    assert len(codes()) > 30, "the search for codes in the program finds too few"
    assert {code for code in codes() if f"[{code}]" not in told} == set()
