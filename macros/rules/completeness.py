"""Rules on how completely the models are described."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from posixpath import join, normpath
from typing import get_args

from macros.load import Content
from macros.model import Completeness, Guide
from macros.model.completeness import TidierItem
from macros.outline import Outline
from macros.problem import Misuse, Problem, nearest, say
from macros.rules.innokyla import told_already
from macros.schema import Document
from macros.views.text_places import find


def every_item_once_in_order(content: Content) -> Iterator[Problem]:
    """Where a model says how completely it is described, it tells of each item of TIDieR, in the order of TIDieR."""
    wanted = get_args(TidierItem)
    for _, document in _documents(content):
        given = [item.id for item in document.value]
        for id_ in wanted:
            if id_ not in given and id_ not in content.written[document.path]:
                yield Problem(document.path, 1, say("completeness/item", item=id_))
        places = [wanted.index(id_) for id_ in given]
        for index, place in enumerate(places):
            if place < max(places[:index], default=-1):
                yield Problem(document.path, document.line(index, "id"), say("completeness/order", item=given[index]))


def described_in_the_data(content: Content) -> Iterator[Problem]:
    """What is said to describe an item is there in the data."""
    assert content.site
    for guide, document in _documents(content):
        for item, loc in document.find(Completeness):
            for position, place in enumerate(item.where):
                try:
                    find(content.site, guide, place.text)
                except Misuse as misuse:
                    if not told_already(content, guide, place.text, misuse.wanted):
                        yield Problem(document.path, document.line(*loc, "where", position, "text"), misuse.message)


def described_on_pages(content: Content, pages: Mapping[str, Mapping[str, Outline]]) -> Iterator[Problem]:
    """The section that is said to show an item is there, in every language."""
    assert content.site
    for outlines in pages.values():
        for guide, document in _documents(content):
            for item, loc in document.find(Completeness):
                for position, place in enumerate(item.where):
                    line = document.line(*loc, "where", position, "section")
                    yield from _section(document.path, line, guide, place.section, outlines)


def _section(path: str, line: int, guide: Guide, section: str, outlines: Mapping[str, Outline]) -> Iterator[Problem]:
    target, _, anchor = section.partition("#")
    outline = outlines.get(normpath(join(guide.id, target)))
    if outline is None:
        known = [address.removeprefix(f"{guide.id}/") for address in outlines if address.startswith(f"{guide.id}/")]
        yield Problem(path, line, say("completeness/page", page=target, nearest=nearest(target, known)))
    elif anchor and anchor not in outline.anchors and outline.page.whole:
        told = say(
            "completeness/section", page=outline.page.path, anchor=anchor, nearest=nearest(anchor, outline.anchors)
        )
        yield Problem(path, line, told)


def _documents(content: Content) -> Iterator[tuple[Guide, Document]]:
    assert content.site
    for guide in content.site.guides.values():
        document = content.documents.get(f"data/models/{guide.id}/completeness.yml")
        if document is not None:
            yield guide, document
