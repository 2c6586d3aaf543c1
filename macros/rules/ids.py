"""Rules on ids."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from macros.load import Content
from macros.model import Claim, Edition, Text
from macros.model.guide import ModelFile
from macros.problem import Problem, say
from macros.schema import Document


def each_id_once(content: Content) -> Iterator[Problem]:
    """An id stands once in a list of a file; a claim's, a topic's or a core element's once in its file."""
    for document in content.documents.values():
        if isinstance(document.value, tuple):
            yield from _once(document, [(item, (index,)) for index, item in enumerate(document.value)])
        yield from _once(document, document.find(Claim))
        for model, loc in document.find(ModelFile):
            yield from _once(document, [(topic, (*loc, "topics", index)) for index, topic in enumerate(model.topics)])
        for edition, loc in document.find(Edition):
            yield from _once(
                document,
                [(element, (*loc, "core_elements", index)) for index, element in enumerate(edition.core_elements)],
            )
    order: dict[int, str] = {}
    for guide in content.site.guides.values() if content.site else ():
        document = content.models[guide.id]
        if guide.model.order in order:
            told = say("duplicate-id/order", number=guide.model.order, model=order[guide.model.order])
            yield Problem(document.path, document.line("order"), told)
        order.setdefault(guide.model.order, guide.id)


def _once(document: Document, records: list[tuple[BaseModel, tuple[str | int, ...]]]) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for record, loc in records:
        id_ = getattr(record, "id", None)
        if id_ is None or isinstance(record, Text):
            continue
        line = document.line(*loc, "id")
        if id_ in seen:
            yield Problem(document.path, line, say("duplicate-id/here", id=id_, line=seen[id_]))
        seen.setdefault(id_, line)
