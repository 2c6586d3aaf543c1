"""Rules on headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from macros.load import Content
from macros.local_notes import ELEMENTS
from macros.model.lineage import former
from macros.outline import Outline
from macros.problem import Problem, say

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def headings_have_ids(content: Content, pages: Mapping[str, Mapping[str, Outline]]) -> Iterator[Problem]:
    """Every heading has an explicit id, once on its page; the page's title is its only first-level heading."""
    for outlines in pages.values():
        for outline in outlines.values():
            seen: dict[str, int] = {}
            for heading in outline.headings:
                path, line = outline.page.path, heading.line
                if heading.level == 1:
                    yield Problem(path, line, say("first-level/here", heading=heading.text))
                if heading.id is None:
                    yield Problem(path, line, say("heading-id/none", heading=heading.text))
                elif not _ID.fullmatch(heading.id):
                    yield Problem(path, line, say("id-form/here", id=heading.id))
                elif heading.id in seen:
                    yield Problem(path, line, say("duplicate-id/here", id=heading.id, line=seen[heading.id]))
                if heading.id:
                    seen.setdefault(heading.id, line)


def no_level_skipped(content: Content, pages: Mapping[str, Mapping[str, Outline]]) -> Iterator[Problem]:
    """A heading is at most one level below the one before it."""
    for outlines in pages.values():
        for outline in outlines.values():
            level = 1
            for heading in outline.headings:
                if heading.level > level + 1:
                    wanted = "#" * (level + 1)
                    told = say(
                        "heading-level/skipped", heading=heading.text, earlier=level, level=heading.level, wanted=wanted
                    )
                    yield Problem(outline.page.path, heading.line, told)
                level = heading.level


def a_section_for_each_core_element(content: Content, pages: Mapping[str, Mapping[str, Outline]]) -> Iterator[Problem]:
    """Where a guide has a page of core elements, each element of the edition shown has its section there, with its id; those of earlier editions keep their addresses."""
    assert content.site
    if content.problems:  # the edition shown may be another for that reason alone
        return
    for outlines in pages.values():
        for guide in content.site.guides.values():
            outline = outlines.get(f"{guide.id}/{ELEMENTS}")
            if outline is None:
                continue
            headings = {heading.id for heading in outline.headings}
            for element in guide.elements:
                if element.id not in headings:
                    heading = f'## {{{{ element_label("{guide.id}", "{element.id}") }}}} {{ #{element.id} }}'
                    told = say("element-section/lacking", element=element.id, example=heading)
                    yield Problem(outline.page.path, 1, told)
            lost = [ancestor.element.id for ancestor in former(guide) if ancestor.element.id not in outline.anchors]
            if lost and outline.page.whole:
                call = f'{{{{ former_elements("{guide.id}") }}}}'
                told = say("element-section/former", elements=", ".join(sorted(lost)), example=call)
                yield Problem(outline.page.path, 1, told)


def same_headings_in_every_language(content: Content, pages: Mapping[str, Mapping[str, Outline]]) -> Iterator[Problem]:
    """A page has the same headings, by id, in every language, in the same order."""
    assert content.site
    source = content.site.source_language
    for language in content.site.built_languages:
        if language.id == source.id:
            continue
        for address, outline in pages.get(language.id, {}).items():
            original = pages.get(source.id, {}).get(address)
            if original is None or not (original.page.whole and outline.page.whole):
                continue
            wanted = [heading.id for heading in original.headings if heading.id]
            given = [heading.id for heading in outline.headings if heading.id]
            for heading in outline.headings:
                if heading.id and heading.id not in wanted:
                    told = say(
                        "heading-parity/extra",
                        heading=heading.text,
                        id=heading.id,
                        language=source.name,
                        path=original.page.path,
                    )
                    yield Problem(outline.page.path, heading.line, told)
            for other in original.headings:
                if other.id and other.id not in given:
                    told = say(
                        "heading-parity/lacking",
                        heading=other.text,
                        id=other.id,
                        language=language.name,
                        line=other.line,
                        path=original.page.path,
                    )
                    yield Problem(outline.page.path, 1, told)
