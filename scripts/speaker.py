"""What the commands say, in words or for programs: the only place that prints."""

from __future__ import annotations

import sys

from macros.messages import Catalogue, catalogue
from macros.problem import ContentError, Message, say
from scripts.output import FORMATS, Format


class Speaker:
    """Prints everything the commands say, in the language and the form that were asked for."""

    def __init__(self, language: str, form: Format) -> None:
        self._language = language
        self._form = form

    @property
    def _words(self) -> Catalogue:
        return catalogue(self._language)

    def line(self, told: Message | str) -> None:
        """A line of progress; beside the problems, not among them, if a program reads these."""
        if self._form == "text":
            print(self._words.text(told), flush=True)
        else:
            self.aside(told)

    def aside(self, told: Message | str) -> None:
        """What is said on standard error."""
        sys.stderr.write(f"{self._words.text(told)}\n")

    def problems(self, error: ContentError | None, *, counted: bool = True) -> None:
        """The problems there are, if any, and how many, with the word that nothing was built for that."""
        found = error.problems if error else []
        sys.stdout.write(FORMATS[self._form](found, self._words))
        sys.stdout.flush()
        if found and counted:
            self.aside(say("commands/problems", count=len(found)) if len(found) > 1 else say("commands/one-problem"))
