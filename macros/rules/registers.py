"""Rules on areas, events and the identifiers of publications."""

from __future__ import annotations

from collections.abc import Iterator

from macros.load import Content
from macros.model import Appearance, Event, Reference
from macros.problem import Problem, nearest, say


def areas_name_guides(content: Content) -> Iterator[Problem]:
    """An area's part in an undertaking names a model there is."""
    assert content.site
    document = content.documents.get("data/areas.yml")
    for appearance, loc in document.find(Appearance) if document else ():
        assert document
        id_ = appearance.guide
        if id_ and id_ not in content.site.guides and id_ not in content.written_ids:
            line = document.line(*loc, "guide")
            told = say("unknown-id/model", id=id_, nearest=nearest(id_, content.site.guides))
            yield Problem(document.path, line, told)


def events_end_after_they_begin(content: Content) -> Iterator[Problem]:
    """An event ends no earlier than it begins."""
    document = content.documents.get("data/events.yml")
    for event, loc in document.find(Event) if document else ():
        assert document
        if event.end and event.end < event.start[: len(event.end)]:
            told = say("date-order/event", event=event.id, end=event.end, start=event.start)
            yield Problem(document.path, document.line(*loc, "end"), told)


def addresses_hold_their_identifiers(content: Content) -> Iterator[Problem]:
    """Where a work has both an address and a URN or handle, the address leads to that URN or handle."""
    document = content.documents["data/bibliography.yml"]
    for reference, loc in document.find(Reference):
        for kind, identifier in (("urn", reference.custom.urn), ("handle", reference.custom.handle)):
            if identifier and reference.url and not reference.url.endswith(f"/{identifier}"):
                line = document.line(*loc, "custom", kind)
                told = say("identifier/address", reference=reference.id, kind=kind, value=identifier)
                yield Problem(document.path, line, told)
