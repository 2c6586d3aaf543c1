"""Every rule over all content, in one run."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.load import Content, load
from macros.model import Site
from macros.outline import Outline
from macros.page import Page
from macros.problem import ContentError, Problem
from macros.rules import BEFORE_PAGES, DATA_RULES, PAGE_RULES
from scripts.inventory import BARS, look_over
from scripts.navigation import missing_from_navigation
from scripts.reading import read_pages


@dataclass(frozen=True, slots=True)
class Checked:
    """The content after every rule has looked at it.

    Attributes:
        content: The data.
        pages: Expanded pages by language and address; a faulty page is missing.
        problems: All Problems, sorted; empty if the content can be published.
    """

    content: Content
    pages: Mapping[str, Mapping[str, Page]]
    problems: tuple[Problem, ...]

    @property
    def site(self) -> Site:
        """The data, which are known to be there if there are no problems."""
        if self.content.site is None:
            raise ContentError(self.problems)
        return self.content.site


def publishable(root: Path) -> Checked:
    """The content of a workplace, if it can be published; looked at with all processors.

    Raises:
        ContentError: It cannot; holds every Problem.
    """
    result = check(root, workers=os.cpu_count() or 1)
    if result.problems:
        raise ContentError(result.problems)
    return result


def check(root: Path, workers: int = 1) -> Checked:
    """Look at all content of a workplace.

    Args:
        root: The workplace.
        workers: How many processes may share the work.

    Returns:
        What was found. Never raises for what an author can write.
    """
    files = look_over(root)
    if any(problem.code in BARS for problem in files):
        return Checked(Content(root, None, {}, (), {}, unread=True), {}, tuple(files))
    content = load(root)
    site = content.site
    problems = [*files, *content.problems]
    if site is None:
        return Checked(content, {}, tuple(sorted(set(problems))))
    for data_rule in DATA_RULES:
        problems += data_rule(content)
    if BEFORE_PAGES & {problem.code for problem in problems}:
        if content.problems:  # the edition that has them is one of the faulty files, most likely
            problems = [problem for problem in problems if problem.code != "no-core-elements"]
        return Checked(content, {}, tuple(sorted(set(problems))))
    in_data = tuple(problems)
    outlines: dict[str, dict[str, Outline]] = {language.id: {} for language in site.built_languages}
    for reading in read_pages(site, root, workers):
        faults = {problem for problem, id_, named in reading.consequences if _told(content, in_data, id_, named=named)}
        problems += [problem for problem in reading.problems if problem not in faults]
        if reading.outline:
            language, address = reading.place
            outlines[language][address] = reading.outline
    for page_rule in PAGE_RULES:
        problems += page_rule(content, outlines)
    problems += missing_from_navigation(root, site.addresses, site.source_language.id)
    misnamed = {problem.path for problem in files if problem.code == "page-name"}
    problems = [
        problem
        for problem in problems
        if not (problem.path in misnamed and problem.code in ("navigation", "page-parity"))  # until it has its name
    ]
    pages = {
        language: {address: found.page for address, found in entries.items() if found.page.whole}
        for language, entries in outlines.items()
    }
    return Checked(content, pages, tuple(sorted(set(problems))))


def _told(content: Content, in_data: Sequence[Problem], wanted: str, *, named: bool) -> bool:
    """Whether a page lacks an id only because of a fault in the data that is told already."""
    if not in_data:
        return False
    return content.unread or not named or wanted in content.written_ids
