"""Rules on the ledgers of translations. That a unit has no line, or lags behind its source, is no mistake."""

from __future__ import annotations

from collections.abc import Iterator

from macros.load import Content
from macros.problem import Problem, nearest, say
from macros.translations import FOLDER
from macros.units import file_of


def ledgers_are_of_translations(content: Content) -> Iterator[Problem]:
    """Each ledger is named by a language that is translated."""
    assert content.site
    source = _source(content)
    known = [id_ for id_ in content.site.languages if id_ != source]
    for name in content.ledgers:
        if name not in known:
            told = say("unknown-language/ledger", language=name, nearest=nearest(name, known))
            if name == source:
                told = say("unknown-language/source", language=name)
            yield Problem(f"{FOLDER}/{name}.yml", 1, told)


def every_line_has_its_unit(content: Content) -> Iterator[Problem]:
    """Each line of a ledger tells of a section or a text that is there in the source language."""
    assert content.site
    source = _source(content)
    if content.problems or not source:  # what is not read may hold the unit
        return
    known = {key for key, unit in content.units.items() if source in unit.texts}
    for name, ledger in content.ledgers.items():
        document = content.documents[f"{FOLDER}/{name}.yml"]
        for key in ledger:
            if key in known or _told(content, key, source):
                continue
            yield Problem(document.path, document.line(key), say("orphan/here", unit=key))


def _source(content: Content) -> str:
    """Id of the source language; empty if there is none, of which another rule tells."""
    assert content.site
    return next((id_ for id_, language in content.site.languages.items() if language.status == "source"), "")


def _told(content: Content, key: str, source: str) -> bool:
    """Whether a page lacks the unit only because of its front matter, of which another rule tells."""
    page = content.root / file_of(key, source)
    return key.endswith(("@title", "@description")) and page.is_file()
