"""What the tests found, written down for the accessibility statement: ``data/accessibility.yml``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import yaml

from macros.model import Accessibility
from macros.model.accessibility import Fault, Tested
from tests.browser.accessibility.axe import SCHEMES, SCREENS, SIZES, Finding

PATH = Path("data/accessibility.yml")
HEAD = """\
# The accessibility statement is made of this file. `make accessibility` writes "tested" anew: the day, the tools, and what was found.
# "assessment" is a person's: date, by, conformance (full, partial, none), faults. It is null until somebody has assessed the site.
"""


def run(date: str, axe: str, browser: str, places: Sequence[str], found: Sequence[Finding]) -> Tested:
    """A run as it is recorded.

    Args:
        date: The day of the run (ISO 8601).
        axe: Version of axe-core.
        browser: Name and version of the browser.
        places: The pages that were looked at, relative to the site.
        found: What was found there; what axe-core could not tell counts as a fault.

    Returns:
        The record: pages are those of a language that have an address of their own.
    """
    pages = Counter(place.partition("/")[0] for place in places if place.endswith("/"))
    rules = {entry.rule: entry for entry in found}
    return Tested(
        date=date,
        axe=axe,
        browser=browser,
        pages=dict(pages),
        widths=tuple(SIZES[screen][0] for screen in SCREENS),
        schemes=SCHEMES,
        faults=tuple(
            Fault(
                rule=rule,
                asks=rules[rule].help,
                criteria=rules[rule].criteria,
                pages=tuple(sorted({entry.place or "/" for entry in found if entry.rule == rule})),
            )
            for rule in sorted(rules)
        ),
    )


def text(record: Accessibility) -> str:
    """The record as its file; the same for the same record."""
    value = record.model_dump(mode="json")
    return HEAD + yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=120)
