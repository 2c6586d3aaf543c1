"""The order of the pages, as ``mkdocs.yml`` gives it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml


class _Loader(yaml.SafeLoader):
    """Reads ``mkdocs.yml`` without the environment; its tags are MkDocs' affair."""


_Loader.add_multi_constructor("!", lambda loader, suffix, node: None)


def page_order(root: Path) -> list[str]:
    """Addresses of the pages in the navigation, relative to their language's folder, in its order.

    Args:
        root: The workplace.

    Returns:
        For example ``["index.md", "etsiva-sosiaalityo/index.md", …]``.
    """
    config = yaml.load((root / "mkdocs.yml").read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - a SafeLoader
    return list(_pages(config["nav"]))


def _pages(items: Any) -> Iterator[str]:
    if isinstance(items, str):
        yield items
    elif isinstance(items, list):
        for item in items:
            yield from _pages(item)
    elif isinstance(items, dict):
        for item in items.values():
            yield from _pages(item)
