"""Rules on what must be told, if only that it is not known."""

from __future__ import annotations

from collections.abc import Iterator

from macros.load import Content
from macros.model import Discrepancy
from macros.problem import Problem, nearest, say
from macros.views.comparison import TOPIC

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
                yield Problem(document.path, document.line("topics"), say("missing-topic/here", topic=id_))


def discrepancies_name_guides(content: Content) -> Iterator[Problem]:
    """A discrepancy names models there are."""
    assert content.site
    document = content.documents["data/discrepancies.yml"]
    for entry, loc in document.find(Discrepancy):
        for position, id_ in enumerate(entry.guides):
            if id_ not in content.site.guides and id_ not in content.written_ids:
                told = say("unknown-id/model", id=id_, nearest=nearest(id_, content.site.guides))
                yield Problem(document.path, document.line(*loc, "guides", position), told)


def compared_alike(content: Content) -> Iterator[Problem]:
    """Models are compared claim by claim: if one has the topic "at-a-glance", all have it, with claims of the same ids."""
    assert content.site
    topics = {guide.id: guide.topic(TOPIC) for guide in content.site.guides.values()}
    wanted = dict.fromkeys(claim.id for topic in topics.values() if topic for claim in topic.claims)
    for guide, topic in topics.items():
        document = content.models[guide]
        given = {claim.id for claim in topic.claims} if topic else set()
        line = document.line("topics", content.site.guides[guide].model.topics.index(topic)) if topic else 1
        for id_ in wanted:
            if id_ not in given and not (topic is None and TOPIC in content.written[document.path]):
                yield Problem(document.path, line, say("comparison-gap/claim", model=guide, claim=id_, topic=TOPIC))
    for id_ in wanted:
        if f"glance-{id_}" not in content.site.labels:
            yield Problem("data/labels.yml", 1, say("missing-label/row", label=f"glance-{id_}", claim=id_))
