"""How each unit of each language stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.load import Content, load
from macros.model import Site
from macros.model.translation import LedgerLine
from macros.problem import ContentError
from macros.translations import FOLDER, Standing, standing
from macros.units import digest, file_of


@dataclass(frozen=True, slots=True)
class Finding:
    """A unit in a language.

    Attributes:
        key: The unit's key.
        language: Id of the language.
        standing: How it stands to the ledger.
        line: What the ledger says; None if nothing.
        source: The source text; None if there is none any more.
        text: The translation; None if there is none.
        path: The file to edit, relative to the workplace.
        row: Its line, from 1.
        original: File and line of the source text.
    """

    key: str
    language: str
    standing: Standing
    line: LedgerLine | None
    source: str | None
    text: str | None
    path: str
    row: int
    original: tuple[str, int] = ("", 0)

    @property
    def recorded(self) -> LedgerLine:
        """What the ledger says, which is known to be there where the standing is not new."""
        assert self.line is not None
        return self.line

    def accepted(self, state: str) -> LedgerLine:
        """The line that records both texts as they stand."""
        assert self.source is not None
        assert self.text is not None
        return LedgerLine.model_validate({"state": state, "source": digest(self.source), "text": digest(self.text)})


def readable(root: Path) -> tuple[Content, Site]:
    """The content of a workplace, if its data can be read; its pages need not be in order.

    A translator works while a page still lacks what is to be translated.

    Raises:
        ContentError: The data cannot be read; holds every Problem.
    """
    content = load(root)
    if content.problems or content.site is None:
        raise ContentError(content.problems)
    return content, content.site


def findings(content: Content, languages: Sequence[str]) -> list[Finding]:
    """Every unit and every line of the ledgers.

    Args:
        content: The content.
        languages: Ids of the languages; all that are translated if empty.

    Returns:
        The findings, by language and key.
    """
    assert content.site
    return [
        finding
        for id_ in content.site.translations
        if not languages or id_ in languages
        for finding in _of(content, id_)
    ]


def _of(content: Content, language: str) -> Iterator[Finding]:
    assert content.site
    source = content.site.source_language.id
    ledger = content.ledgers.get(language, {})
    path = f"{FOLDER}/{language}.yml"
    keys = {key for key, unit in content.units.items() if source in unit.texts}
    for key in sorted(keys | set(ledger)):
        line, unit = ledger.get(key), content.units.get(key)
        original = unit.texts.get(source) if unit else None
        text = unit.texts.get(language) if unit else None
        if unit is None or original is None:
            row = content.documents[path].line(key)
            yield Finding(key, language, "orphaned", line, None, None, path, row)
            continue
        found = standing(line, digest(original), None if text is None else digest(text))
        file, row = unit.places.get(language) or (file_of(key, language), 1)
        yield Finding(key, language, found, line, original, text, file, row, unit.places[source])


def known_units(found: Iterable[Finding], name: str) -> set[str]:
    """Keys of the units that a name on the command line means: one, or all of a page or a data file."""
    return {each.key for each in found if each.key == name or each.key.startswith((f"{name}#", f"{name}@"))}
