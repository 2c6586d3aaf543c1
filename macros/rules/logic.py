"""Rules on logic models."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.load import Content
from macros.model import Edition, LogicModel
from macros.outline import Outline
from macros.problem import Problem, nearest, say
from macros.schema import Document
from macros.views.parts import CONTEXT

PAGE = "logiikkamalli.md"
"""The page of a guide that shows its logic model."""


def logic_model_is_joined_up(content: Content) -> Iterator[Problem]:
    """A logic model starts from its edition's core elements, its parts have ids of their own, and its hypotheses lead to parts of it."""
    for document in content.documents.values():
        for edition, loc in document.find(Edition):
            logic = edition.logic_model
            if logic is None:
                continue
            place = (*loc, "logic_model")
            elements = {element.id for element in edition.core_elements}
            boxes = [box.id for box in logic.context] + [box.id for track in logic.tracks for box in track.boxes]
            for box_id in sorted({id_ for id_ in boxes if boxes.count(id_) > 1}):
                yield Problem(document.path, document.line(*place), say("duplicate-id/logic", id=box_id))
            for number, track in enumerate(logic.tracks):
                for position, id_ in enumerate(track.core_elements):
                    if id_ not in elements and id_ not in content.written[document.path]:
                        line = document.line(*place, "tracks", number, "core_elements", position)
                        told = say("unknown-id/element", id=id_, edition=edition.id, nearest=nearest(id_, elements))
                        yield Problem(document.path, line, told)
            yield from _hypotheses(document, place, logic, boxes)


def _hypotheses(
    document: Document, place: tuple[str | int, ...], logic: LogicModel, boxes: list[str]
) -> Iterator[Problem]:
    for number, hypothesis in enumerate(logic.hypotheses):
        named: list[tuple[str, tuple[str | int, ...]]] = [(hypothesis.outcome, ("outcome",))]
        named += [(id_, ("causes", index)) for index, id_ in enumerate(hypothesis.causes)]
        for id_, field in named:
            if id_ not in boxes:
                line = document.line(*place, "hypotheses", number, *field)
                yield Problem(document.path, line, say("unknown-id/part", id=id_, nearest=nearest(id_, boxes)))


def every_core_element_in_the_logic_model(content: Content) -> Iterator[Problem]:
    """Where an edition has a logic model, each of its core elements starts one of its sides."""
    for document in content.documents.values():
        for edition, loc in document.find(Edition):
            started = (
                {id_ for track in edition.logic_model.tracks for id_ in track.core_elements}
                if edition.logic_model
                else set()
            )
            misspelt = started - {element.id for element in edition.core_elements}
            for number, element in enumerate(edition.core_elements):
                if edition.logic_model and element.id not in started and not misspelt:
                    line = document.line(*loc, "core_elements", number)
                    yield Problem(document.path, line, say("logic-gap/element", element=element.id))


def a_place_for_each_part(content: Content, pages: Mapping[str, Mapping[str, Outline]]) -> Iterator[Problem]:
    """Where a guide has a page of its logic model, each part has its row there: the picture links to it."""
    assert content.site
    if content.problems:  # the edition shown may be another for that reason alone
        return
    for outlines in pages.values():
        for guide in content.site.guides.values():
            outline, logic = outlines.get(f"{guide.id}/{PAGE}"), guide.current.logic_model
            if outline is None or logic is None or not outline.page.whole:
                continue
            sides = [(CONTEXT, logic.context), *((track.id, track.boxes) for track in logic.tracks)]
            for side, boxes in sides:
                if any(f"part-{box.id}" not in outline.anchors for box in boxes):
                    call = f'{{{{ logic_model_table("{guide.id}", "{side}") }}}}'
                    yield Problem(outline.page.path, 1, say("logic-gap/table", side=side, example=call))
