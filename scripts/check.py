"""Every rule over all content, in one run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.expand import addresses, expand_file
from macros.load import Content, load
from macros.model import Site
from macros.outline import Outline, outline
from macros.page import Page
from macros.problem import ContentError, Problem
from macros.rules import BEFORE_PAGES, DATA_RULES, PAGE_RULES
from scripts.navigation import missing_from_navigation


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
    """The content of a workplace, if it can be published.

    Raises:
        ContentError: It cannot; holds every Problem.
    """
    result = check(root)
    if result.problems:
        raise ContentError(result.problems)
    return result


def check(root: Path) -> Checked:
    """Look at all content of a workplace.

    Args:
        root: The workplace.

    Returns:
        What was found. Never raises for what an author can write.
    """
    content = load(root)
    site = content.site
    problems = list(content.problems)
    if site is None:
        return Checked(content, {}, tuple(sorted(set(problems))))
    for data_rule in DATA_RULES:
        problems += data_rule(content)
    if BEFORE_PAGES & {problem.code for problem in problems}:
        return Checked(content, {}, tuple(sorted(set(problems))))
    outlines: dict[str, dict[str, Outline]] = {}
    in_data = tuple(problems)
    for language in site.built_languages:
        outlines[language.id] = {}
        for address in addresses(root, language.id):
            try:
                outlines[language.id][address] = outline(expand_file(site, language, root, address))
            except ContentError as error:
                faults = {
                    problem for problem, id_, named in error.consequences if _told(content, in_data, id_, named=named)
                }
                problems += [problem for problem in error.problems if problem not in faults]
                if isinstance(error.partial, Page):
                    outlines[language.id][address] = outline(error.partial)
    for page_rule in PAGE_RULES:
        problems += page_rule(content, outlines)
    problems += missing_from_navigation(root, site.addresses, site.source_language.id)
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
