"""What the ledger says became of a core element by the edition that a guide shows."""

from __future__ import annotations

from dataclasses import dataclass

from macros.model import Guide
from macros.model.ledger import Change


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of an element.

    Attributes:
        change: The greatest change on the way.
        into: Ids of the elements of the edition shown that carry it on.
    """

    change: Change
    into: tuple[str, ...]


_MILD = ("kept", "reworded")


def fate(guide: Guide, edition: str, element: str) -> Fate | None:
    """What became of an element of an edition by the edition the guide shows, in one step of the ledger or in several.

    Args:
        guide: The guide.
        edition: Id of the earlier edition.
        element: Id of the element in it.

    Returns:
        Its fate; None if the ledger does not tell.
    """
    shown = guide.current.id
    steps = sorted(guide.ledger, key=lambda step: step.later != shown)  # the direct way first
    for step in steps:
        if step.earlier != edition or not edition < step.later <= shown:
            continue
        row = next((row for row in step.rows if row.element == element), None)
        if row is None:
            continue
        if step.later == shown or not row.into:
            return Fate(row.change, row.into)
        later = [found for id_ in row.into if (found := fate(guide, step.later, id_))]
        if len(later) == len(row.into):
            into = tuple(dict.fromkeys(id_ for found in later for id_ in found.into))
            changes = [row.change, *(found.change for found in later)]
            return Fate(next((change for change in changes if change not in _MILD), changes[-1]), into)
    return None


def last_edition_with(guide: Guide, element: str) -> str | None:
    """Id of the newest edition before the one shown that has the element; None if there is none."""
    return next(
        (
            edition.id
            for edition in reversed(guide.editions)
            if edition.id < guide.current.id and edition.element(element)
        ),
        None,
    )
