"""What every record has in common."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
"""A permanent name: lower-case letters a–z, digits and single hyphens."""

NonEmpty = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


class Record(BaseModel):
    """A frozen record; a field nobody knows is refused, and nothing is turned into another type."""

    model_config = ConfigDict(frozen=True, extra="forbid")
