"""The command line: the only place that reads arguments, prints and exits."""

from __future__ import annotations

import argparse
import gc
import os
import signal
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import get_args

from macros.messages import DEFAULT, VARIABLE, Catalogue, catalogue, languages
from macros.problem import ContentError, Message, nearest, say
from scripts.output import FORMATS, Format

DONE, PROBLEMS, MISUSED = 0, 1, 2
SOURCE = "fi"
"""The language a preview shows, as mkdocs.yml does, if the data are too faulty to say which it is."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says in the current folder; returns the exit code."""
    parser = _parser()
    options = parser.parse_args(arguments)
    speaker = Speaker(options.messages, getattr(options, "told", "text"))
    os.environ[VARIABLE] = options.messages  # for MkDocs, which tells of problems in a preview by itself
    root = Path.cwd()
    if not (root / "data").is_dir() or not (root / "mkdocs.yml").is_file():
        speaker.aside(say("commands/no-workplace"))
        return MISUSED
    try:
        return (_translations if options.command == "translations" else _run)(root, options, speaker)
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


class Speaker:
    """Prints everything the commands say, in the language and the form that were asked for."""

    def __init__(self, language: str, form: Format) -> None:
        self._language = language
        self._form = form

    @property
    def _words(self) -> Catalogue:
        return catalogue(self._language)

    def line(self, told: Message | str) -> None:
        """A line of progress; beside the problems, not among them, if a program reads these."""
        if self._form == "text":
            print(self._words.text(told), flush=True)
        else:
            self.aside(told)

    def aside(self, told: Message | str) -> None:
        """What is said on standard error."""
        sys.stderr.write(f"{self._words.text(told)}\n")

    def problems(self, error: ContentError | None) -> None:
        """The problems there are, if any, and how many."""
        found = error.problems if error else []
        sys.stdout.write(FORMATS[self._form](found, self._words))
        sys.stdout.flush()
        if found:
            self.aside(say("commands/problems", count=len(found)) if len(found) > 1 else say("commands/one-problem"))


def _run(root: Path, options: argparse.Namespace, speaker: Speaker) -> int:
    # Imported here, so that a command loads no more than it needs.
    if options.command == "check":
        return _check(root, speaker)
    if options.command == "serve":
        return _serve(root, options, speaker)

    from scripts.place import alone

    with alone(root, speaker.line):  # before the content is read: what is built is what was checked
        return (_new if options.command == "new" else _make)(root, options, speaker)


def _check(root: Path, speaker: Speaker) -> int:
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
    return DONE


def _serve(root: Path, options: argparse.Namespace, speaker: Speaker) -> int:
    from macros.load import load
    from scripts.preview.session import serve

    site = load(root).site  # None if its data are too faulty: the preview tells that, in the language asked for
    built = [language.id for language in site.built_languages] if site else []
    chosen = list(options.lang or ())
    wrong = _unknown("no-language", chosen, built) if built else None
    if wrong:
        speaker.aside(wrong)
        return MISUSED
    try:
        serve(root, [*chosen, *built, SOURCE][0], options.port, speaker.line)
    except KeyboardInterrupt:
        speaker.line(say("commands/preview-ended"))
    return DONE


def _make(root: Path, options: argparse.Namespace, speaker: Speaker) -> int:
    from scripts import workflow
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
        speaker.aside(wrong)
        return MISUSED
    say_line = speaker.line
    try:
        if options.command == "build":
            workflow.build(root, result, chosen, say_line)
        elif options.command == "export":
            workflow.export_guides(root, result, guides, chosen, options.format, say_line)
        elif options.command == "package":
            profile, together, words = options.profile, options.together, options.messages
            workflow.package_guides(root, result, guides, chosen, profile, say_line, together=together, words=words)
        else:
            workflow.whole_site(root, result, say_line)
    except BuildError as error:
        for line in (*error.lines, say("commands/unchanged")):
            speaker.aside(line)
        return PROBLEMS
    return DONE


def _refusal(error: OSError, root: Path) -> list[Message]:
    from scripts.refused import refused

    return refused(error, root)


def _translations(root: Path, options: argparse.Namespace, speaker: Speaker) -> int:
    from scripts.translations import perform

    wrong = perform(root, options, speaker.line)
    if wrong:
        speaker.aside(wrong)
    return MISUSED if wrong else DONE


def _new(root: Path, options: argparse.Namespace, speaker: Speaker) -> int:
    from scripts.new import perform

    wrong = perform(root, options, speaker.line)
    if wrong:
        speaker.aside(wrong)
    return MISUSED if wrong else DONE


def _unknown(name: str, given: Sequence[str], known: Iterable[str]) -> Message | None:
    ids = list(known)
    return next((say(f"commands/{name}", id=id_, nearest=nearest(id_, ids)) for id_ in given if id_ not in ids), None)


def _parser() -> argparse.ArgumentParser:
    from macros.model.publication import FileFormat

    parser = argparse.ArgumentParser(
        prog="python -m scripts", description="Build guides: a site in every language, and files to download."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    check = commands.add_parser("check", help="look for mistakes in data/ and docs/")
    check.add_argument(
        "--format",
        dest="told",
        choices=tuple(FORMATS),
        default="text",
        help="how to tell of mistakes: text for people, github for annotations on a pull request, json for programs; text if left out",
    )
    build = commands.add_parser("build", help="build the site into site/")
    build.add_argument("--lang", nargs="+", metavar="ID", help="languages to build; all if left out")
    export = commands.add_parser("export", help="make the files to download, into site/downloads/")
    export.add_argument("--guide", nargs="+", metavar="ID", help="guides to export; all if left out")
    export.add_argument("--lang", nargs="+", metavar="ID", help="languages to export; all if left out")
    export.add_argument(
        "--format", nargs="+", choices=get_args(FileFormat), default=(), help="formats to make; all if left out"
    )
    package = commands.add_parser(
        "package", help="make packages to deposit, into dist/julkari/ in place of those there"
    )
    package.add_argument("--guide", nargs="+", metavar="ID", help="guides to pack; all if left out")
    package.add_argument("--lang", nargs="+", metavar="ID", help="languages to pack; all if left out")
    package.add_argument(
        "--profile", choices=("julkari", "stock"), default="julkari", help="whose metadata fields; julkari if left out"
    )
    package.add_argument(
        "--together", action="store_true", help="one package for a guide with all its languages, not one each"
    )
    site = commands.add_parser("site", help="check, export, build and pack everything")
    serve = commands.add_parser("serve", help="live preview of one language")
    serve.add_argument("--lang", nargs=1, metavar="ID", help="language to preview; the source language if left out")
    serve.add_argument(
        "--port", type=int, default=8000, metavar="N", help="where the browser finds it; 8000 if left out"
    )
    translations = commands.add_parser("translations", help="what has fallen behind; to translators and back")
    actions = _add_translations(translations)
    new = commands.add_parser("new", help="start a guide: data and pages with blanks to fill")
    new.add_argument("what", choices=("guide",), metavar="guide")
    new.add_argument("id", metavar="ID", help="permanent name of the model, also the address of its guide")
    new.add_argument("--sign", metavar="SIGN", help="sign of the model; a blank if left out")
    new.add_argument("--edition", metavar="YYYY-MM", help="year and month of its first edition; a blank if left out")
    new.add_argument(
        "--elements", nargs="+", type=str, metavar="ID", help="ids of its core elements, in order; one if left out"
    )
    for command in (check, build, export, package, site, serve, new, *actions):
        command.add_argument(
            "--messages",
            choices=languages(),
            default=DEFAULT,
            metavar="ID",
            help=f"language of the messages: {', '.join(languages())}; {DEFAULT} if left out",
        )
    return parser


def _add_translations(parser: argparse.ArgumentParser) -> tuple[argparse.ArgumentParser, ...]:
    from macros.model.translation import STATES

    actions = parser.add_subparsers(dest="action", required=True, metavar="action")
    status = actions.add_parser("status", help="list units that are not as recorded, with what has changed")
    status.add_argument("--lang", nargs="+", metavar="ID", help="languages; all that are translated if left out")
    status.add_argument("--format", choices=("text", "json"), default="text", help="text if left out")
    accept = actions.add_parser("accept", help="record that translations match their source")
    accept.add_argument("unit", nargs="*", metavar="UNIT", help="a unit, or a page or data file for all its units")
    accept.add_argument("--all", action="store_true", help="all units that can be recorded so")
    accept.add_argument("--lang", nargs="+", metavar="ID", help="languages; all that are translated if left out")
    accept.add_argument("--state", choices=STATES, help="draft if left out; with --unchanged, reviewed")
    accept.add_argument("--unchanged", action="store_true", help="reviewed, no change needed")
    export = actions.add_parser("export", help="write a file for a translator")
    export.add_argument("file", metavar="FILE", help="the file to write")
    export.add_argument("--lang", nargs=1, required=True, metavar="ID", help="language to translate into")
    export.add_argument("--format", choices=("xliff", "po"), required=True, help="XLIFF 1.2 or PO")
    export.add_argument("--only", choices=("changed",), help="only units to translate or to look at")
    taken = actions.add_parser("import", help="write what a translator has sent back into pages and data")
    taken.add_argument("file", metavar="FILE", help="the file to read")
    return status, accept, export, taken


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
