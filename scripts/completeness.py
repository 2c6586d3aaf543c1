"""How completely the models are described, told to editors beside the check."""

from __future__ import annotations

from collections.abc import Iterator

from macros.model import Guide, Language, Site
from macros.problem import Message, say
from macros.views.completeness import counts


def in_short(site: Site, language: Language) -> Message | None:
    """One line on all models that somebody has judged; None if there are none."""
    judged = tuple(_model(guide, language) for guide in site.guides.values() if guide.completeness)
    return say("commands/completeness", models=judged) if judged else None


def item_by_item(site: Site, language: Language) -> Iterator[Message]:
    """Every item of every model that is not wholly described, with what is missing."""
    for guide in site.guides.values():
        if guide.completeness:
            yield _model(guide, language)
        for number, item in enumerate(guide.completeness, 1):
            if item.missing is not None:
                yield say(
                    "commands/completeness-item",
                    number=number,
                    item=site.labels[f"tidier-{item.id}"][language.id],
                    coverage=site.labels[f"coverage-{item.coverage}"][language.id],
                )
                yield say("commands/completeness-missing", text=item.missing[language.id])


def _model(guide: Guide, language: Language) -> Message:
    return say("commands/completeness-model", model=guide.model.name[language.id], **dict(counts(guide)))
