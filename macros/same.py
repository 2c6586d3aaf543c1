"""Content as a key of what is made of it once: it is loaded once and never changes, so the same object means the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, eq=False, slots=True)
class Same(Generic[T]):
    """A value that is the same only if it is the very same object; for ``lru_cache``, to which a large record would be dear."""

    value: T

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.value is other.value
