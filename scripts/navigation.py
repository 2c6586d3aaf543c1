"""The order of the pages, as ``mkdocs.yml`` gives it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from macros.model.overlay import SECTION
from macros.problem import ContentError, Problem, nearest, say
from macros.unreadable import explain

CONFIG = "mkdocs.yml"
DEEPEST = 30
"""Lists and fields that may stand inside each other."""


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
    try:
        text = (root / CONFIG).read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise ContentError([Problem(CONFIG, line, say("encoding/here"))]) from None
    except OSError:
        raise ContentError([Problem(CONFIG, 1, say("missing-file/unopened"))]) from None
    try:
        repeated = list(_repeated(text))
        if repeated:
            raise ContentError(repeated)
        config = yaml.load(text, Loader=_Loader)  # noqa: S506 - a SafeLoader
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise ContentError([Problem(CONFIG, mark.line + 1 if mark else 1, explain(error, text))]) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise ContentError([Problem(CONFIG, line, say("yaml/invisible"))]) from None
    if not isinstance(config, dict) or not isinstance(config.get("nav"), list):
        raise ContentError([Problem(CONFIG, 1, say("navigation/none"))])
    return list(_pages(config["nav"]))


def _repeated(text: str) -> Iterator[Problem]:
    """Places that repeat others: a few lines of them can stand for a menu without end.

    Raises:
        ContentError: Lists stand too deep inside each other.
    """
    depth = 0
    events: Iterator[Any] = iter(yaml.parse(text, Loader=yaml.SafeLoader))
    for event in events:
        line = event.start_mark.line if event.start_mark else 0
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise ContentError([Problem(CONFIG, line + 1, say("yaml/deep"))])
        if isinstance(event, yaml.AliasEvent):
            yield Problem(CONFIG, line + 1, say("alias/use", name=str(event.anchor)))


def missing_from_navigation(root: Path, addresses: Iterable[str], language: str) -> Iterator[Problem]:
    """Every national page has a place in the navigation, and the navigation names no page that is not there.

    The pages of a local edition have a section of their own after it.
    """
    addresses = [address for address in addresses if not address.startswith(f"{SECTION}/")]
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
