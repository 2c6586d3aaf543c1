"""The command that puts logs of areas together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from macros.load import load
from macros.model import Site
from macros.problem import ContentError, Message, say
from scripts.adaptations.merging import as_json, as_workbook, merged
from scripts.adaptations.reading import read_logs

FORM = "adaptation-log"
"""The form that logs are filled in on."""


class FaultyLogsError(ContentError):
    """Something in the logs is faulty, and everything else has been put together."""


def perform(
    root: Path, files: Sequence[str], to: str, language: str, report: Callable[[Message], None]
) -> Message | None:
    """Read logs, write what is good of them into one file, and tell what is not.

    Args:
        root: The workplace.
        files: The logs: JSON files and workbooks.
        to: The file to write, ``.json`` or ``.xlsx``.
        language: Id of the language of a workbook; the source language if the site does not have it.
        report: Takes a line of progress.

    Returns:
        Why nothing was done, if the command was used wrongly.

    Raises:
        FaultyLogsError: With every Problem of the logs; what is good has been written all the same.
        ContentError: The content of the workplace is not in order.
    """
    target = root / to
    if target.suffix not in (".json", ".xlsx"):
        return say("commands/merge-kind", name=to)
    site = _site(root)
    if FORM not in site.forms:
        return say("commands/no-log-form", form=FORM)
    logs, problems = read_logs(root, files, site, site.forms[FORM])
    whole = merged(logs)
    spoken = next((one for one in site.built_languages if one.id == language), site.source_language)
    data = as_json(whole) if target.suffix == ".json" else as_workbook(whole, site, site.forms[FORM], spoken)
    target.write_bytes(data)
    report(say("commands/merged", count=len(whole.adaptations), logs=len(logs), name=to))
    if problems:
        raise FaultyLogsError(problems)
    return None


def _site(root: Path) -> Site:
    content = load(root)
    if content.problems or content.site is None:
        raise ContentError(content.problems)
    return content.site
