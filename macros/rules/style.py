"""Rules on style, only where they can be sure: a false alarm would be worse than silence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from macros.first_use import expression
from macros.load import Content
from macros.model import Language, Text
from macros.outline import Outline
from macros.page import Page
from macros.problem import Message, Problem, say
from macros.prose import prose, slips

_AS_PRINTED = ("data/bibliography.yml", "data/glossary.yml")
"""Files in which old names stand as others have printed them, or because the glossary itself tells of them."""
_FORMER = "former_names"
"""The field of a model that holds its old names."""
_MENTION = re.compile(r"\[[^\[\]\n]+\]\{mention\}")
_QUOTATION = re.compile(r"“[^“”\n]*”|”[^”\n]*”|»[^»\n]*»|«[^«»\n]*»|‘[^‘’\n]*’")

OldNames = list[tuple[re.Pattern[str], str]]
"""What finds each old name in a text, and the term to use in its place."""


def slips_in_data(content: Content) -> Iterator[Problem]:
    """A text of the data is typed as its language has it: spaces, quotation marks, dashes."""
    assert content.site
    quotes = {language.id: language.quotes for language in content.site.built_languages}
    for path, line, language, text in _texts(content):
        for _, told in slips(text, quotes[language]):
            yield Problem(path, line, told)


def slips_on_pages(content: Content, pages: Mapping[str, Mapping[str, Outline]]) -> Iterator[Problem]:
    """The text of a page is typed as its language has it: spaces, quotation marks, dashes."""
    for language, page in _pages(content, pages):
        for text, line in ((page.source, 1), *page.head):
            for before, told in slips(text, language.quotes):
                yield Problem(page.path, line + before, told)


def old_names_in_data(content: Content) -> Iterator[Problem]:
    """A text of the data uses the glossary's term, not an old name; old names may be quoted or marked as mentioned."""
    assert content.site
    names = {language.id: _old_names(content, language) for language in content.site.built_languages}
    for path, line, language, text in _texts(content, _FORMER):
        for _, told in _found(text, names[language]) if path not in _AS_PRINTED else ():
            yield Problem(path, line, told)


def old_names_on_pages(content: Content, pages: Mapping[str, Mapping[str, Outline]]) -> Iterator[Problem]:
    """The text of a page uses the glossary's term, not an old name; old names may be quoted or marked as mentioned."""
    assert content.site
    names = {language.id: _old_names(content, language) for language in content.site.built_languages}
    for language, page in _pages(content, pages):
        for text, line in ((page.source, 1), *page.head):
            for before, told in _found(text, names[language.id]):
                yield Problem(page.path, line + before, told)


def _texts(content: Content, but: str = "") -> Iterator[tuple[str, int, str, str]]:
    """Every text of the data in each language that is built: file, line, language, text; those in the field ``but`` left out."""
    assert content.site
    built = {language.id for language in content.site.built_languages}
    for document in content.documents.values():
        for text, loc in document.find(Text):
            for language, words in text.root.items() if but not in loc else ():
                if language in built:
                    yield document.path, document.line(*loc, language), language, words


def _pages(content: Content, pages: Mapping[str, Mapping[str, Outline]]) -> Iterator[tuple[Language, Page]]:
    assert content.site
    for id_, outlines in pages.items():
        for outline in outlines.values():
            yield content.site.languages[id_], outline.page


def _old_names(content: Content, language: Language) -> OldNames:
    assert content.site
    return [
        (re.compile(expression(form)), term.term[language.id])
        for term in content.site.terms.values()
        for form in term.avoid_forms.get(language.id, term.avoid.get(language.id, ()))
    ]


def _found(text: str, names: OldNames) -> Iterator[tuple[int, Message]]:
    """Old names in a text: how many line ends stand before each, and what to tell its author."""
    if not any(pattern.search(text) for pattern, _ in names):
        return
    blotted = _QUOTATION.sub(_blot, prose(_MENTION.sub(_blot, text)))
    for pattern, term in names:
        for match in pattern.finditer(blotted):
            if not re.match(r"[\w-]", blotted[match.start() - 1 : match.start()]):
                yield text.count("\n", 0, match.start()), say("old-term/here", form=match[0], term=term)


def _blot(match: re.Match[str]) -> str:
    return "x" * len(match[0])
