"""How far the translation of each unit has come: a section of a page, or a text of the data."""

from __future__ import annotations

import re
from typing import Any, Literal, get_args

from pydantic import model_validator

from macros.model.record import Record, refusal

State = Literal["machine", "draft", "reviewed"]
"""Who made a translation: a machine alone, a person, a person and another who read it against its source."""

STATES: tuple[State, ...] = get_args(State)

_LINE = re.compile(r"(\S+) ([0-9a-f]{12}) ([0-9a-f]{12})")


class LedgerLine(Record):
    """What the ledger of a language says of one unit; written ``draft 3fa9c1d20b7e 0b12c3d4e5f6``.

    Attributes:
        state: Who made the translation.
        source: Digest of the source text it was made from.
        text: Digest of the translation as it then was.
    """

    state: State
    source: str
    text: str

    def __str__(self) -> str:
        return f"{self.state} {self.source} {self.text}"

    @model_validator(mode="before")
    @classmethod
    def _read(cls, value: Any) -> Any:
        if isinstance(value, dict) and value.keys() == {"state", "source", "text"}:
            return value
        match = _LINE.fullmatch(value) if isinstance(value, str) else None
        if match is None:
            raise refusal("ledger-line/form")
        if match[1] not in STATES:
            raise refusal("ledger-line/state", state=match[1], states=", ".join(sorted(STATES)))
        return dict(zip(("state", "source", "text"), match.groups(), strict=True))


class Translation(Record):
    """How far a language has come.

    Attributes:
        lagging: Units whose source has changed since their translation was made or last compared with it.
        unreviewed: Units of which nobody has reviewed the translation as it stands.
    """

    lagging: frozenset[str] = frozenset()
    unreviewed: frozenset[str] = frozenset()
