"""Rules on blanks: what a guide still waits for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.blank import blanks
from macros.load import Content
from macros.model import Edition
from macros.model.edition import NO_EDITION
from macros.outline import Outline
from macros.problem import Problem, say


def blanks_in_data(content: Content) -> Iterator[Problem]:
    """Nothing in the data waits to be filled: no blank, and no edition without its year and month."""
    for document in content.documents.values():
        for loc, text in document.source.texts():
            for _, name in blanks(text):
                yield Problem(document.path, document.source.line(loc), say("blank/here", name=name))
        if isinstance(document.value, Edition) and document.value.id == NO_EDITION:
            yield Problem(document.path, document.line("id"), say("blank/edition", id=NO_EDITION))


def blanks_on_pages(content: Content, pages: Mapping[str, Mapping[str, Outline]]) -> Iterator[Problem]:
    """Nothing on a page waits to be filled."""
    for outlines in pages.values():
        for outline in outlines.values():
            page = outline.page
            for text, line in ((page.source, 1), *page.head):
                for before, name in blanks(text):
                    yield Problem(page.path, line + before, say("blank/here", name=name))
