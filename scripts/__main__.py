"""The commands: the only place that exits."""

from __future__ import annotations

import argparse
import gc
import os
import signal
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from macros.messages import VARIABLE
from macros.problem import ContentError, Message, nearest, say
from scripts.arguments import command_line
from scripts.speaker import Speaker

if TYPE_CHECKING:
    from macros.model import Site

DONE, PROBLEMS, MISUSED = 0, 1, 2
SOURCE = "fi"
"""The language a preview shows, as mkdocs.yml does, if the data are too faulty to say which it is."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says in the current folder; returns the exit code."""
    parser = command_line()
    options = parser.parse_args(arguments)
    speaker = Speaker(options.messages, getattr(options, "told", "text"))
    os.environ[VARIABLE] = options.messages  # for MkDocs, which tells of problems in a preview by itself
    root = Path.cwd()
    if not (root / "data").is_dir() or not (root / "mkdocs.yml").is_file():
        speaker.aside(say("commands/no-workplace"))
        return MISUSED
    try:
        return _BESIDE.get(options.command, _run)(root, options, speaker)
    except ContentError as error:
        speaker.problems(error)
        return PROBLEMS
    except KeyboardInterrupt:
        speaker.aside(say("commands/stopped"))
        return PROBLEMS
    except OSError as error:
        told = _refusal(error, root)
        if not told:
            raise
        for line in told:
            speaker.aside(line)
        return PROBLEMS


def _run(root: Path, options: argparse.Namespace, speaker: Speaker) -> int:
    # Imported here, so that a command loads no more than it needs.
    if options.command == "check":
        return _check(root, options, speaker)
    if options.command == "serve":
        return _serve(root, options, speaker)

    from scripts.place import alone

    with alone(root, speaker.line):  # before the content is read: what is built is what was checked
        return (_new if options.command == "new" else _make)(root, options, speaker)


def _check(root: Path, options: argparse.Namespace, speaker: Speaker) -> int:
    from scripts.check import publishable

    result = publishable(root)
    if any(entry.status == "published" for entry in result.site.publications):
        from scripts.place import alone
        from scripts.workflow import compare_published

        with alone(root, speaker.line):
            compare_published(root, result, speaker.line)
    speaker.problems(None)
    pages = sum(map(len, result.pages.values()))
    speaker.line(say("commands/in-order", pages=pages, files=len(result.content.documents)))
    _tell_completeness(result.site, options, speaker)
    return DONE


def _tell_completeness(site: Site, options: argparse.Namespace, speaker: Speaker) -> None:
    """What editors may want to know and no build waits for: a line, or all of it if it was asked for."""
    from scripts.completeness import in_short, item_by_item

    language = next((each for each in site.built_languages if each.id == options.messages), site.source_language)
    short = in_short(site, language)
    for line in item_by_item(site, language) if options.completeness else [short] if short else []:
        speaker.line(line)


def _serve(root: Path, options: argparse.Namespace, speaker: Speaker) -> int:
    from macros.load import load
    from scripts.preview.session import serve

    site = load(root).site  # None if its data are too faulty: the preview tells that, in the language asked for
    built = [language.id for language in site.built_languages] if site else []
    chosen = list(options.lang or ())
    wrong = _unknown("no-language", chosen, built) if built else None
    if wrong:
        return _ended(wrong, speaker)
    try:
        serve(root, [*chosen, *built, SOURCE][0], options.port, speaker.line)
    except KeyboardInterrupt:
        speaker.line(say("commands/preview-ended"))
    return DONE


def _make(root: Path, options: argparse.Namespace, speaker: Speaker) -> int:
    from scripts import forms, workflow
    from scripts.build import BuildError
    from scripts.check import publishable

    result = publishable(root)
    site = result.site
    guides = list(getattr(options, "guide", None) or ())
    chosen = list(getattr(options, "lang", None) or ())
    wrong = _unknown("no-guide", guides, site.guides) or _unknown(
        "no-language", chosen, [language.id for language in site.built_languages]
    )
    if wrong:
        return _ended(wrong, speaker)
    say_line = speaker.line
    try:
        if options.command == "build":
            workflow.build(root, result, chosen, say_line)
        elif options.command == "export":
            workflow.export_guides(root, result, guides, chosen, options.format, say_line)
        elif options.command == "forms":
            wrong = forms.perform(root, site, guides, chosen, options.area, say_line)
        elif options.command == "kit":
            workflow.make_kits(root, result, guides, chosen, say_line)
        elif options.command == "package":
            profile, together, words = options.profile, options.together, options.messages
            workflow.package_guides(root, result, guides, chosen, profile, say_line, together=together, words=words)
        else:
            workflow.whole_site(root, result, say_line)
    except BuildError as error:
        for line in (*error.lines, say("commands/unchanged")):
            speaker.aside(line)
        return PROBLEMS
    return _ended(wrong, speaker)


def _refusal(error: OSError, root: Path) -> list[Message]:
    from scripts.refused import refused

    return refused(error, root)


def _translations(root: Path, options: argparse.Namespace, speaker: Speaker) -> int:
    from scripts.translations import perform

    return _ended(perform(root, options, speaker.line), speaker)


def _local(root: Path, options: argparse.Namespace, speaker: Speaker) -> int:
    from scripts.overlay import perform

    return _ended(perform(root, options, speaker.line), speaker)


def _adaptations(root: Path, options: argparse.Namespace, speaker: Speaker) -> int:
    from scripts.adaptations import FaultyLogsError, perform

    try:
        wrong = perform(root, options.file, options.to, options.messages, speaker.line)
    except FaultyLogsError as error:
        speaker.problems(error, counted=False)
        return PROBLEMS
    return _ended(wrong, speaker)


def _new(root: Path, options: argparse.Namespace, speaker: Speaker) -> int:
    from scripts.new import perform

    return _ended(perform(root, options, speaker.line), speaker)


def _ended(wrong: Message | None, speaker: Speaker) -> int:
    """The exit code of a command that was used rightly, or wrongly for a reason that is told."""
    if wrong:
        speaker.aside(wrong)
    return MISUSED if wrong else DONE


def _unknown(name: str, given: Sequence[str], known: Iterable[str]) -> Message | None:
    ids = list(known)
    return next((say(f"commands/{name}", id=id_, nearest=nearest(id_, ids)) for id_ in given if id_ not in ids), None)


_BESIDE = {"adaptations": _adaptations, "local": _local, "translations": _translations}
"""Commands that make nothing of the site."""


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # whoever ends it so gets the same as with Ctrl-C
    gc.disable()  # a command lives for a moment and keeps nearly all it makes; looking for waste costs it a tenth
    try:
        code = main()
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read along has seen enough, as "| head" does
        sys.stdout = None  # nor may the interpreter write to it while it leaves
        code = PROBLEMS
    sys.exit(code)
