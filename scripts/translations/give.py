"""Handing translations over: a file with each unit's source, translation and state."""

from __future__ import annotations

from collections.abc import Sequence

from macros.units import digest
from scripts.translations.catalogue import Format, Item, Progress, write
from scripts.translations.findings import Finding
from scripts.translations.history import History


def give(
    found: Sequence[Finding], source: str, target: str, format_: Format, history: History, *, changed: bool
) -> bytes:
    """The file to hand over; its units in the order in which they stand in the source.

    Args:
        found: The units of a language.
        source: Id of the source language.
        target: Id of the language.
        format_: The format.
        history: Where earlier source texts are asked for.
        changed: Whether to take only what has to be translated or looked at.
    """
    items = [
        item_of(each, history) for each in sorted(found, key=lambda each: each.original) if each.standing != "orphaned"
    ]
    if changed:
        items = [item for item in items if item.progress in ("new", "needs-review")]
    return write(items, source, target, format_)


def item_of(each: Finding, history: History | None = None) -> Item:
    """A unit as it leaves; with its earlier source text if there is a history to ask."""
    assert each.source is not None
    earlier = None
    if history and each.standing in ("changed", "revised"):
        earlier = history.earlier(each.key, each.recorded.source)
    return Item(
        each.key, each.source, each.text or "", _progress(each), digest(each.text) if each.text else "", earlier or ""
    )


def _progress(each: Finding) -> Progress:
    if each.text is None:
        return "new"
    return each.recorded.state if each.standing == "current" else "needs-review"
