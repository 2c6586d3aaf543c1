"""Finding the texts that fill the fields of Innokylä by what is written for them in ``innokyla.yml``."""

from __future__ import annotations

from dataclasses import dataclass

from macros.model import Claim, Guide, Site, Topic
from macros.model.innokyla import place_of
from macros.problem import Misuse, nearest, say
from macros.views import lookup

MODEL = "model"
"""The subject that stands for each model in turn."""

UNKNOWN = "unknown"
"""The part of a topic that says what the sources do not tell."""

PARTS = ("title", "summary", "core-elements")
"""Parts of a model as a whole."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a field takes a text from.

    Attributes:
        subject: ``model``, or the shared file.
        ids: Ids of topic and claim in its file.
        topic: The topic; None if it is a part of the model as a whole.
        claim: The claim, if it is one alone.
        part: The part, as it is written.
    """

    subject: str
    ids: tuple[str, ...]
    topic: Topic | None
    claim: Claim | None
    part: str


def find(site: Site, guide: Guide, written: str) -> Found:
    """What a field takes a text from, for one guide.

    Args:
        site: The content.
        guide: The guide.
        written: As it stands in ``innokyla.yml``: ``model/purpose``, ``background/origin#funder``, ``model#summary``.

    Raises:
        Misuse: There is no such text.
    """
    subject, topic_id, part = place_of(written)
    if not topic_id:
        if subject != MODEL or part not in PARTS:
            known = [*(f"{MODEL}#{name}" for name in PARTS), *(f"{MODEL}/{topic.id}" for topic in guide.model.topics)]
            raise Misuse(say("unknown-id/text", text=written, nearest=nearest(written, known)), wanted=part)
        return Found(subject, (), None, None, part)
    if subject != MODEL:
        lookup.find({MODEL: (), **site.shared}, subject, "shared")
    topic = lookup.topic(site, guide.id if subject == MODEL else subject, topic_id)
    claim = lookup.claim(topic, part) if part and part != UNKNOWN else None
    if part == UNKNOWN and topic.unknown is None:
        place = guide.id if subject == MODEL else subject
        raise Misuse(say("unknown-id/unknown", topic=topic_id, subject=place), wanted=UNKNOWN)
    return Found(subject, (topic_id, part) if claim else (topic_id,), topic, claim, part)


def file_of(guide: Guide, found: Found) -> str:
    """The data file that holds a text, relative to ``data/``."""
    if found.subject != MODEL:
        return f"{found.subject}.yml"
    return f"models/{guide.id}/{guide.current.id if found.part == 'core-elements' else 'model'}.yml"
