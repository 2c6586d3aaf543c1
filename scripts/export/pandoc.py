"""Runs of pandoc: a manuscript in, Typst, Word or EPUB out."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pypandoc

from macros.problem import ContentError, Problem, say
from scripts.export.manuscript import Manuscript

FILTERS = Path(__file__).parent / "filters"

# Named one by one, so that pandoc reads no more into a page than the site's Markdown reader does.
_EXTENSIONS = """all_symbols_escapable backtick_code_blocks definition_lists escaped_line_breaks fenced_code_blocks footnotes
header_attributes intraword_underscores link_attributes markdown_in_html_blocks native_divs native_spans pipe_tables
space_in_atx_header startnum table_captions task_lists"""
READER = "+".join(["markdown_strict", *_EXTENSIONS.split()])

LONGEST = 120
"""Seconds a conversion may take; a guide takes less than one, so whatever takes longer will not end."""
RUNTIME = ("+RTS", "-O256m", "--RTS")
"""For the runtime of Haskell: what lives long is looked through for waste only when it has grown to 256 megabytes, which a guide
does not. That is a twelfth of pandoc's time. What follows is pandoc's own, whatever it looks like."""


def read(text: Manuscript) -> Manuscript:
    """Read a manuscript once for several formats.

    Returns:
        The same manuscript with its document tree; what is made of it is the same, byte for byte.

    Raises:
        ContentError: As ``run``.
    """
    with TemporaryDirectory() as name:
        folder = Path(name)
        tree = folder / "tree.json"
        run(text, folder, "json", tree)
        return replace(text, tree=tree.read_text(encoding="utf-8"))


def run(
    text: Manuscript, folder: Path, to: str, output: Path, *options: str, extra: Mapping[str, Any] | None = None
) -> None:
    """Convert a manuscript; see ``running``."""
    with running(text, folder, to, output, *options, extra=extra):
        pass


@contextmanager
def running(
    text: Manuscript, folder: Path, to: str, output: Path, *options: str, extra: Mapping[str, Any] | None = None
) -> Iterator[None]:
    """Convert a manuscript while other work is done in the ``with`` block; at its end the output is there.

    Args:
        text: The manuscript.
        folder: A folder for files on the way; ``book.json`` and ``problems.json`` are written there.
        to: Pandoc's name for the format; ``book.lua`` and then the filter of the format's name, if there is one, are run.
        output: The file to write.
        options: Further options of pandoc's.
        extra: What the format's own filter must know besides.

    Raises:
        ContentError: For links, ids, headings and pictures that do not hold together.
    """
    data, source = folder / "book.json", folder / "source"
    data.write_text(json.dumps({**text.data(), **(extra or {})}, ensure_ascii=False), encoding="utf-8")
    source.write_text(text.markdown if text.tree is None else text.tree, encoding="utf-8")
    names = [*(["book"] if text.tree is None else []), to.partition("+")[0]]
    arguments = [
        f"--from={READER if text.tree is None else 'json'}",
        f"--to={to}",
        f"--metadata=book:{data}",
        *(f"--lua-filter={path}" for name in names if (path := FILTERS / f"{name}.lua").is_file()),
        *options,
        f"--output={output}",
        str(source),
    ]
    with started(arguments, text.book.published):
        yield
    if text.tree is not None:
        return
    problems = [_problem(text, fault) for fault in json.loads((folder / "problems.json").read_text(encoding="utf-8"))]
    if problems:
        raise ContentError(problems)


def convert(source: Path, to: str, output: Path, day: date, *options: str) -> None:
    """Convert a text that is no book: its Markdown is read as that of books is, and nothing but ``options`` is done to it.

    Args:
        source: The file with the Markdown.
        to: Pandoc's name for the format.
        output: The file to write.
        day: The day the file says it was made on.
        options: Further options of pandoc's, as filters.
    """
    with started([f"--from={READER}", f"--to={to}", *options, f"--output={output}", str(source)], day):
        pass


@contextmanager
def started(arguments: Sequence[str], published: date) -> Iterator[None]:
    """Run pandoc in its sandbox while other work is done in the ``with`` block; at its end pandoc has ended, too.

    Args:
        arguments: Its options.
        published: The day that stands in what it writes.
    """
    epoch = int(datetime.combine(published, time(), UTC).timestamp())
    with subprocess.Popen(
        [pypandoc.get_pandoc_path(), *RUNTIME, "--sandbox", *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "SOURCE_DATE_EPOCH": str(epoch)},
    ) as process:
        try:
            yield
            _, said = process.communicate(timeout=LONGEST)
        except BaseException:
            process.kill()
            raise
    if process.returncode:
        raise RuntimeError(f"pandoc failed: {said}")


def _problem(text: Manuscript, fault: dict[str, str | int]) -> Problem:
    """What a filter found, as a Problem at its line."""
    chapter = text.chapters[int(fault["chapter"]) - 1]
    needle, code = str(fault["needle"]), str(fault["code"])
    place = {
        "export-link": f"]({needle}",
        "export-twice": f"#{needle}",
        "export-heading": str(fault["heading"]) or needle,
    }.get(code, needle)
    return text.problem(chapter, place, say(f"{code}/here", name=needle))
