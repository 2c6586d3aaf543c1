"""The order of the pages, as ``mkdocs.yml`` gives it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from macros.problem import ContentError, Problem, nearest, say
from macros.unreadable import explain

CONFIG = "mkdocs.yml"


class _Loader(yaml.SafeLoader):
    """Reads ``mkdocs.yml`` without the environment; its tags are MkDocs' affair."""


_Loader.add_multi_constructor("!", lambda loader, suffix, node: None)


def page_order(root: Path) -> list[str]:
    """Addresses of the pages in the navigation, relative to their language's folder, in its order.

    Args:
        root: The workplace.

    Returns:
        For example ``["index.md", "etsiva-sosiaalityo/index.md", …]``.

    Raises:
        ContentError: The file cannot be read, or has no navigation.
    """
    text = (root / CONFIG).read_text(encoding="utf-8")
    try:
        config = yaml.load(text, Loader=_Loader)  # noqa: S506 - a SafeLoader
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise ContentError([Problem(CONFIG, mark.line + 1 if mark else 1, explain(error, text))]) from None
    if not isinstance(config, dict) or not isinstance(config.get("nav"), list):
        raise ContentError([Problem(CONFIG, 1, say("navigation/none"))])
    return list(_pages(config["nav"]))


def missing_from_navigation(root: Path, addresses: Iterable[str], language: str) -> Iterator[Problem]:
    """Every page has a place in the navigation, and the navigation names no page that is not there."""
    try:
        order = page_order(root)
    except ContentError as error:
        yield from error.problems
        return
    rows = (root / CONFIG).read_text(encoding="utf-8").split("\n")
    for address in sorted(set(addresses) - set(order)):
        yield Problem(f"docs/{language}/{address}", 1, say("navigation/page", address=address))
    for address in sorted(set(order) - set(addresses)):
        line = next((number for number, row in enumerate(rows, 1) if row.strip() == f"- {address}"), 1)
        told = say("navigation/absent", address=address, nearest=nearest(address, addresses))
        yield Problem(CONFIG, line, told)


def _pages(items: Any) -> Iterator[str]:
    if isinstance(items, str):
        yield items
    elif isinstance(items, list):
        for item in items:
            yield from _pages(item)
    elif isinstance(items, dict):
        for item in items.values():
            yield from _pages(item)
