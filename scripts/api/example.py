"""A log as an example, for whoever writes one with a program."""

from __future__ import annotations

from macros.model import Site
from macros.model.adaptation import Adaptation, AdaptationLog, values_of


def example(site: Site) -> AdaptationLog | None:
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
