"""Tells after the tests how many facts are used."""

from __future__ import annotations

import pytest

from tests.facts.coverage import rows


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    unused = [row for row in rows() if not row.used]
    terminalreporter.write_line(
        f"facts: {len(rows())}, of which {len(unused)} are not used: {', '.join(f'{row.fact} ({row.reason})' for row in unused)}"
    )
