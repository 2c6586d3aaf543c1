"""Rules that hold the translations of a page to its source, section by section."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from operator import itemgetter
from posixpath import dirname, join, normpath

from macros.load import Content
from macros.outline import Outline
from macros.page import MacroCall
from macros.problem import Message, Problem, say

WORDS = ("term", "foreign", "label")
"""Macros that mark words; where they stand hangs on the language."""
_TEXTS = {"guide_link": 3}
"""Macros of which only the first values are ids; what follows is text for readers."""
_EXTERNAL = re.compile(r"(https?|mailto):", re.IGNORECASE)

Counted = Callable[[Outline, Mapping[str, Outline]], list[tuple[str, int]]]
"""What is to be the same on a page, given all pages of its language: pairs of its name and its line.

Of a section that holds something nameless (a dead link, say, of which another rule tells) nothing is asked.
"""


def same_macros_in_every_language(content: Content, pages: Mapping[str, Mapping[str, Outline]]) -> Iterator[Problem]:
    """Under each heading a page calls the same macros for the same records in every language."""
    yield from _compare(content, pages, _calls, "macro-parity")


def same_links_in_every_language(content: Content, pages: Mapping[str, Mapping[str, Outline]]) -> Iterator[Problem]:
    """Under each heading a page has the same links in every language."""
    yield from _compare(content, pages, _links, "link-parity")


def same_footnotes_in_every_language(content: Content, pages: Mapping[str, Mapping[str, Outline]]) -> Iterator[Problem]:
    """Under each heading a page has the same footnotes in every language."""
    yield from _compare(content, pages, _notes, "footnote-parity")


def _calls(outline: Outline, pages: Mapping[str, Outline]) -> list[tuple[str, int]]:
    return [(named(call), call.line) for call in outline.page.calls if call.name not in WORDS]


def named(call: MacroCall) -> str:
    """A macro call by what must be the same in every language: its name and its ids."""
    values = ", ".join(f'"{value}"' for value in call.values[: _TEXTS.get(call.name)])
    return f"{call.name}({values})"


def _links(outline: Outline, pages: Mapping[str, Outline]) -> list[tuple[str, int]]:
    """Links that the author wrote; a dead one is nameless. Those of macros follow from the macros and the data."""
    found = []
    for link in outline.authored_links:
        path, _, anchor = link.target.partition("#")
        address = normpath(join(dirname(outline.page.address), path)) if path else outline.page.address
        if _EXTERNAL.match(path):
            found.append((link.target, link.line))
        elif address not in pages or (anchor and anchor not in pages[address].anchors):
            found.append(("", link.line))
        else:
            found.append((f"{address}#{anchor}" if anchor else address, link.line))
    return found


def _notes(outline: Outline, pages: Mapping[str, Outline]) -> list[tuple[str, int]]:
    return [(f"[^{label}]", line) for label, line in outline.footnotes]


def _compare(
    content: Content, pages: Mapping[str, Mapping[str, Outline]], counted: Counted, code: str
) -> Iterator[Problem]:
    assert content.site
    source = content.site.source_language
    for language in content.site.built_languages:
        for address, outline in pages.get(language.id, {}).items():
            original = pages.get(source.id, {}).get(address)
            if language.id == source.id or original is None or not (original.page.whole and outline.page.whole):
                continue
            wanted = _by_section(original, counted(original, pages[source.id]))
            given = _by_section(outline, counted(outline, pages[language.id]))
            for section, line in _sections(outline).items():
                # Of a section that is on one side alone a rule on headings tells.
                if section not in wanted or "" in wanted[section] or "" in given[section]:
                    continue
                place = say("phrases/under", section=section) if section else say("phrases/before-headings")
                lacking, more = wanted[section] - given[section], given[section] - wanted[section]
                for variant, counts in (("lacking", lacking), ("more", more)):
                    if counts:
                        told = say(f"{code}/{variant}", place=place, names=_names(counts), path=original.page.path)
                        yield Problem(outline.page.path, line, told)


def _names(counts: Counter[str]) -> tuple[str | Message, ...]:
    return tuple(
        say("phrases/times", name=name, count=times) if times > 1 else name for name, times in sorted(counts.items())
    )


def _sections(outline: Outline) -> dict[str, int]:
    """Line of each section, by the id of its heading; the text before the first heading has none."""
    return {"": 1, **{heading.id: heading.line for heading in outline.headings if heading.id}}


def _by_section(outline: Outline, counted: list[tuple[str, int]]) -> dict[str, Counter[str]]:
    starts = sorted((start, id_) for id_, start in _sections(outline).items())
    sections: dict[str, Counter[str]] = {id_: Counter() for _, id_ in starts}
    for name, line in counted:
        sections[starts[bisect_right(starts, line, key=itemgetter(0)) - 1][1]][name] += 1
    return sections
