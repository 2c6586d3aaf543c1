"""What the command ``translations`` does, once its options are read."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from macros.load import Content
from macros.model import Site
from macros.problem import Message, nearest, say
from scripts.translations.accept import accept
from scripts.translations.findings import Finding, findings, known_units, readable
from scripts.translations.give import give
from scripts.translations.history import History
from scripts.translations.status import told
from scripts.translations.take import take

Report = Callable[[Message | str], None]


def perform(root: Path, options: Namespace, report: Report) -> Message | None:
    """Do what is asked for.

    Args:
        root: The workplace.
        options: The options of the command line.
        report: Takes a line of what is done.

    Returns:
        What is wrong with the command; None if it was done.

    Raises:
        ContentError: The content, or the file from a translator, has mistakes; nothing has been written.
    """
    content, site = readable(root)
    if options.action == "import":
        _each(take(root, content, options.file), report)
        return None
    languages: Sequence[str] = options.lang or ()
    unknown = next((id_ for id_ in languages if id_ not in site.translations), None)
    if unknown is not None:
        return say("commands/no-translation", id=unknown, nearest=nearest(unknown, site.translations))
    found = findings(content, languages)
    if options.action == "accept":
        return _accept(root, content, found, options, report)
    history = History(root, list(site.languages), site.source_language.id)
    if options.action == "export":
        return _export(root, site, found, options, history)
    _each(told(found, site, history, options.format), report)
    return None


def _each(lines: Iterable[Message | str], report: Report) -> None:
    for line in lines:
        report(line)


def _accept(
    root: Path, content: Content, found: Sequence[Finding], options: Namespace, report: Report
) -> Message | None:
    if bool(options.unit) == options.all:
        return say("commands/name-units")
    named = {name: known_units(found, name) for name in options.unit}
    for name, units in named.items():
        if not units:
            return say("commands/no-unit", id=name, nearest=nearest(name, {each.key for each in found}))
    chosen = None if options.all else set().union(*named.values())
    _each(accept(root, content, found, chosen, options.state, unchanged=options.unchanged), report)
    return None


def _export(root: Path, site: Site, found: Sequence[Finding], options: Namespace, history: History) -> Message | None:
    changed = options.only == "changed"
    given = give(found, site.source_language.id, options.lang[0], options.format, history, changed=changed)
    try:
        (root / options.file).write_bytes(given)
    except OSError:
        return say("commands/not-written", file=options.file)
    return None
