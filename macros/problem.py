"""What an author has to mend: the one shape every error takes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend, at one place.

    Problems sort by path, line and code, so a list of them reads top to bottom.

    Attributes:
        path: File, relative to the workplace, with forward slashes.
        line: Line in that file, counted from 1.
        code: Permanent kebab-case name of the rule that was broken.
        what: What is wrong, in an author's words, without a full stop.
        mend: What to do about it, likewise.
    """

    path: str
    line: int
    code: str
    what: str
    mend: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what} [{self.code}]\n  To mend: {self.mend}"


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
        super().__init__("\n".join(str(problem) for problem in self.problems))


class Misuse(Exception):  # noqa: N818 - it is a message to an author, not a failure of ours
    """A macro was asked for what it cannot show; its caller knows the file and line and makes a Problem of it.

    Attributes:
        code: As in Problem.
        what: As in Problem.
        mend: As in Problem.
        wanted: The id that was asked for and is unknown, if that is the reason.
    """

    def __init__(self, code: str, what: str, mend: str, wanted: str | None = None) -> None:
        super().__init__(what)
        self.code = code
        self.what = what
        self.mend = mend
        self.wanted = wanted

    def at(self, path: str, line: int) -> Problem:
        """The same as a Problem at a place."""
        return Problem(path, line, self.code, self.what, self.mend)


def nearest(wanted: str, known: Iterable[str], *, most: int = 12) -> str:
    """How to mend a name that is not known: the nearest one, else those there are.

    Args:
        wanted: What was written.
        known: What could have been written.
        most: How many names to list at the most.

    Returns:
        Half a sentence, such as ``did you mean "mechanisms"?``.
    """
    names = sorted(known)
    close = get_close_matches(wanted, names, n=1, cutoff=0.6)
    if close:
        return f'did you mean "{close[0]}"?'
    if not names:
        return "take it away; there is nothing of this kind yet"
    more = ", …" if len(names) > most else ""
    return "use one of: " + ", ".join(names[:most]) + more
