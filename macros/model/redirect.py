"""Addresses that pages have left, and where what stood there is now."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator

from macros.model.record import Id, Record, refusal

_OLD = r"(?:[a-z0-9]+(?:-[a-z0-9]+)*/)+"
_NEW = rf"(?:{_OLD})?(?:#[A-Za-z][\w.:-]*)?"


def _old(value: str) -> str:
    if not re.fullmatch(_OLD, value):
        raise refusal("redirect/form", value=value)
    return value


def _new(value: str) -> str:
    if not re.fullmatch(_NEW, value):
        raise refusal("redirect/form", value=value)
    return value


class Redirect(Record):
    """One address that a page has left, in ``data/redirects.yml``; addresses as readers see them, after the language.

    Attributes:
        old: The address it had, ending in a slash: ``vanha/ydinelementit/``.
        new: Where it is now, or a heading there: ``malli/ydinelementit/#contact``; the front page is empty.
        languages: Ids of the languages in which it has moved; all if empty.
    """

    old: Annotated[str, AfterValidator(_old)]
    new: Annotated[str, AfterValidator(_new)]
    languages: tuple[Id, ...] = ()

    @property
    def page(self) -> str:
        """The new address without the heading."""
        return self.new.partition("#")[0]

    def holds_for(self, language: str) -> bool:
        """Whether the page has moved in a language, given by its id."""
        return not self.languages or language in self.languages
