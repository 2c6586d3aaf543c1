"""Finding records by the ids authors write; what is not there becomes a Misuse with the nearest id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from macros.model import Claim, CoreElement, Edition, Guide, Instrument, LogicModel, Reference, Site, Topic
from macros.model.instrument import Form
from macros.problem import Misuse, Value, nearest, say

T = TypeVar("T")


def find(items: Mapping[str, T], id_: str, kind: str, **where: Value) -> T:
    """The item with an id.

    Args:
        items: Items by id.
        id_: What the author wrote.
        kind: What it should be: the variant of the message ``unknown-id``.
        where: Where it should be, as that message tells it.

    Raises:
        Misuse: There is none.
    """
    if id_ in items:
        return items[id_]
    raise Misuse(say(f"unknown-id/{kind}", id=id_, nearest=nearest(id_, items), **where), wanted=id_)


def guide(site: Site, id_: str) -> Guide:
    """The guide of a model."""
    return find(site.guides, id_, "model")


def edition(found: Guide, id_: str | None) -> Edition:
    """An edition of a guide; without an id the one the guide shows."""
    if id_ is None:
        return found.current
    return find({edition.id: edition for edition in found.editions}, id_, "edition", model=found.id)


def element(found: Edition, id_: str) -> CoreElement:
    """A core element of an edition."""
    return find({element.id: element for element in found.core_elements}, id_, "element", edition=found.id)


def logic_model(found: Guide) -> LogicModel:
    """The logic model of the edition a guide shows."""
    if found.current.logic_model is None:
        told = say("no-logic-model/model", model=found.id, edition=found.current.id)
        raise Misuse(told, wanted="logic_model")
    return found.current.logic_model


def topic(site: Site, subject: str, id_: str) -> Topic:
    """A topic of a model or of a shared file."""
    topics: Iterable[Topic]
    if subject in site.guides:
        topics = site.guides[subject].model.topics
    else:
        topics = find({**dict.fromkeys(site.guides, ()), **site.shared}, subject, "subject")
    return find({topic.id: topic for topic in topics}, id_, "topic", subject=subject)


def claim(found: Topic, id_: str) -> Claim:
    """A claim of a topic."""
    return find({claim.id: claim for claim in found.claims}, id_, "claim", topic=found.id)


def reference(site: Site, id_: str) -> Reference:
    """A work of the bibliography."""
    return find(site.references, id_, "source")


def instrument(site: Site, id_: str) -> Instrument:
    """An instrument of evaluation."""
    return find(site.instruments, id_, "instrument")


def form(found: Instrument, id_: str) -> Form:
    """A form of an instrument."""
    return find({form.id: form for form in found.forms}, id_, "form", instrument=found.id)
