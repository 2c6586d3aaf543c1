"""What a page consists of, for rules: headings, links, images, anchors, each with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from macros.page import Page

# Rules look at headings, links, images and HTML; what else stands in a line need not be parsed.
_MARKDOWN = (
    MarkdownIt("commonmark", {"html": True}).enable("table").disable(["emphasis", "entity"]).use(footnote_plugin)
)
_MARKDOWN.validateLink = lambda url: True  # type: ignore[method-assign]  # a rule judges links; none may vanish unseen
_HEADING_ID = re.compile(r"(?<!\s)\s*\{:?\s*#([^\s{}]+)(?:\s[^{}]*)?\}\s*$")
_HTML_ID = re.compile(r"""\bid=["']([^"']+)["']""")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: level from 1, text without its id, id or None, line in the file."""

    level: int
    text: str
    id: str | None
    line: int


@dataclass(frozen=True, slots=True)
class Link:
    """A link or image: where it leads, its text, line in the file."""

    target: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Oddity:
    """Markdown that the site and the exports would read differently: what kind, its text, line in the file."""

    kind: Literal["callout", "blank-line", "list-indent", "admonition", "strikethrough", "table-head"]
    text: str
    line: int


@dataclass
class Outline:
    """A page and what it consists of.

    Attributes:
        page: The page.
        headings: In order.
        links: Links in Markdown, those of macros included.
        images: Images in Markdown.
        anchors: Every id on the page that a link can lead to.
        footnotes: Labels of the footnotes referred to, with the line in the file.
        oddities: Markdown that is not for both readers.
    """

    page: Page
    headings: list[Heading] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    images: list[Link] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    footnotes: list[tuple[str, int]] = field(default_factory=list)
    oddities: list[Oddity] = field(default_factory=list)

    @cached_property
    def authored_links(self) -> list[Link]:
        """Links that the author wrote (not the macros)."""
        found: list[Link] = []
        if "](" not in self.page.authored:
            return found
        for token in _MARKDOWN.parse(self.page.authored):
            line = (token.map[0] if token.map else 0) + 1
            found += [
                Link(str(inner.attrGet("href") or ""), _text(token, place), line + before)
                for place, inner, before in _placed(token)
                if inner.type == "link_open"
            ]
        return found


def outline(page: Page) -> Outline:
    """Find out what a page consists of."""
    result = Outline(page)
    tokens = _MARKDOWN.parse(page.markdown)
    result.oddities = list(_oddities(page, tokens))
    for index, token in enumerate(tokens):
        first = token.map[0] if token.map else 0
        if token.type == "heading_open":
            text = tokens[index + 1].content
            match = _HEADING_ID.search(text)
            id_ = match[1] if match else None
            result.headings.append(Heading(int(token.tag[1]), _HEADING_ID.sub("", text), id_, page.line(first)))
            if id_:
                result.anchors.add(id_)
        elif token.type == "html_block":
            result.anchors.update(_HTML_ID.findall(token.content))
        for place, inner, before in _placed(token):
            line = page.line(first + before)
            if inner.type == "link_open":
                result.links.append(Link(str(inner.attrGet("href") or ""), _text(token, place), line))
            elif inner.type == "image":
                result.images.append(Link(str(inner.attrGet("src") or ""), inner.content, line))
            elif inner.type == "footnote_ref":
                result.footnotes.append((inner.meta["label"], line))
            elif inner.type == "html_inline":
                result.anchors.update(_HTML_ID.findall(inner.content))
    return result


def _oddities(page: Page, tokens: list[Token]) -> Iterator[Oddity]:
    rows = page.markdown.split("\n")
    depth = 0  # of list items around a token
    before: Token | None = None
    for token in tokens:
        first = token.map[0] if token.map else 0
        line = page.line(first)
        text = rows[first].strip() if first < len(rows) else ""
        if token.type in ("bullet_list_open", "ordered_list_open", "table_open"):
            indent = len(rows[first]) - len(rows[first].lstrip())
            if depth and token.type != "table_open" and indent % 4:
                yield Oddity("list-indent", text, line)
            elif not depth and before and before.type == "paragraph_close" and rows[first - 1].strip():
                yield Oddity("blank-line", text, line)
        elif token.type == "blockquote_open" and re.match(r"> ?\[!", text):
            yield Oddity("callout", text, line)
        elif token.type == "inline" and token.content.startswith(("!!! ", "??? ")):
            yield Oddity("admonition", text, line)
        elif token.type == "inline" and any(inner.type == "text" and "~~" in inner.content for inner in _inline(token)):
            yield Oddity("strikethrough", text, line)
        elif token.type == "inline" and before and before.type == "th_open" and any(map(_is_link, _inline(token))):
            yield Oddity("table-head", text, line)
        depth += (token.type == "list_item_open") - (token.type == "list_item_close")
        before = token


def _is_link(inner: Token) -> bool:
    return inner.type == "link_open"


def _inline(token: Token) -> Iterator[Token]:
    return iter(token.children or ()) if token.type == "inline" else iter(())


def _placed(token: Token) -> Iterator[tuple[int, Token, int]]:
    """Each inline token inside a block: its place among them, the token, and how many line ends stand before it."""
    count = 0
    for place, inner in enumerate(_inline(token)):
        yield place, inner, count
        count += inner.type in ("softbreak", "hardbreak")


def _text(token: Token, opening: int) -> str:
    """The text of the link that the inline token at that place begins."""
    children = token.children or []
    closing = next((place for place in range(opening, len(children)) if children[place].type == "link_close"), None)
    return "".join(inner.content for inner in children[opening + 1 : closing])
