"""The command line: which commands there are, and what each may be told."""

from __future__ import annotations

import argparse
from typing import get_args

from macros.messages import DEFAULT, languages
from scripts.output import FORMATS


def command_line() -> argparse.ArgumentParser:
    """What the command line may say."""
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
    check.add_argument(
        "--completeness", action="store_true", help="tell item by item of TIDieR what the sources leave undescribed"
    )
    build = commands.add_parser("build", help="build the site into site/")
    build.add_argument("--lang", nargs="+", metavar="ID", help="languages to build; all if left out")
    export = commands.add_parser("export", help="make the files to download, into site/downloads/")
    export.add_argument("--guide", nargs="+", metavar="ID", help="guides to export; all if left out")
    export.add_argument("--lang", nargs="+", metavar="ID", help="languages to export; all if left out")
    export.add_argument(
        "--format", nargs="+", choices=get_args(FileFormat), default=(), help="formats to make; all if left out"
    )
    forms = commands.add_parser("forms", help="make the forms that areas fill in, into site/downloads/forms/")
    forms.add_argument("--guide", nargs="+", metavar="ID", help="guides to make forms for; all if left out")
    forms.add_argument("--lang", nargs="+", metavar="ID", help="languages of the forms; all if left out")
    forms.add_argument("--area", metavar="ID", help="area whose name and what is known of it to fill in")
    kit = commands.add_parser("kit", help="make the workshop kits, into site/downloads/kit/")
    kit.add_argument("--guide", nargs="+", metavar="ID", help="guides to make kits of; all if left out")
    kit.add_argument("--lang", nargs="+", metavar="ID", help="languages to make kits in; all if left out")
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
    local = commands.add_parser("local", help="a local edition: start it, and keep it up with the national ones")
    steps = _add_local(local)
    adaptations = commands.add_parser("adaptations", help="the adaptation logs of areas")
    merge = adaptations.add_subparsers(dest="action", required=True, metavar="action").add_parser(
        "merge", help="put logs together; tells what is faulty and keeps what is good"
    )
    merge.add_argument("file", nargs="+", metavar="FILE", help="logs, as workbooks (.xlsx) or JSON")
    merge.add_argument("--to", required=True, metavar="FILE", help="the file to write, .json or .xlsx")
    new = commands.add_parser("new", help="start a guide: data and pages with blanks to fill")
    new.add_argument("what", choices=("guide",), metavar="guide")
    new.add_argument("id", metavar="ID", help="permanent name of the model, also the address of its guide")
    new.add_argument("--sign", metavar="SIGN", help="sign of the model; a blank if left out")
    new.add_argument("--edition", metavar="YYYY-MM", help="year and month of its first edition; a blank if left out")
    new.add_argument(
        "--elements", nargs="+", type=str, metavar="ID", help="ids of its core elements, in order; one if left out"
    )
    for command in (check, build, export, forms, kit, package, site, serve, merge, new, *actions, *steps):
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
    accept.add_argument(
        "--lang", nargs=1, action="extend", metavar="ID", help="languages; all that are translated if left out"
    )
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


def _add_local(parser: argparse.ArgumentParser) -> tuple[argparse.ArgumentParser, ...]:
    actions = parser.add_subparsers(dest="action", required=True, metavar="action")
    start = actions.add_parser("start", help="lay down its first files, with blanks to fill")
    start.add_argument("--lang", nargs="+", metavar="ID", help="languages to build it in; all if left out")
    status = actions.add_parser("status", help="list core elements that are not recorded or have changed")
    accept = actions.add_parser("accept", help="record that adaptations hold for the national text as it stands")
    accept.add_argument("element", nargs="*", metavar="ELEMENT", help="model/element")
    accept.add_argument("--all", action="store_true", help="all adaptations")
    return start, status, accept
