"""Options and fixtures of all tests."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock

from macros.messages import VARIABLE
from tests import built
from tests.facts.coverage import rows


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden pages anew; read the difference afterwards"
    )
    parser.addoption("--kills", type=int, default=20, help="how often tests/output kills a command; make kills: 200")


@pytest.fixture(autouse=True)
def _messages_as_they_come() -> Iterator[None]:
    """A command that was told the language of its messages hands it on in the environment; the next test has its own."""
    yield
    os.environ.pop(VARIABLE, None)


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """``site/`` of the real content, built once: processes that run tests side by side wait for the first that needs it."""
    folder = tmp_path_factory.getbasetemp()
    folder = folder.parent if hasattr(request.config, "workerinput") else folder
    with FileLock(folder / "built.lock"):
        if not (folder / "built").exists():
            site = built.build(built.workplace(tmp_path_factory.mktemp("building") / "project"))
            site.parent.rename(folder / "built")
    return folder / "built/site"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tell after the tests how many facts are used."""
    unused = [row for row in rows() if not row.used]
    named = ", ".join(f"{row.fact} ({row.reason})" for row in unused)
    terminalreporter.write_line(f"facts: {len(rows())}, of which {len(unused)} are not used: {named}")
