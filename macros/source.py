"""A YAML file as a value that remembers on which line each part stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from macros.parser import Loc, Parser
from macros.problem import Message, Problem, say
from macros.unreadable import explain

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LINE_ENDS = dict.fromkeys(map(ord, "\u0085\u2028\u2029"), " ")
"""What ends a line for YAML alone: no editor counts them, and a rule of its own refuses them."""


@dataclass(frozen=True, slots=True)
class Source:
    """A YAML file that was read.

    Attributes:
        path: Where it stands, relative to the workplace.
        value: Mappings, lists, strings, whole numbers, ``True``/``False`` and ``None``.
        lines: Line (from 1) of each part, by the keys and indexes that lead to it.
        problems: What YAML itself does not allow here; ``value`` is then what could be read.
    """

    path: str
    value: Any
    lines: dict[Loc, int] = field(repr=False)
    problems: tuple[Problem, ...] = ()

    def texts(self, *, names: bool = False) -> Iterator[tuple[Loc, str]]:
        """Every text as it is written, after the way that leads to it; with ``names``, those of fields as well."""
        for loc, text, name in _texts(self.value, ()):
            if names or not name:
                yield loc, text

    def line(self, loc: Loc) -> int:
        """Line of the part at ``loc``, or of the nearest part around it that is there."""
        while loc and loc not in self.lines:
            loc = loc[:-1]
        return self.lines.get(loc, 1)


def _texts(value: Any, loc: Loc) -> Iterator[tuple[Loc, str, bool]]:
    """Texts with the way to each, and whether it is the name of a field."""
    if isinstance(value, str):
        yield loc, value, False
    elif isinstance(value, dict):
        for key, item in value.items():
            yield (*loc, key), key, True
            yield from _texts(item, (*loc, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts(item, (*loc, index))


def read(root: Path, path: str) -> Source:
    """Read one YAML file.

    Args:
        root: The workplace.
        path: The file, relative to it.

    Returns:
        The Source; never raises for what an author can write.
    """
    try:
        text = (root / path).read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return _nothing(path, 1, say("missing-file/data"))
    except OSError:
        return _nothing(path, 1, say("missing-file/unopened"))
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return _nothing(path, line, say("encoding/here"))
    return parse(text, path)


def parse(text: str, path: str, first_line: int = 1) -> Source:
    """Parse YAML text that begins on ``first_line`` of the file at ``path``."""
    parser = Parser(path, first_line, text.split("\n"))
    try:
        value = parser.document(yaml.parse(text.translate(_LINE_ENDS), Loader=_LOADER))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + (mark.line if mark else 0)
        parser.problems.append(Problem(path, line, explain(error, text, first_line)))
        value = None
    except yaml.reader.ReaderError as error:
        line = first_line + text[: error.position].count("\n")
        parser.problems.append(Problem(path, line, say("yaml/invisible")))
        value = None
    return Source(path, value, parser.lines, tuple(parser.problems))


def _nothing(path: str, line: int, message: Message) -> Source:
    return Source(path, None, {}, (Problem(path, line, message),))
