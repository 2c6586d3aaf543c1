"""Every rule over all content, in one run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.expand import addresses, expand_file
from macros.load import Content, load
from macros.outline import Outline, outline
from macros.page import Page
from macros.problem import ContentError, Problem
from macros.rules import BEFORE_PAGES, DATA_RULES, PAGE_RULES


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
    for language in site.built_languages:
        outlines[language.id] = {}
        for address in addresses(root, language.id):
            try:
                outlines[language.id][address] = outline(expand_file(site, language, root, address))
            except ContentError as error:
                problems += error.problems
    for page_rule in PAGE_RULES:
        problems += page_rule(content, outlines)
    pages = {language: {address: found.page for address, found in entries.items()} for language, entries in outlines.items()}
    return Checked(content, pages, tuple(sorted(set(problems))))
