"""How far the site is accessible: what the tests found, and what a person has judged."""

from __future__ import annotations

from typing import Literal

from macros.model.record import Id, IsoDate, NonEmpty, Record
from macros.model.text import Text

Conformance = Literal["full", "partial", "none"]
"""How far a site meets the requirements, in the terms of the EU's model statement (2018/1523)."""


class Assessment(Record):
    """A person's judgement of the whole site, which no test can give.

    Attributes:
        date: The day of the assessment.
        by: Who made it.
        conformance: How far the site meets the requirements.
        faults: What is not accessible, one sentence each.
    """

    date: IsoDate
    by: Text
    conformance: Conformance
    faults: tuple[Text, ...] = ()


class Fault(Record):
    """What the tests found on pages of the site.

    Attributes:
        rule: Id of axe-core's rule.
        asks: What the rule asks for, in English, as axe-core has it.
        criteria: Numbers of the success criteria of WCAG that are not met; none for a recommendation beyond them.
        pages: The pages it was found on, relative to the site.
    """

    rule: Id
    asks: NonEmpty
    criteria: tuple[NonEmpty, ...] = ()
    pages: tuple[NonEmpty, ...]


class Tested(Record):
    """A run of the tests over every page.

    Attributes:
        date: The day of the run.
        axe: Version of axe-core.
        browser: Name and version of the browser.
        pages: How many pages of each language were looked at.
        widths: Widths of the screens, in CSS pixels.
        schemes: Schemes of colours.
        faults: What was found.
    """

    date: IsoDate
    axe: NonEmpty
    browser: NonEmpty
    pages: dict[Id, int]
    widths: tuple[int, ...]
    schemes: tuple[Literal["light", "dark"], ...]
    faults: tuple[Fault, ...] = ()


class Accessibility(Record):
    """``data/accessibility.yml``.

    Attributes:
        assessment: A person's judgement; None until there is one.
        tested: The last run of the tests; None before the first.
    """

    assessment: Assessment | None = None
    tested: Tested | None = None
