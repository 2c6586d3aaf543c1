"""Taking translations back: checked whole, then written whole, each text in place of the one that was there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.load import Content
from macros.model.translation import LedgerLine
from macros.parser import Loc
from macros.problem import ContentError, Message, Problem, nearest, say
from macros.units import data_texts, digest, file_of
from scripts.translations.catalogue import CatalogueError, Item, read
from scripts.translations.findings import Finding, findings
from scripts.translations.give import item_of
from scripts.translations.ledger import changed_files, put
from scripts.translations.marks import faults
from scripts.translations.rewriting import in_page, in_yaml


@dataclass(frozen=True, slots=True)
class _Change:
    """What a file asks for of one unit: a new text or None, and a new line of the ledger or None."""

    finding: Finding
    text: str | None
    line: LedgerLine | None


def take(root: Path, content: Content, name: str) -> list[Message]:
    """Write what a file from a translator holds into pages, data and ledger.

    Args:
        root: The workplace.
        content: Its content.
        name: The file, as the command line names it.

    Returns:
        What was done, in lines for people.

    Raises:
        ContentError: Something in the file cannot be taken; nothing has been written.
    """
    assert content.site
    raw, language, items = _read(root, content, name)
    here = {each.key: each for each in findings(content, [language]) if each.standing != "orphaned"}
    problems: list[Problem] = []
    changes: list[_Change] = []
    gone = [item.key for item in items if item.key not in here]
    for item in items:
        if item.key in here:
            wrong = list(_wrong(item, here[item.key]))
            problems += [Problem(name, _row(raw, item.key), told) for told in wrong]
            changes += [] if wrong else _changes(item, here[item.key])
    if problems:
        raise ContentError(problems)
    texts = {change.finding.key: change.text for change in changes if change.text is not None}
    ledger = dict(content.ledgers.get(language, {}))
    ledger |= {change.finding.key: change.line for change in changes if change.line is not None}
    files = _rewritten(root, content, language, texts) | changed_files(root, {language: ledger} if ledger else {})
    put(files)
    lines = sum(change.line is not None for change in changes)
    return [
        *(say("commands/unit-gone", unit=key) for key in gone),
        say("commands/taken", language=language, count=len(items), texts=len(texts), lines=lines),
    ]


def _read(root: Path, content: Content, name: str) -> tuple[str, str, list[Item]]:
    assert content.site
    try:
        raw = (root / name).read_bytes()
        language, items = read(raw)
    except OSError:
        raise ContentError([Problem(name, 1, say("translation-file/unopened"))]) from None
    except CatalogueError:
        raise ContentError([Problem(name, 1, say("translation-file/unreadable"))]) from None
    if language not in content.site.translations:
        near = nearest(language, content.site.translations)
        raise ContentError([Problem(name, 1, say("translation-file/language", language=language, nearest=near))])
    return raw.decode("utf-8", "replace"), language, items


def _row(raw: str, key: str) -> int:
    """The line of the file on which a unit is named; in PO a long name runs over several."""
    match = re.search(r'(?:"\r?\n")?'.join(["", *map(re.escape, f'"{key}"')]), raw)
    return raw.count("\n", 0, match.start() if match else 0) + 1


def _wrong(item: Item, here: Finding) -> Iterator[Message]:
    """Why an item cannot be taken."""
    new = item.target.strip()
    if not new or new == here.text:
        return
    if item.digest and here.text is not None and item.digest != digest(here.text):
        yield say("translation-conflict/here", unit=item.key)
        return
    if item.key.endswith(("@title", "@description")) and "\n" in new:
        yield say("translation-marks/line", unit=item.key)
    yield from faults(item.key, item.source, here.text, new)


def _changes(item: Item, here: Finding) -> list[_Change]:
    new, leaving = item.target.strip(), item_of(here)
    if not new:
        return []
    text = None if new == here.text else new
    done = item.progress
    if done is None:  # the file says only that it is done: as it was, or by a person's hand
        done = "draft" if text is not None or leaving.progress in ("new", "needs-review") else leaving.progress
    line = None
    if done in ("machine", "draft", "reviewed") and (text is not None or done != leaving.progress):
        line = LedgerLine.model_validate({"state": done, "source": digest(item.source), "text": digest(new)})
    return [_Change(here, text, line)] if text is not None or (line is not None and line != here.line) else []


def _rewritten(root: Path, content: Content, language: str, texts: Mapping[str, str]) -> dict[Path, bytes]:
    """The files that hold these texts, as they are to be."""
    by_file: dict[str, dict[str, str]] = defaultdict(dict)
    for key, text in texts.items():
        by_file[file_of(key, language)][key] = text
    files = {}
    for place, new in by_file.items():
        path = root / place
        if not path.is_file():
            raise ContentError([Problem(place, 1, say("missing-file/page"))])
        raw = path.read_bytes()
        text = raw.decode("utf-8-sig")
        rows = text.replace("\r\n", "\n").replace("\r", "\n")
        if place.startswith("docs/"):
            address = place.removeprefix(f"docs/{language}/")
            rows = in_page(address, rows, new, _order(content, f"docs/{address}"))
        else:
            rows = in_yaml(rows, _places(content, place, language, new))
        mark = b"\xef\xbb\xbf" if raw.startswith(b"\xef\xbb\xbf") else b""
        files[path] = mark + (rows.replace("\n", "\r\n") if "\r\n" in text else rows).encode()
    return files


def _order(content: Content, place: str) -> Sequence[str]:
    """Keys of the parts of a page, in the order of the source."""
    assert content.site
    source = content.site.source_language.id
    keys = [
        key
        for key, unit in content.units.items()
        if source in unit.texts and key.startswith((f"{place}#", f"{place}@"))
    ]
    return sorted(keys, key=lambda key: content.units[key].places[source][1])


def _places(content: Content, path: str, language: str, new: Mapping[str, str]) -> dict[Loc, str]:
    assert content.site
    texts = data_texts(path, content.documents[path].source.value, list(content.site.languages))
    return {(*loc, language): new[key] for key, loc, _ in texts if key in new}
