"""Rules on which pages there are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.load import Content
from macros.outline import Outline
from macros.overlay import addresses, page_path
from macros.problem import Problem, say


def every_page_in_every_language(content: Content, pages: Mapping[str, Mapping[str, Outline]]) -> Iterator[Problem]:
    """A page of the source language is there in every other language that is built, and the other way round."""
    assert content.site
    source = content.site.source_language
    originals = set(addresses(content.root, source.id))
    for language in content.site.built_languages:
        if language.id == source.id:
            continue
        there = set(addresses(content.root, language.id))
        for address in sorted(originals - there):
            path = page_path(source.id, address)
            translation = page_path(language.id, address)
            yield Problem(path, 1, say("page-parity/translation", language=language.name, path=translation))
        for address in sorted(there - originals):
            path = page_path(language.id, address)
            original = page_path(source.id, address)
            yield Problem(path, 1, say("page-parity/source", language=source.name, path=original))
