"""Finding records by the ids authors write; what is not there becomes a Misuse with the nearest id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from macros.model import Claim, CoreElement, Edition, Guide, Instrument, LogicModel, Reference, Site, Topic
from macros.model.instrument import Form
from macros.problem import Misuse, nearest

T = TypeVar("T")


def find(items: Mapping[str, T], id_: str, kind: str, where: str = "") -> T:
    """The item with an id.

    Args:
        items: Items by id.
        id_: What the author wrote.
        kind: What it should be, in an author's words.
        where: Where it should be, if that is not plain, in an author's words.

    Raises:
        Misuse: There is none.
    """
    if id_ in items:
        return items[id_]
    raise Misuse("unknown-id", f'there is no {kind} "{id_}"{where and f" {where}"}', nearest(id_, items), wanted=id_)


def guide(site: Site, id_: str) -> Guide:
    """The guide of a model."""
    return find(site.guides, id_, "model")


def edition(found: Guide, id_: str | None) -> Edition:
    """An edition of a guide; without an id the one the guide shows."""
    if id_ is None:
        return found.current
    return find({edition.id: edition for edition in found.editions}, id_, "edition", f"of {found.id}")


def element(found: Edition, id_: str) -> CoreElement:
    """A core element of an edition."""
    return find(
        {element.id: element for element in found.core_elements}, id_, "core element", f"in the edition {found.id}"
    )


def logic_model(found: Guide) -> LogicModel:
    """The logic model of the edition a guide shows."""
    if found.current.logic_model is None:
        raise Misuse(
            "no-logic-model",
            f"{found.id} has no logic model in its edition {found.current.id}",
            "take the macro away, or add the logic model to the edition",
            wanted="logic_model",
        )
    return found.current.logic_model


def topic(site: Site, subject: str, id_: str) -> Topic:
    """A topic of a model or of a shared file."""
    topics: Iterable[Topic]
    if subject in site.guides:
        topics = site.guides[subject].model.topics
    else:
        topics = find({**dict.fromkeys(site.guides, ()), **site.shared}, subject, "model or shared file")
    return find({topic.id: topic for topic in topics}, id_, "topic", f"in {subject}")


def claim(found: Topic, id_: str) -> Claim:
    """A claim of a topic."""
    return find({claim.id: claim for claim in found.claims}, id_, "claim", f"in the topic {found.id}")


def reference(site: Site, id_: str) -> Reference:
    """A work of the bibliography."""
    return find(site.references, id_, "source")


def instrument(site: Site, id_: str) -> Instrument:
    """An instrument of evaluation."""
    return find(site.instruments, id_, "instrument")


def form(found: Instrument, id_: str) -> Form:
    """A form of an instrument."""
    return find({form.id: form for form in found.forms}, id_, "form", f"of the instrument {found.id}")
