"""What an author has to mend: the one shape every error takes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, TypeAlias

Value: TypeAlias = "str | int | Message | tuple[str | Message, ...]"
"""What a message tells: a word of the content, a number, a message inside the message, or several of them."""


@dataclass(frozen=True, slots=True)
class Message:
    """Something to say, in no language yet; ``macros.messages`` puts it into words where it is printed.

    Attributes:
        name: Its name in the catalogue: ``unknown-id/model`` (code and variant), ``phrases/nearest``.
        values: What its template is filled with, by name, sorted.
    """

    name: str
    values: tuple[tuple[str, Value], ...] = ()

    @property
    def code(self) -> str:
        """The part of the name before the slash: for a Problem its code."""
        return self.name.partition("/")[0]

    def given(self) -> dict[str, Value]:
        """The values by name."""
        return dict(self.values)


def say(name: str, /, **values: Value) -> Message:
    """The message of that name with these values."""
    return Message(name, tuple(sorted(values.items())))


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend, at one place.

    Problems sort by path, line and code, so a list of them reads top to bottom.

    Attributes:
        path: File, relative to the workplace, with forward slashes.
        line: Line in that file, counted from 1.
        message: What is wrong and what to do about it.
    """

    path: str
    line: int
    message: Message

    @property
    def code(self) -> str:
        """Permanent kebab-case name of the rule that was broken."""
        return self.message.code

    def __lt__(self, other: Problem) -> bool:
        return self._place() < other._place()

    def _place(self) -> tuple[Any, ...]:
        return self.path, self.line, self.code, self.message.name, repr(self.message.values)


class ContentError(Exception):
    """The content cannot be used.

    Attributes:
        problems: Every Problem found, sorted.
        consequences: Those of them that may only follow from a fault in the data, with the id that was not
            found and whether the page itself names it.
        partial: What could be made all the same, for further rules to look at; None if nothing could.
    """

    def __init__(
        self,
        problems: Iterable[Problem],
        consequences: Iterable[tuple[Problem, str, bool]] = (),
        partial: object = None,
    ) -> None:
        self.problems = sorted(set(problems))
        self.consequences = tuple(consequences)
        self.partial = partial
        super().__init__(self.problems)


class Misuse(Exception):  # noqa: N818 - it is a message to an author, not a failure of ours
    """A macro was asked for what it cannot show; its caller knows the file and line and makes a Problem of it.

    Attributes:
        message: As in Problem.
        wanted: The id that was asked for and is unknown, if that is the reason.
    """

    def __init__(self, message: Message, wanted: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.wanted = wanted

    def at(self, path: str, line: int) -> Problem:
        """The same as a Problem at a place."""
        return Problem(path, line, self.message)


def nearest(wanted: str, known: Iterable[str], *, most: int = 12) -> Message:
    """How to mend a name that is not known: the nearest one, else those there are.

    Args:
        wanted: What was written.
        known: What could have been written.
        most: How many names to list at the most.

    Returns:
        Half a sentence, such as ``did you mean "mechanisms"?``.
    """
    names = sorted(set(known))
    close = get_close_matches(wanted, names, n=1, cutoff=0.6)
    if close:
        return say("phrases/nearest", name=close[0])
    if not names:
        return say("phrases/nothing")
    return say("phrases/choices-more" if len(names) > most else "phrases/choices", names=tuple(names[:most]))
