"""What is wanted of a new guide, and whether it can be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.blank import STAND_IN
from macros.files import SHARED
from macros.load import Content
from macros.model.edition import MONTH, NO_EDITION
from macros.model.overlay import SECTION
from macros.problem import Message, nearest, say

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
FIRST = ("element-1",)
"""Ids of the core elements if none are given."""
_TAKEN = frozenset({"model", STAND_IN, SECTION, *SHARED})
"""Ids that mean something else where a model can be named."""


class Refused(Exception):  # noqa: N818 - it is an answer to whoever asked, not a failure of ours
    """The guide cannot be started as it was asked for; nothing was written.

    Attributes:
        message: Why.
    """

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


@dataclass(frozen=True, slots=True)
class Plan:
    """What is known of a new guide when it is started.

    Attributes:
        id: The model's permanent name.
        sign: Its sign; None if it is not chosen yet.
        edition: Year and month of its first edition; if nobody knows them yet, they are a blank, too.
        elements: Ids of its core elements, in order.
    """

    id: str
    sign: str | None = None
    edition: str = NO_EDITION
    elements: tuple[str, ...] = FIRST

    @property
    def reference(self) -> str:
        """Id of the source that the guide begins with."""
        return f"{self.id}-source"


def hold(plan: Plan, content: Content, signs: Iterable[str]) -> None:
    """Hold a plan to what there is already.

    Raises:
        Refused: It cannot be done.
    """
    for id_ in (plan.id, *plan.elements):
        if not _ID.fullmatch(id_):
            raise Refused(say("commands/new-no-id", id=id_))
    if not (plan.edition == NO_EDITION or MONTH.fullmatch(plan.edition)):
        raise Refused(say("commands/new-no-edition", edition=plan.edition))
    if plan.sign is not None and plan.sign not in signs:
        raise Refused(say("commands/new-no-sign", sign=plan.sign, nearest=nearest(plan.sign, signs)))
    twice = next((id_ for id_ in plan.elements if plan.elements.count(id_) > 1), None)
    if twice:
        raise Refused(say("commands/new-twice", id=twice))
    if plan.id in _TAKEN:
        raise Refused(say("commands/new-taken", id=plan.id))
    for path in _places(plan, content):
        if (content.root / path).exists():
            raise Refused(say("commands/new-there", id=plan.id, path=path.as_posix()))
    assert content.site
    if plan.reference in content.site.references:
        raise Refused(say("commands/new-there", id=plan.reference, path="data/bibliography.yml"))


def _places(plan: Plan, content: Content) -> Iterator[Path]:
    """Where the guide is to stand, in any language there is a folder of."""
    yield Path("data/models") / plan.id
    for folder in sorted((content.root / "docs").glob("*")):
        for name in (plan.id, f"{plan.id}.md", f"tekijoille/innokyla/{plan.id}.md"):
            yield folder.relative_to(content.root) / name
