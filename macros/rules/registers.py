"""Rules on areas, events and the identifiers of publications."""

from __future__ import annotations

from collections.abc import Iterator

from macros.load import Content
from macros.model import Appearance, Event, Reference
from macros.problem import Problem, nearest


def areas_name_guides(content: Content) -> Iterator[Problem]:
    """An area's part in an undertaking names a model there is."""
    assert content.site
    document = content.documents.get("data/areas.yml")
    for appearance, loc in document.find(Appearance) if document else ():
        assert document
        id_ = appearance.guide
        if id_ and id_ not in content.site.guides and id_ not in content.written_ids:
            line = document.line(*loc, "guide")
            what = f'there is no model "{id_}"'
            yield Problem(document.path, line, "unknown-id", what, nearest(id_, content.site.guides))


def events_end_after_they_begin(content: Content) -> Iterator[Problem]:
    """An event ends no earlier than it begins."""
    document = content.documents.get("data/events.yml")
    for event, loc in document.find(Event) if document else ():
        assert document
        if event.end and event.end < event.start[: len(event.end)]:
            what = f'"{event.id}" ends ({event.end}) before it begins ({event.start})'
            yield Problem(document.path, document.line(*loc, "end"), "date-order", what, "put the two dates in order")


def addresses_hold_their_identifiers(content: Content) -> Iterator[Problem]:
    """Where a work has both an address and a URN or handle, the address leads to that URN or handle."""
    document = content.documents["data/bibliography.yml"]
    for reference, loc in document.find(Reference):
        for kind, identifier in (("urn", reference.custom.urn), ("handle", reference.custom.handle)):
            if identifier and reference.url and not reference.url.endswith(f"/{identifier}"):
                line = document.line(*loc, "custom", kind)
                what = f"the address of {reference.id} does not lead to its {kind} {identifier}"
                mend = "compare both with the source, and mend the one that is wrong"
                yield Problem(document.path, line, "identifier", what, mend)
