"""Rules on links and images."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from posixpath import dirname, join, normpath, relpath
from urllib.parse import unquote

from macros.load import Content
from macros.local_notes import ELEMENTS
from macros.outline import Link, Outline
from macros.overlay import page_path
from macros.problem import Message, Problem, nearest, say
from macros.unsafe import scheme_of

_SITE = re.compile(r"(?:www\.[\w-]|[\w-]+(?:\.[\w-]+){0,3}\.(?:fi|se|com|org|net|eu)(?:/|$))")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def links_lead_somewhere(content: Content, pages: Mapping[str, Mapping[str, Outline]]) -> Iterator[Problem]:
    """A link leads to a page there is, and to a heading or anchor there is on it; to other sites by https, http or mailto."""
    for outlines in pages.values():
        for outline in outlines.values():
            for link in outline.links:
                yield from _link(content, outline, link, outlines)


def _link(content: Content, outline: Outline, link: Link, outlines: Mapping[str, Outline]) -> Iterator[Problem]:
    page = outline.page
    scheme = scheme_of(link.target)
    if scheme:
        if scheme not in ("https", "http", "mailto"):
            yield Problem(page.path, link.line, say("link-scheme/here", text=link.text, scheme=scheme))
        return
    if link.target.startswith("/"):
        yield Problem(page.path, link.line, say("absolute-link/here", text=link.text))
        return
    target, _, anchor = unquote(link.target).partition("#")
    address = normpath(join(dirname(page.address), target)) if target else page.address
    if address.startswith("../"):
        yield Problem(page.path, link.line, say("dead-link/out", text=link.text))
        return
    if address not in outlines:
        # A page that is there but faulty has its own Problems; a link to it is not one more.
        assert content.site
        elsewhere = address in content.site.addresses  # then it is this language that lacks it, and a rule says so
        if not elsewhere and not (content.root / page_path(page.language, address)).is_file():
            places = [relpath(other, dirname(page.address) or ".") for other in outlines]
            told = _unfinished(link) or say(
                "dead-link/page", text=link.text, target=link.target, nearest=nearest(link.target, places, most=5)
            )
            yield Problem(page.path, link.line, told)
        return
    anchors = outlines[address].anchors
    if anchor and anchor not in anchors and outlines[address].page.whole and not _element(content, address, anchor):
        told = say(
            "dead-anchor/here",
            text=link.text,
            anchor=anchor,
            path=outlines[address].page.path,
            nearest=nearest(anchor, anchors, most=8),
        )
        yield Problem(page.path, link.line, told)


def _unfinished(link: Link) -> Message | None:
    """What to tell of an address that is one of the web or of mail, but for its beginning."""
    if _SITE.match(link.target):
        return say("dead-link/web", text=link.text, target=link.target)
    if _MAIL.fullmatch(link.target):
        return say("dead-link/mail", text=link.text, target=link.target)
    return None


def _element(content: Content, address: str, anchor: str) -> bool:
    """Whether the link leads to the section of a core element; if that is lacking, another rule says so."""
    assert content.site
    guide = content.site.guides.get(dirname(address))
    return guide is not None and address.endswith(ELEMENTS) and guide.current.element(anchor) is not None


def images_have_alternative_text(content: Content, pages: Mapping[str, Mapping[str, Outline]]) -> Iterator[Problem]:
    """Every image has an alternative text and is there."""
    for outlines in pages.values():
        for outline in outlines.values():
            page = outline.page
            for image in outline.images:
                if not image.text.strip():
                    yield Problem(page.path, image.line, say("image-alt/none", image=image.target))
                address = normpath(join(dirname(page.address), unquote(image.target)))
                if scheme_of(image.target) or image.target.startswith(("/", "\\")) or address.startswith("../"):
                    yield Problem(page.path, image.line, say("image-source/elsewhere", image=image.target[:80]))
                elif "\0" in address or not (content.root / page_path(page.language, address)).is_file():
                    yield Problem(page.path, image.line, say("dead-link/image", image=image.target))
