"""What stands on a form, in order, for any program that shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from macros.model.form import FieldKind


@dataclass(frozen=True, slots=True)
class Blank:
    """A place to fill in.

    Attributes:
        kind: What goes in.
        tag: Its permanent name on the form.
        title: What it is called by a program that reads the form aloud.
        hint: What stands there until it is filled in.
        options: Pairs of value and words to choose from.
        free: Whether something else than the options may be written.
        value: What stands there already.
    """

    kind: FieldKind
    tag: str
    title: str
    hint: str
    options: tuple[tuple[str, str], ...] = ()
    free: bool = False
    value: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; the form's title is of level 1."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph; ``style`` is that of a box around it: ``Unknown``, ``Edition Note``, ``Element``; none if empty."""

    text: str
    style: str = ""


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """A question with a place for the answer below it."""

    label: str
    blank: Blank


@dataclass(frozen=True, slots=True)
class Grid:
    """A table whose first column heads its rows.

    Attributes:
        title: What it is called.
        head: Headings of the columns.
        rows: Cells: text, or a place to fill in.
        shares: Widths of the columns, in hundredths.
    """

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str | Blank, ...], ...]
    shares: tuple[int, ...]


Block: TypeAlias = Heading | Words | Items | Ask | Grid


@dataclass(frozen=True, slots=True)
class Sheet:
    """A form, ready to be written as a file.

    Attributes:
        title: Its title, with the model's name.
        subject: What it is for.
        mark: Which core elements it is made of, in short; stands at the head of each page.
        blocks: What stands on it.
    """

    title: str
    subject: str
    mark: str
    blocks: tuple[Block, ...]
