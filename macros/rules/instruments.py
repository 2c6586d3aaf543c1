"""Rules on instruments of evaluation."""

from __future__ import annotations

from collections.abc import Iterator

from macros.load import Content
from macros.model import Instrument
from macros.problem import Problem, nearest
from macros.schema import Document
from macros.source import Loc

PATH = "data/instruments.yml"


def rules_name_what_there_is(content: Content) -> Iterator[Problem]:
    """The rule of an instrument names models, conditions and forms there are."""
    assert content.site
    document = content.documents.get(PATH)
    for instrument, loc in document.find(Instrument) if document else ():
        assert document
        conditions = [condition.id for condition in instrument.rule.conditions] if instrument.rule else []
        for index, case in enumerate(instrument.rule.cases if instrument.rule else ()):
            named = [("form", "form", case.form, [form.id for form in instrument.forms])]
            named += [
                (field, "condition", id_, conditions)
                for field, id_ in (("when", case.when), ("unless", case.unless))
                if id_
            ]
            for field, kind, id_, known in named:
                if id_ not in known and id_ not in content.written[PATH]:
                    line = document.line(*loc, "rule", "cases", index, field)
                    yield Problem(PATH, line, "unknown-id", f'there is no {kind} "{id_}"', nearest(id_, known))
            for position, id_ in enumerate(case.models):
                if id_ not in content.site.guides and id_ not in content.written_ids:
                    line = document.line(*loc, "rule", "cases", index, "models", position)
                    what = f'there is no model "{id_}"'
                    yield Problem(PATH, line, "unknown-id", what, nearest(id_, content.site.guides))


def rules_lead_to_one_form(content: Content) -> Iterator[Problem]:
    """Whatever an area answers, the rule of an instrument leads each model to exactly one form."""
    assert content.site
    document = content.documents.get(PATH)
    for instrument, loc in document.find(Instrument) if document else ():
        assert document
        if instrument.rule:
            conditions = {condition.id for condition in instrument.rule.conditions}
            named = {id_ for case in instrument.rule.cases for id_ in (case.when, case.unless) if id_}
            models = {id_ for case in instrument.rule.cases for id_ in case.models}
            if named <= conditions and models <= set(content.site.guides):  # else it has been told already
                yield from _ambiguous(content, document, instrument, loc)


def _ambiguous(content: Content, document: Document, instrument: Instrument, loc: Loc) -> Iterator[Problem]:
    assert content.site
    assert instrument.rule
    line = document.line(*loc, "rule")
    for guide in content.site.guides:
        for answers in instrument.rule.answers():
            count = len(instrument.rule.choose(guide, answers))
            told = ", ".join(f"{id_}: {'yes' if answer else 'no'}" for id_, answer in answers.items())
            place = f"{guide}{told and f' ({told})'}"
            if count == 0:
                what = f"the rule of {instrument.id} says nothing of {place}"
                yield Problem(PATH, line, "rule-gap", what, 'add a case to "cases:" that covers it')
            elif count > 1:
                what = f"{count} cases of the rule of {instrument.id} cover {place}"
                yield Problem(
                    PATH, line, "rule-overlap", what, 'keep one, or tell them apart with "when:" and "unless:"'
                )
