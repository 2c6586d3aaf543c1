"""What a translator must not lose: macro calls, ids, links, footnotes, attribute lists, passages, placeholders."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from macros.calls import name_of, parts_of, values_of
from macros.outline import outline
from macros.page import MacroCall, Page
from macros.problem import Message, Problem, say
from macros.rules.parity import WORDS, named

_PASSAGE = re.compile(r"\]\{(?:lang=[A-Za-z-]+|mention)\}")
_ATTRIBUTES = re.compile(r"\{:?\s*[.#][^}\n]*\}")
_PLACEHOLDER = re.compile(r"(?<!\])\{[a-z0-9_]*\}")
_LINK = re.compile(r"\]\(([^)\s]+)")


@dataclass
class Marks:
    """The marks of a text.

    Attributes:
        firm: Those that every language has alike, by what they are called to a translator.
        loose: Those that a language may have more or fewer of; such as marks of words in another language.
        faults: Why macro calls in it cannot be read.
    """

    firm: Counter[str] = field(default_factory=Counter)
    loose: Counter[str] = field(default_factory=Counter)
    faults: tuple[Problem, ...] = ()


def marks_of(key: str, text: str) -> Marks:
    """The marks of a unit's text."""
    if key.startswith("data/"):
        marks = Marks(loose=Counter(match[0][1:] for match in _PASSAGE.finditer(text)))
        marks.firm.update(match[0] for match in _PLACEHOLDER.finditer(text))
        marks.firm.update(f"({target})" for target in _LINK.findall(text))
        return marks
    return _on_page(text)


def _on_page(text: str) -> Marks:
    marks, pieces, faults = Marks(), [], []
    for part in parts_of(text, "", 1):
        if isinstance(part, Problem):
            faults.append(part)
        elif isinstance(part, tuple):
            pieces.append(part[0])
        else:
            call = MacroCall(name_of(part), tuple(map(str, values_of(part))), part.lineno)
            (marks.loose if call.name in WORDS else marks.firm)[f"{{{{ {named(call)} }}}}"] += 1
            pieces.append("macro")
    authored = "".join(pieces)
    found = outline(Page("", "", "", "", "", authored, tuple(range(1, authored.count("\n") + 2)), authored))
    marks.firm.update(f"{'#' * heading.level} … {{ #{heading.id} }}" for heading in found.headings)
    marks.firm.update(f"({link.target})" for link in found.authored_links)
    marks.firm.update(f"!({image.target})" for image in found.images)
    marks.firm.update(f"[^{label}]" for label, _ in found.footnotes)
    code = re.sub(
        r"^ {0,3}(```+|~~~+).*?^ {0,3}\1[ \t]*$|`[^`\n]*`|^ {4,}.*$", "", authored, flags=re.DOTALL | re.MULTILINE
    )
    marks.firm.update(match[0] for match in _ATTRIBUTES.finditer(code) if not match[0].lstrip("{: ").startswith("#"))
    marks.loose.update(match[0][1:] for match in _PASSAGE.finditer(code))
    marks.faults = tuple(faults)
    return marks


def faults(key: str, source: str, old: str | None, new: str) -> Iterator[Message]:
    """What is wrong with the marks of a new translation.

    Args:
        key: The unit.
        source: The source text it was made from.
        old: The translation that stands now; None if there is none.
        new: The new one.
    """
    wanted, given = marks_of(key, source), marks_of(key, new)
    if given.faults:  # what else is there can hardly be told
        yield say("translation-marks/macro", unit=key)
        return
    before = marks_of(key, old).loose if old else Counter()
    lacking = wanted.firm - given.firm
    if given.loose != wanted.loose:  # what it has may be as in the source, or as the translation had it
        lacking += before - given.loose
    more = given.firm - wanted.firm
    if lacking:
        yield say("translation-marks/lost", unit=key, marks=_named(lacking))
    if more:
        yield say("translation-marks/more", unit=key, marks=_named(more))


def _named(counts: Counter[str]) -> tuple[str | Message, ...]:
    return tuple(
        say("phrases/times", name=name, count=times) if times > 1 else name for name, times in sorted(counts.items())
    )
