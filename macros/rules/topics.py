"""Rules on what must be told, if only that it is not known."""

from __future__ import annotations

from collections.abc import Iterator

from macros.load import Content
from macros.model import Discrepancy
from macros.problem import Problem, nearest

REQUIRED = (
    "purpose",
    "legal-basis",
    "rationale",
    "target-groups",
    "theory",
    "resources",
    "education",
    "skills",
    "conditions",
    "mechanisms",
    "outcomes",
    "findings",
    "open-questions",
    "pilots",
)


def required_topics(content: Content) -> Iterator[Problem]:
    """Every model tells of the same matters; where nothing is known, it says so."""
    assert content.site
    for guide in content.site.guides.values():
        document = content.models[guide.id]
        for id_ in REQUIRED:
            if guide.topic(id_) is None and id_ not in content.written[document.path]:
                yield Problem(
                    document.path,
                    document.line("topics"),
                    "missing-topic",
                    f'the topic "{id_}" is missing',
                    'add it, with "unknown:" if the sources say nothing',
                )


def discrepancies_name_guides(content: Content) -> Iterator[Problem]:
    """A discrepancy names models there are."""
    assert content.site
    document = content.documents["data/discrepancies.yml"]
    for entry, loc in document.find(Discrepancy):
        for position, id_ in enumerate(entry.guides):
            if id_ not in content.site.guides and id_ not in content.written_ids:
                yield Problem(
                    document.path,
                    document.line(*loc, "guides", position),
                    "unknown-id",
                    f'there is no model "{id_}"',
                    nearest(id_, content.site.guides),
                )
