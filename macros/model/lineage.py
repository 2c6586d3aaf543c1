"""What the core elements of the edition shown grew out of, and what became of those that are no longer there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.model.edition import CoreElement, Edition
from macros.model.guide import Guide
from macros.model.ledger import LedgerRow, Transition


@dataclass(frozen=True, slots=True)
class Ancestor:
    """A core element of an earlier edition, and what became of it.

    Attributes:
        edition: The edition it is of.
        element: The element.
        transition: The step of the ledger that leads on from its edition.
        row: What the step says of it.
        heirs: Elements of the edition shown that carry it on, by their numbers; none if it was dropped.
    """

    edition: Edition
    element: CoreElement
    transition: Transition
    row: LedgerRow
    heirs: tuple[CoreElement, ...]


def ancestors(guide: Guide) -> tuple[Ancestor, ...]:
    """Every element of the editions before the one shown of which the ledger tells, newest edition first."""
    return tuple(
        Ancestor(edition, element, transition, row, _heirs(guide, edition.id, element.id))
        for edition in reversed(guide.editions)
        if edition.id < guide.current.id
        for element in edition.core_elements
        for transition, row in _steps(guide, edition.id, element.id)
    )


def origins(guide: Guide, element: CoreElement) -> tuple[Ancestor, ...]:
    """What an element of the edition shown grew out of, newest edition first."""
    return tuple(ancestor for ancestor in ancestors(guide) if element in ancestor.heirs)


def former(guide: Guide) -> tuple[Ancestor, ...]:
    """Elements whose ids the edition shown no longer has, each once: as the newest edition that had it says."""
    found: dict[str, Ancestor] = {}
    for ancestor in ancestors(guide):
        if guide.current.element(ancestor.element.id) is None:
            found.setdefault(ancestor.element.id, ancestor)
    return tuple(found.values())


def _steps(guide: Guide, edition: str, element: str) -> Iterator[tuple[Transition, LedgerRow]]:
    """The longest step onward from an edition, and its row of the element."""
    onward = [step for step in guide.ledger if step.earlier == edition and edition < step.later <= guide.current.id]
    for step in sorted(onward, key=lambda step: step.later)[-1:]:
        yield from ((step, row) for row in step.rows if row.element == element)


def _heirs(guide: Guide, edition: str, element: str) -> tuple[CoreElement, ...]:
    if edition == guide.current.id:
        found = guide.current.element(element)
        return (found,) if found else ()
    heirs = {
        heir.number: heir
        for step, row in _steps(guide, edition, element)
        for later in row.into
        for heir in _heirs(guide, step.later, later)
    }
    return tuple(heirs[number] for number in sorted(heirs))
