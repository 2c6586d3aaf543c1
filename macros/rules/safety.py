"""Rules that keep what could act on its readers out of texts; see tests/hostile for what they hold against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.blank import blanks
from macros.load import Content
from macros.outline import Outline
from macros.problem import Problem, say
from macros.unsafe import scheme_of, unsafe

_ADDRESSES = frozenset({"URL", "address", "repository"})
"""Fields that hold an address on the web."""


def no_unsafe_texts_in_data(content: Content) -> Iterator[Problem]:
    """Texts of the data hold no HTML, attributes, macro calls, characters nobody sees, nor addresses of dangerous kinds."""
    for document in content.documents.values():
        for loc, text in document.source.texts(names=True):
            line = document.source.line(loc)
            if "{{" in text or "{%" in text:
                yield Problem(document.path, line, say("macro-only/data"))
            else:
                yield from (Problem(document.path, line, told) for _, told in unsafe(text))
            if loc and loc[-1] in _ADDRESSES and text != loc[-1] and not (_address(text) or any(blanks(text))):
                yield Problem(document.path, line, say("link-scheme/address", address=text[:80], field=str(loc[-1])))


def no_unsafe_texts_on_pages(content: Content, pages: Mapping[str, Mapping[str, Outline]]) -> Iterator[Problem]:
    """Texts of pages, of their heads and in their macro calls hold no HTML, attributes, nor links of dangerous kinds."""
    for outlines in pages.values():
        for outline in outlines.values():
            page = outline.page
            places = [(page.authored, 1), *page.head]
            places += [(value, call.line) for call in page.calls for value in call.values]
            for text, line in places:
                for before, told in unsafe(text):
                    yield Problem(page.path, line + before, told)


def _address(text: str) -> bool:
    return scheme_of(text) in ("https", "http") and not any(sign in text for sign in " \"'<>`\\\n\t")
