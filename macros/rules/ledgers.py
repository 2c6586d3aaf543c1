"""Rules on the ledger of core elements."""

from __future__ import annotations

from collections.abc import Iterator

from macros.load import Content
from macros.model import Edition, Transition
from macros.problem import Message, Problem, nearest, say
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
                        say("unknown-id/edition", id=id_, model=guide.id, nearest=nearest(id_, editions)),
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


def no_element_vanishes(content: Content) -> Iterator[Problem]:
    """Of each edition with core elements before the one shown, the ledger tells what became of them."""
    assert content.site
    if content.problems:  # the edition shown may be another for that reason alone
        return
    for guide in content.site.guides.values():
        if f"data/models/{guide.id}/ledger.yml" not in content.documents:
            continue  # that it is missing or cannot be read is told already
        told = {step.earlier for step in guide.ledger if step.earlier < step.later <= guide.current.id}
        named = {id_ for step in guide.ledger for id_ in (step.earlier, step.later)}
        if not named <= {edition.id for edition in guide.editions}:
            continue  # an edition is misspelt there, perhaps this one
        for edition in guide.editions:
            if edition.core_elements and edition.id < guide.current.id and edition.id not in told:
                path = f"data/models/{guide.id}/{edition.id}.yml"
                document = content.documents[path]
                lacking = say("ledger-gap/step", edition=edition.id, later=guide.current.id, model=guide.id)
                yield Problem(path, document.line("core_elements"), lacking)


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
                say("duplicate-id/ledger", element=row.element),
            )
        elif row.element not in before:
            yield Problem(document.path, document.line(*place, "element"), _unknown(row.element, earlier))
        told.add(row.element)
        for position, id_ in enumerate(row.into):
            if id_ not in after:
                yield Problem(document.path, document.line(*place, "into", position), _unknown(id_, later))
        if not row.into and row.change not in ("dropped", "moved-to-mechanisms"):
            told_into = say("ledger-gap/into", element=row.element, change=row.change)
            yield Problem(document.path, document.line(*place, "change"), told_into)
    for id_ in sorted(before - told - (written - before)):
        yield Problem(document.path, document.line(*loc, "rows"), say("ledger-gap/row", element=id_))


def _unknown(id_: str, edition: Edition) -> Message:
    known = [element.id for element in edition.core_elements]
    return say("unknown-id/element", id=id_, edition=edition.id, nearest=nearest(id_, known))
