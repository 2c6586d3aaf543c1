"""What makes a function a macro."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class View:
    """A macro: a function of (Site, Language, texts …) that returns Markdown.

    Links in the Markdown run from the language's root (``/sanasto.md#term-x``) or, in ``href``, from the
    site's root (``//downloads/x.pdf``); ``expand`` makes them relative to the page.

    Attributes:
        function: The function.
        block: Whether it shows whole blocks, so that its call must stand on a line of its own.
    """

    function: Callable[..., str]
    block: bool = False

    @property
    def name(self) -> str:
        """The macro's name on a page."""
        return self.function.__name__

    @cached_property
    def parameters(self) -> tuple[str, ...]:
        """Names of the values it takes, without site and language."""
        parameters = list(inspect.signature(self.function).parameters.values())[2:]
        return tuple(parameter.name for parameter in parameters if parameter.kind is not parameter.VAR_POSITIONAL)

    @cached_property
    def variadic(self) -> str | None:
        """Name of the value that may be given any number of times, if there is one."""
        parameters = inspect.signature(self.function).parameters.values()
        return next((parameter.name for parameter in parameters if parameter.kind is parameter.VAR_POSITIONAL), None)

    @property
    def example(self) -> str:
        """A call to copy, from the docstring's line ``Example: …``."""
        match = re.search(r"^Example: (.+)$", inspect.getdoc(self.function) or "", re.MULTILINE)
        return match[1] if match else ""

    @property
    def usage(self) -> str:
        """The call with its values, for error messages: the example."""
        return self.example or f"{{{{ {self.name}() }}}}"
