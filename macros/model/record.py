"""What every record has in common."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
"""A permanent name: lower-case letters a–z, digits and single hyphens."""

NonEmpty = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


REFUSED = "refused"
"""The kind of error by which a record refuses a value with a message of its own; see ``refusal``."""


def refusal(name: str, **values: str) -> PydanticCustomError:
    """The error by which a record refuses a value.

    Args:
        name: Name of the message to the author: ``date/text``.
        values: What the message tells.
    """
    return PydanticCustomError(REFUSED, "refused", {"message": name, **values})


def day_of(parts: Sequence[int]) -> date:
    """The day that year, month and day name; the first of what is left out.

    Raises:
        ValueError: There is no such day.
    """
    year, month, day = (*parts, 1, 1)[:3]
    try:
        return date(year, month, day)
    except OverflowError:  # a number too large for any calendar
        raise ValueError from None


def _real_day(value: str) -> str:
    match = re.fullmatch(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", value)
    try:
        day_of([int(part) for part in match.groups() if part] if match else ())
    except ValueError:
        raise refusal("date/text", value=value) from None
    return value


IsoDate = Annotated[
    str,
    AfterValidator(_real_day),
    WithJsonSchema({"type": "string", "pattern": r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"}),
]
"""A day, a month or a year: ``2023-11-28``, ``2023-11`` or ``2023``."""


class Record(BaseModel):
    """A frozen record; a field nobody knows is refused, and nothing is turned into another type."""

    model_config = ConfigDict(frozen=True, extra="forbid")
