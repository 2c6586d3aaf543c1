"""What areas write as an example, for whoever writes or reads it with a program."""

from __future__ import annotations

from macros.model import Site
from macros.model.adaptation import Adaptation, AdaptationLog, values_of
from macros.model.self_check import SelfCheck, SelfCheckAbout, SelfCheckAnswer


def example_log(site: Site) -> AdaptationLog | None:
    """A log of a made-up area with one entry: the first answer to each question; None if there is no model."""
    guide = next(iter(site.guides.values()), None)
    if guide is None:
        return None
    words = {name: site.labels[f"forms-log-{name}"][site.source_language.id] for name in ("area", "what", "why")}
    answers = {
        name: values[0]
        for name, field in Adaptation.model_fields.items()
        if field.is_required() and (values := values_of(name))
    }
    entry = Adaptation(date="2026-03-05", element=guide.elements[0].id, what=words["what"], why=words["why"], **answers)
    return AdaptationLog(model=guide.id, area=words["area"], adaptations=(entry,))


def example_check(site: Site) -> SelfCheck | None:
    """A self-check of a made-up team: the first core element answered, with its first question; None if nothing asks for one."""
    guide = next(iter(site.guides.values()), None)
    steps = next((form.answers for form in site.forms.values() if form.answers), ())
    if guide is None or not steps:
        return None
    first, second = (*steps, *steps)[:2]
    element, language = guide.elements[0], site.source_language.id
    questions = {question.id: first.id for question in element.questions[:1]}
    note = site.labels["forms-log-why"][language]
    return SelfCheck(
        format="self-check",
        version=1,
        model=guide.id,
        edition=guide.current.id,
        about=SelfCheckAbout(team=site.labels["forms-log-area"][language], date="2026-03-05"),
        answers={element.id: SelfCheckAnswer(step=second.id, note=note, questions=questions)},
    )
