"""Rules on the ledger of core elements."""

from __future__ import annotations

from collections.abc import Iterator

from macros.load import Content
from macros.model import Edition, Transition
from macros.problem import Problem, nearest
from macros.schema import Document


def ledger_matches_its_editions(content: Content) -> Iterator[Problem]:
    """The ledger names editions and elements there are, tells of each earlier element, and says where it went."""
    assert content.site
    for guide in content.site.guides.values():
        document = content.documents.get(f"data/models/{guide.id}/ledger.yml")
        if document is None:
            continue
        editions = {edition.id: edition for edition in guide.editions}
        for transition, loc in document.find(Transition):
            known = True
            for field in ("earlier", "later"):
                id_ = getattr(transition, field)
                if id_ not in editions and id_ not in content.written_ids:
                    yield Problem(
                        document.path,
                        document.line(*loc, field),
                        "unknown-id",
                        f'there is no edition "{id_}" of {guide.id}',
                        nearest(id_, editions),
                    )
                known = known and id_ in editions
            if known:
                yield from _rows(
                    document,
                    loc,
                    transition,
                    editions[transition.earlier],
                    editions[transition.later],
                    content.written_ids,
                )


def _rows(
    document: Document,
    loc: tuple[str | int, ...],
    transition: Transition,
    earlier: Edition,
    later: Edition,
    written: frozenset[str],
) -> Iterator[Problem]:
    before = {element.id for element in earlier.core_elements}
    after = {element.id for element in later.core_elements}
    told: set[str] = set()
    for index, row in enumerate(transition.rows):
        place = (*loc, "rows", index)
        if row.element in told:
            yield Problem(
                document.path,
                document.line(*place, "element"),
                "duplicate-id",
                f'the ledger tells of "{row.element}" twice',
                "keep one of the two rows",
            )
        elif row.element not in before:
            what = f'there is no core element "{row.element}" in the edition {earlier.id}'
            yield Problem(
                document.path, document.line(*place, "element"), "unknown-id", what, nearest(row.element, before)
            )
        told.add(row.element)
        for position, id_ in enumerate(row.into):
            if id_ not in after:
                what = f'there is no core element "{id_}" in the edition {later.id}'
                yield Problem(
                    document.path, document.line(*place, "into", position), "unknown-id", what, nearest(id_, after)
                )
        if not row.into and row.change not in ("dropped", "moved-to-mechanisms"):
            what = f'"{row.element}" is {row.change}, but nothing says into what'
            yield Problem(
                document.path,
                document.line(*place, "change"),
                "ledger-gap",
                what,
                'add "into:" with the ids of the later elements, or write "change: dropped"',
            )
    for id_ in sorted(before - told - (written - before)):
        yield Problem(
            document.path,
            document.line(*loc, "rows"),
            "ledger-gap",
            f'the ledger does not tell what became of "{id_}"',
            "add a row for it",
        )
