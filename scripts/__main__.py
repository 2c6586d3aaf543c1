"""The command line: the only place that reads arguments, prints and exits."""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import get_args

from macros.problem import ContentError, nearest

DONE, PROBLEMS, MISUSED = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says in the current folder; returns the exit code."""
    parser = _parser()
    options = parser.parse_args(arguments)
    root = Path.cwd()
    if not (root / "data").is_dir() or not (root / "mkdocs.yml").is_file():
        parser.exit(
            MISUSED,
            "This folder is no workplace: it has no data/ and mkdocs.yml. Change to the project's folder first.\n",
        )
    try:
        return _run(root, options, parser)
    except ContentError as error:
        _print(error)
        return PROBLEMS
    except KeyboardInterrupt:
        sys.stderr.write("Stopped. What was there is as it was.\n")
        return PROBLEMS


def _run(root: Path, options: argparse.Namespace, parser: argparse.ArgumentParser) -> int:
    # Imported here, so that a command loads no more than it needs.
    from scripts.check import publishable

    result = publishable(root)
    if options.command == "check":
        if any(entry.status == "published" for entry in result.site.publications):
            from scripts.workflow import compare_published

            compare_published(root, result, _say)
        _say(f"In order: {sum(map(len, result.pages.values()))} pages, {len(result.content.documents)} data files.")
        return DONE

    from scripts import workflow
    from scripts.build import BuildError
    from scripts.serve import serve

    site = result.site
    guides = _known(parser, "guide", getattr(options, "guide", None), site.guides)
    languages = _known(
        parser, "language", getattr(options, "lang", None), [language.id for language in site.built_languages]
    )
    try:
        if options.command == "build":
            workflow.build(root, result, languages, _say)
        elif options.command == "export":
            workflow.export_guides(root, result, guides, languages, options.format, _say)
        elif options.command == "package":
            workflow.package_guides(root, result, guides, languages, options.profile, _say, together=options.together)
        elif options.command == "site":
            workflow.whole_site(root, result, _say)
        else:
            return serve(root, site.languages[languages[0]] if languages else site.source_language)
    except BuildError as error:
        sys.stderr.write(f"{error}\n")
        return PROBLEMS
    return DONE


def _known(parser: argparse.ArgumentParser, kind: str, given: Sequence[str] | None, known: Iterable[str]) -> list[str]:
    ids = list(known)
    for id_ in given or ():
        if id_ not in ids:
            parser.exit(MISUSED, f'There is no {kind} "{id_}": {nearest(id_, ids)}\n')
    return list(given or ())


def _say(line: str) -> None:
    print(line, flush=True)


def _print(error: ContentError) -> None:
    for problem in error.problems:
        print(problem)
    count = len(error.problems)
    sys.stderr.write(f"{count} problem{'s' if count != 1 else ''}. Nothing was built; what was there is as it was.\n")


def _parser() -> argparse.ArgumentParser:
    from macros.model.publication import FileFormat

    parser = argparse.ArgumentParser(
        prog="python -m scripts", description="Build guides: a site in every language, and files to download."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    commands.add_parser("check", help="look for mistakes in data/ and docs/")
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
    commands.add_parser("site", help="check, export, build and pack everything")
    serve = commands.add_parser("serve", help="live preview of one language")
    serve.add_argument("--lang", nargs=1, metavar="ID", help="language to preview; the source language if left out")
    return parser


if __name__ == "__main__":
    gc.disable()  # a command lives for a moment and keeps nearly all it makes; looking for waste costs it a tenth
    try:
        code = main()
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read along has seen enough, as "| head" does
        sys.stdout = None  # nor may the interpreter write to it while it leaves
        code = PROBLEMS
    sys.exit(code)
