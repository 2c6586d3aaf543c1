"""Rules on the addresses that pages have left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.load import Content
from macros.model import Redirect
from macros.outline import Outline
from macros.problem import Message, Problem, nearest, say

PATH = "data/redirects.yml"


def redirects_are_of_built_languages(content: Content) -> Iterator[Problem]:
    """A redirect names languages that are built."""
    assert content.site
    document = content.documents.get(PATH)
    built = [language.id for language in content.site.built_languages]
    for entry, loc in document.find(Redirect) if document else ():
        assert document
        for place, language in enumerate(entry.languages):
            if language not in built:
                told = say("unknown-id/built-language", id=language, nearest=nearest(language, built))
                yield Problem(PATH, document.line(*loc, "languages", place), told)


def redirects_lead_to_pages(content: Content, pages: Mapping[str, Mapping[str, Outline]]) -> Iterator[Problem]:
    """An old address is that of no page and stands once; the new one is that of a page and of a heading there is."""
    assert content.site
    document = content.documents.get(PATH)
    files = {address_of(path): path for path in content.site.addresses}
    for language in content.site.built_languages if document else ():
        assert document
        mine = [(entry, loc) for entry, loc in document.find(Redirect) if entry.holds_for(language.id)]
        outlines = {address: pages[language.id].get(path) for address, path in files.items()}
        lines: dict[str, int] = {}
        for entry, loc in mine:
            line = document.line(*loc, "old")
            if entry.old in lines:
                yield Problem(PATH, line, say("redirect/twice", old=entry.old, line=lines[entry.old]))
            lines.setdefault(entry.old, line)
            if entry.old in files:
                yield Problem(PATH, line, say("redirect/page", old=entry.old))
        moved = {entry.old: entry.new for entry, _ in reversed(mine)}
        for entry, loc in mine:
            told = _astray(entry, moved, outlines)
            if told:
                yield Problem(PATH, document.line(*loc, "new"), told)


def _astray(entry: Redirect, moved: Mapping[str, str], outlines: Mapping[str, Outline | None]) -> Message | None:
    """Why a redirect leads to no page or heading, if so; of a faulty page nothing is known."""
    if entry.page in moved:
        return say("redirect/chain", new=entry.new, last=moved[entry.page])
    if entry.page not in outlines:
        return say("redirect/target", new=entry.new, nearest=nearest(entry.page, filter(None, outlines)))
    outline, anchor = outlines[entry.page], entry.new.partition("#")[2]
    if anchor and outline and outline.page.whole and anchor not in outline.anchors:
        return say("redirect/anchor", new=entry.new, anchor=anchor, nearest=nearest(anchor, outline.anchors, most=8))
    return None


def address_of(path: str) -> str:
    """The address of a page as readers see it, after the language: ``tausta/`` for ``tausta/index.md``."""
    address = path.removesuffix(".md").removesuffix("index")
    return f"{address.rstrip('/')}/" if address else ""
