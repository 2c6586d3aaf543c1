"""Rules on instruments of evaluation."""

from __future__ import annotations

from collections.abc import Iterator

from macros.load import Content
from macros.model import Instrument
from macros.parser import Loc
from macros.problem import Problem, Value, nearest, say
from macros.schema import Document

PATH = "data/instruments.yml"


def rules_name_what_there_is(content: Content) -> Iterator[Problem]:
    """The rule of an instrument names models, conditions and forms there are."""
    assert content.site
    document = content.documents.get(PATH)
    for instrument, loc in document.find(Instrument) if document else ():
        assert document
        conditions = [condition.id for condition in instrument.rule.conditions] if instrument.rule else []
        for index, case in enumerate(instrument.rule.cases if instrument.rule else ()):
            named = [("form", "unknown-id/form", case.form, [form.id for form in instrument.forms])]
            named += [
                (field, "unknown-id/condition", id_, conditions)
                for field, id_ in (("when", case.when), ("unless", case.unless))
                if id_
            ]
            for field, message, id_, known in named:
                if id_ not in known and id_ not in content.written[PATH]:
                    line = document.line(*loc, "rule", "cases", index, field)
                    told = say(message, id=id_, instrument=instrument.id, nearest=nearest(id_, known))
                    yield Problem(PATH, line, told)
            for position, id_ in enumerate(case.models):
                if id_ not in content.site.guides and id_ not in content.written_ids:
                    line = document.line(*loc, "rule", "cases", index, "models", position)
                    yield Problem(
                        PATH, line, say("unknown-id/model", id=id_, nearest=nearest(id_, content.site.guides))
                    )


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
            told = tuple(say("phrases/yes" if answer else "phrases/no", id=id_) for id_, answer in answers.items())
            values: dict[str, Value] = {"instrument": instrument.id, "model": guide}
            if told:
                values["answers"] = told
            if count == 0:
                yield Problem(PATH, line, say("rule-gap/answers" if told else "rule-gap/case", **values))
            elif count > 1:
                overlap = "rule-overlap/answers" if told else "rule-overlap/case"
                yield Problem(PATH, line, say(overlap, **values, count=count))
