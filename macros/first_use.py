"""Links the first use of each glossary term on a page to its definition.

How a term shows in running text is data (``forms`` in ``glossary.yml``), so that a further language needs no code.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from macros.model import Language, Site, Term
from macros.same import Same
from macros.views import term as link_of

GLOSSARY = "sanasto.md"
"""The page that defines the terms."""

_ENDING = r"\w{0,9}"
"""What ``*`` stands for: a Finnish ending with possessive and clitic (-eistänsäkin) is that long, another word seldom."""

_COLON = r"(?::\w{1,4})?"
"""The ending of an abbreviation: ``THL:n``, ``THL:s``."""

# What is no running text: code, headings, heads of tables (repeated on paper, where no link may stand in what is
# repeated), drawings, what is a link already, a citation, other HTML tags and marks, passages in another language, attribute lists.
_NO_TEXT = re.compile(
    r"""
      ^\ {0,3}(?P<fence>```+|~~~+).*?(?:^\ {0,3}(?P=fence)[ \t]*$|\Z)
    | ^\#.*?$
    | ^\|[^\n]*\|[ \t]*\n\|[ \t:|-]+\|[ \t]*$
    | ^\[\^[^\]]+\]:
    | (?P<ticks>`+)(?!`).{1,2000}?(?<!`)(?P=ticks)(?!`)
    | <svg\b.*?(?:</svg>|\Z)
    | <summary\b.*?(?:</summary>|\Z)
    | <a\b.*?(?:</a>|\Z)
    | <span\ (?:lang=|class="(?:status|edition|change|confidence|card-number|unknown-mark|citation)).*?(?:</span>|\Z)
    | <[^>\n]{0,2000}>
    | !?\[[^\]\n]{0,500}\]\([^)\n"]{0,2000}(?:"[^"\n]*")?\)
    | \{[^{}\n]*\}
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
_WORD = re.compile(r"(?<![\w-])\w[\w-]+")
_KEY = 2
"""Letters by which forms are looked up; a form begins with at least so many."""
_LINKED = re.compile(r"sanasto\.md#term-([a-z0-9-]+)")


def link_first_uses(markdown: str, site: Site, language: Language, placed: Callable[[str], str]) -> str:
    """Link the first use of each term that the page does not link by itself.

    Args:
        markdown: Expanded Markdown.
        site: The content.
        language: The page's language.
        placed: Makes a link from the root of the language one from where the page stands.

    Returns:
        The Markdown with the links, on the same lines.
    """
    forms = _forms(Same(site), language.id)
    linked = set(_LINKED.findall(markdown))
    pieces: list[str] = []
    done = passed = 0
    for start, end in _running_text(markdown):
        for word in _WORD.finditer(markdown, start, end):
            if word.start() < passed:
                continue  # it belongs to a longer term
            for pattern, id_ in forms.get(word[0][:_KEY].lower(), ()):
                match = pattern.match(markdown, word.start(), end)
                if match and id_ not in linked:
                    linked.add(id_)
                    pieces += [markdown[done : match.start()], placed(link_of(site, language, id_, match[0]))]
                    done = match.end()
                if match:
                    passed = match.end()
                    break
    return "".join((*pieces, markdown[done:]))


def _running_text(markdown: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in _NO_TEXT.finditer(markdown):
        if gap.start() > start:
            yield start, gap.start()
        start = gap.end()
    yield start, len(markdown)


@lru_cache(maxsize=16)
def _forms(site: Same[Site], language: str) -> dict[str, list[tuple[re.Pattern[str], str]]]:
    """By the first letters of a word: the expressions that may match there, the longest first, each with its term's id."""
    index: dict[str, list[tuple[re.Pattern[str], str]]] = {}
    pairs = [(form, term.id) for term in site.value.terms.values() for form in forms_of(term, language)]
    for form, id_ in sorted(pairs, key=lambda pair: (-len(pair[0]), pair)):
        index.setdefault(form[:_KEY].lower(), []).append((re.compile(expression(form)), id_))
    return index


def forms_of(term: Term, language: str) -> tuple[str, ...]:
    """How a term shows in running text: its forms, or the term itself where none are given."""
    return term.forms.get(language, (term.term[language],))


def expression(form: str) -> str:
    """A form as a regular expression that begins at a word; one with a capital letter is taken as it is written."""
    words = r"[ \u00a0]".join(
        re.escape(word.rstrip("*")) + (_ENDING if word.endswith("*") else "") for word in form.split()
    )
    return f"{'' if form != form.lower() else '(?i)'}{words}{_COLON}(?![\\w-]|:\\w)"
