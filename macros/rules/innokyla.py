"""The rule on the fields of Innokylä."""

from __future__ import annotations

from collections.abc import Iterator

from macros.load import Content
from macros.model import Guide, InnokylaField
from macros.model.innokyla import place_of
from macros.problem import Misuse, Problem, say
from macros.rules.topics import REQUIRED
from macros.views.text_places import MODEL, find

PATH = "data/innokyla.yml"


def fields_take_what_there_is(content: Content) -> Iterator[Problem]:
    """A field of Innokylä takes its text from what there is, and from what every model has."""
    assert content.site
    document = content.documents.get(PATH)
    for field, loc in document.find(InnokylaField) if document else ():
        assert document
        for position, written in enumerate(field.texts):
            for guide in content.site.guides.values():
                try:
                    find(content.site, guide, written)
                except Misuse as misuse:
                    if not told_already(content, guide, written, misuse.wanted):
                        line = document.line(*loc, "from", position)
                        told = misuse.message
                        if told.name == "unknown-id/claim" and place_of(written).subject == MODEL:
                            told = say("unknown-id/claim-of", **told.given(), model=guide.id)
                        yield Problem(PATH, line, told)


def told_already(content: Content, guide: Guide, written: str, wanted: str | None) -> bool:
    """Whether a text is lacking only because of a fault that is told already."""
    subject, topic, _ = place_of(written)
    path = content.models[guide.id].path if subject == MODEL else f"data/{subject}.yml"
    if subject == MODEL and wanted == topic and topic in REQUIRED:
        return True
    return wanted in content.written.get(path, ()) and any(problem.path == path for problem in content.problems)
