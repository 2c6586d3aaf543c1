"""A page of a guide: its front matter and its text once the macros have been expanded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from macros.model.record import NonEmpty, Record


class Search(Record):
    """What a page says to the search.

    Attributes:
        exclude: Whether the page is left out of it.
    """

    exclude: bool = False


class FrontMatter(Record):
    """What may stand between the two ``---`` lines at the head of a page.

    Attributes:
        title: The page's title; its only first-level heading.
        description: One sentence for search engines and lists.
        hide: Parts of the page frame to leave out.
        terms: Whether the first use of each glossary term is linked to its definition.
        search: What the page says to the search.
        template: A template of ``overrides/`` that adds something after the text.
    """

    title: NonEmpty
    description: NonEmpty
    hide: tuple[Literal["navigation", "toc"], ...] = ()
    terms: bool = True
    search: Search | None = None
    template: Literal["site-map.html"] | None = None


@dataclass(frozen=True, slots=True)
class MacroCall:
    """A macro call on a page: the macro's name, its values in order, and the line of the file."""

    name: str
    values: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Page:
    """One page in one language, expanded.

    Attributes:
        path: The file, relative to the workplace: ``docs/fi/etsiva-sosiaalityo/index.md``.
        language: Id of its language.
        address: The file, relative to its language's folder: the same in every language.
        title: From the front matter.
        description: From the front matter.
        markdown: The text with all macros expanded; headings begin at the second level.
        lines: For each line of ``markdown``, the line of the file it comes from.
        authored: The file's own text with each macro call replaced by one word, for rules on what authors write.
        calls: The macro calls, in order.
        whole: Whether every macro call could be expanded.
        source: The file's text as its author wrote it.
        head: Texts for readers in the front matter, each with its line.
        reviewed: Whether somebody has reviewed all the texts on it, those that macros bring included; true in the source
            language.
    """

    path: str
    language: str
    address: str
    title: str
    description: str
    markdown: str
    lines: tuple[int, ...]
    authored: str
    calls: tuple[MacroCall, ...] = ()
    whole: bool = True
    source: str = ""
    head: tuple[tuple[str, int], ...] = ()
    reviewed: bool = True

    def line(self, index: int) -> int:
        """Line of the file that the line ``index`` (from 0) of the expanded text comes from."""
        return self.lines[min(index, len(self.lines) - 1)] if self.lines else 1
