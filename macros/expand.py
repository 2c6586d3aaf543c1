"""A page's file -> Markdown that the site and the exports both read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from posixpath import dirname, relpath

from macros.callout import set_callouts
from macros.calls import name_of, parts_of, shown, stands_alone, values_of
from macros.first_use import GLOSSARY, link_first_uses
from macros.front_matter import front_matter, line_of
from macros.lag import set_notices
from macros.local_notes import set_local_notes
from macros.model import Language, Site
from macros.model.text import texts_read
from macros.overlay import page_path
from macros.page import MacroCall, Page
from macros.passages import set_passages
from macros.problem import ContentError, Message, Misuse, Problem, say
from macros.spaces import bind

_ROOT_LINK = re.compile(r"(\]\()/(?=[^/])([^)\s\"#]*)")
_HTML_LINK = re.compile(r"""\bhref="/([^/"#][^"#]*)""")
_LINK = "term"
"""The macro that links to a text and does not show it."""

_LINE = re.compile(r"[^\n]*\n|[^\n]+")  # str.splitlines knows more line ends than Markdown does
MOST_CALLS = 1_000
"""Macro calls a page may hold; the page with the most of them has a tenth of that."""
LARGEST = 2_000_000
"""Characters a page may have with what its macros show."""
_SITE_LINK = re.compile(r"""\bhref="//""")


def expand_file(site: Site, language: Language, root: Path, address: str) -> Page:
    """Expand one page.

    Args:
        site: The content the macros show.
        language: The page's language.
        root: The workplace.
        address: The file, relative to ``docs/<language>``.

    Returns:
        The Page.

    Raises:
        ContentError: With every Problem of the page's front matter and macro calls.
    """
    path = page_path(language.id, address)
    try:
        text = (root / path).read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise ContentError([Problem(path, 1, say("missing-file/page"))]) from None
    except OSError:
        raise ContentError([Problem(path, 1, say("missing-file/unopened"))]) from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise ContentError([Problem(path, line, say("encoding/here"))]) from None
    return expand(site, language, text, address)


def expand(site: Site, language: Language, text: str, address: str) -> Page:
    """Expand the text of a page; see ``expand_file``."""
    path = page_path(language.id, address)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    front, problems, first = front_matter(text, path)
    body = "".join(_LINE.findall(text)[first - 1 :])
    rows = body.split("\n")
    pieces: list[tuple[str, int, bool]] = []
    consequences: list[tuple[Problem, str, bool]] = []
    calls: list[MacroCall] = []
    read: dict[int, set[str]] = {}
    size, asked = len(text), 0
    for part in parts_of(body, path, first):
        asked += not isinstance(part, tuple)
        if asked > MOST_CALLS or size > LARGEST:
            problems.append(Problem(path, pieces[-1][1] if pieces else first, _too_large(asked)))
            break
        if isinstance(part, Problem):
            problems.append(part)
            pieces.append(("…", part.line, True))
        elif isinstance(part, tuple):
            pieces.append((*part, False))
        else:
            line = part.lineno + first - 1
            calls.append(MacroCall(name_of(part), tuple(map(str, values_of(part))), line))
            if not stands_alone(part, rows):
                problems.append(Problem(path, line, say("macro-block/inside")))
            try:
                with texts_read() as keys:
                    pieces.append((_relative(shown(part, site, language), address), line, True))
                read.setdefault(line, set()).update(keys if calls[-1].name != _LINK else ())
                size += len(pieces[-1][0])
            except Misuse as misuse:
                problems.append(misuse.at(path, line))
                if misuse.wanted is not None:
                    consequences.append((problems[-1], misuse.wanted, misuse.wanted in values_of(part)))
                pieces.append(("…", line, True))
    if front is None:
        raise ContentError(problems, consequences)
    markdown, lines = set_callouts(*_join(pieces), site.labels, language.id)
    markdown = set_passages(markdown)
    markdown = _with_terms(markdown, site, language, address) if front.terms else markdown
    markdown, lines = set_notices(
        markdown, lines, site, language, address, text, read, lambda link: _relative(link, address)
    )
    markdown, lines = set_local_notes(markdown, lines, site, language, address, lambda link: _relative(link, address))
    markdown = bind(markdown, site.labels, language)
    authored = _authored(pieces)
    page = Page(
        path,
        language.id,
        address,
        front.title,
        front.description,
        markdown,
        tuple(lines),
        authored,
        tuple(calls),
        whole=not problems,
        source=text,
        head=tuple(
            (words, line_of(name, text)) for name, words in (("title", front.title), ("description", front.description))
        ),
        reviewed=_reviewed(site, language, address, read),
    )
    if problems:
        raise ContentError(problems, consequences, page)
    return page


def _reviewed(site: Site, language: Language, address: str, read: Mapping[int, set[str]]) -> bool:
    """Whether somebody has reviewed the page and the texts its macros show."""
    if language.status == "source":
        return True
    translation = site.translations.get(language.id)
    own = (f"docs/{address}#", f"docs/{address}@")
    return (
        translation is not None
        and translation.unreviewed.isdisjoint(set().union(*read.values()))
        and not any(key.startswith(own) for key in translation.unreviewed)
    )


def _too_large(asked: int) -> Message:
    if asked > MOST_CALLS:
        return say("too-large/calls", most=MOST_CALLS)
    return say("too-large/page", most=LARGEST // 1000)


def _authored(pieces: list[tuple[str, int, bool]]) -> str:
    """What the author wrote, each part on its line of the file: comments leave empty lines, macro calls a word."""
    text: list[str] = []
    reached = 1
    for piece, line, called in pieces:
        text += ["\n" * (line - reached), "macro" if called else piece]
        reached = max(reached, line) + (0 if called else piece.count("\n"))
    return "".join(text)


def _with_terms(markdown: str, site: Site, language: Language, address: str) -> str:
    """The text with the first use of each term linked, if there is a glossary to link to and this is not it."""
    if GLOSSARY not in site.addresses or address == GLOSSARY:
        return markdown
    return link_first_uses(markdown, site, language, lambda link: _relative(link, address))


def _relative(markdown: str, address: str) -> str:
    """Views write links from the root of the language or of the site; a page needs them from where it stands."""
    folder = dirname(address) or "."
    up = 1 + len(address.removesuffix("index.md").removesuffix(".md").split("/")) - address.endswith("index.md")
    markdown = _SITE_LINK.sub(f'href="{"../" * up}', markdown)  # from the page's address, which ends in a slash
    markdown = _HTML_LINK.sub(lambda match: f'href="{_from(address, match[1])}', markdown)
    return _ROOT_LINK.sub(
        lambda match: match[1] + (relpath(match[2], folder) if match[2] else relpath("index.md", folder)), markdown
    )


def _from(address: str, other: str) -> str:
    """The way from a page as it is served to another: MkDocs follows links in Markdown, not those in HTML."""
    here, there = (name.removesuffix(".md").removesuffix("index").rstrip("/") or "." for name in (address, other))
    return "" if here == there else f"{relpath(there, here)}/"


def _join(pieces: list[tuple[str, int, bool]]) -> tuple[str, list[int]]:
    """The pieces as one text, and for each of its lines the line of the file it comes from."""
    text: list[str] = []
    lines: list[int] = []
    fresh = True
    for piece, line, called in pieces:
        for index, part in enumerate(_LINE.findall(piece)):
            if fresh:
                lines.append(line if called else line + index)
            fresh = part.endswith("\n")
            text.append(part)
    return "".join(text), lines
