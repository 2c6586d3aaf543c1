"""Text a reader sees, in each language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from pydantic import ConfigDict, PrivateAttr, RootModel

from macros.model.record import NonEmpty

_READ: ContextVar[set[str] | None] = ContextVar("read", default=None)
_PLACE = re.compile(r"\{([a-z]*)\}")


def fill(text: str, *values: object, **named: object) -> str:
    """A text of an author's with values in its places: ``{}`` in order, ``{name}`` by name.

    Places for which there is no value stay as they stand. ``str.format`` would do more than an author may ask for: look
    into the values, and pad them to any length.
    """
    waiting = iter(values)
    return _PLACE.sub(lambda match: str(named.get(match[1], match[0]) if match[1] else next(waiting, match[0])), text)


def places(text: str) -> list[str]:
    """The places for values in a text, sorted."""
    return sorted(match[0] for match in _PLACE.finditer(text))


class Text(RootModel[dict[str, NonEmpty]]):
    """One text in several languages: ``{fi: Kohtaaminen, sv: Möte}``.

    Which languages it must hold is a rule of the site (``languages.yml``), not of the record.
    """

    model_config = ConfigDict(frozen=True)
    _unit: str = PrivateAttr(default="")

    def __getitem__(self, language: str) -> str:
        """The text in a language; in the first one written if it is lacking, which a rule has then reported."""
        read = _READ.get()
        if read is not None and self._unit:
            read.add(self._unit)
        return self.root.get(language) or next(iter(self.root.values()), "")

    def __contains__(self, language: str) -> bool:
        return language in self.root

    @property
    def languages(self) -> frozenset[str]:
        """Ids of the languages this text is written in."""
        return frozenset(self.root)

    def name(self, unit: str) -> None:
        """Give it the key by which ledgers of translations know it; done once, while the data are read."""
        self._unit = unit


@contextmanager
def texts_read() -> Iterator[set[str]]:
    """Keys of the texts that are read meanwhile: what a macro shows is known by no one but the macro itself."""
    read: set[str] = set()
    token = _READ.set(read)
    try:
        yield read
    finally:
        _READ.reset(token)
