"""Rules on logic models."""

from __future__ import annotations

from collections.abc import Iterator

from macros.load import Content
from macros.model import Edition
from macros.problem import Problem, nearest, say


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
            for number, hypothesis in enumerate(logic.hypotheses):
                if hypothesis.outcome not in boxes:
                    line = document.line(*place, "hypotheses", number, "outcome")
                    outcome = hypothesis.outcome
                    told = say("unknown-id/part", id=outcome, nearest=nearest(outcome, boxes))
                    yield Problem(document.path, line, told)


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
