"""The site: one MkDocs run a language, side by side as processes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from macros.model import Language, Site
from macros.problem import Message, say
from scripts.above import write_above
from scripts.api import write_api
from scripts.check import Checked
from scripts.citations import write_citations
from scripts.dates import newest_edition
from scripts.innokyla import write_innokyla
from scripts.refused import from_output
from scripts.share import write_pictures
from scripts.vocabulary import write_vocabulary

Report = Callable[[Message | str], None]
"""Takes a line of progress: a message, or what is in words already, such as a file's name."""


class BuildError(Exception):
    """What was to be built could not be, or is not whole.

    Attributes:
        lines: What to tell: messages, and what is in words already, such as what MkDocs itself has to say.
    """

    def __init__(self, *lines: Message | str) -> None:
        super().__init__(*lines)
        self.lines = lines


def build_site(
    root: Path, result: Checked, languages: Sequence[Language], to: Path, downloads: Path, report: Report
) -> None:
    """Build the site into an empty folder.

    Args:
        root: The workplace.
        result: Its content, checked.
        languages: What to build.
        to: The folder that becomes ``site/``.
        downloads: Folder of the exported files that the pages offer; the glossary's files, the citations and the
            fields of Innokylä are added to it.
        report: Takes a line of progress.

    Raises:
        BuildError: A language failed; the others have been stopped.
        OSError: The system refused something in a language, such as room on the disk.
    """
    site = result.site
    write_vocabulary(site, downloads)
    write_citations(site, downloads)
    write_innokyla(site, downloads)
    started = {language.id: _start(root, site, language, to, downloads) for language in languages}
    try:  # while MkDocs is at work
        pages = {language.id: list(result.pages[language.id].values()) for language in languages}
        write_pictures(site, pages, root, to)
        for id_, process in started.items():
            output, _ = process.communicate()
            if process.returncode != 0:
                refusal = from_output(output)
                if refusal:
                    raise refusal
                raise BuildError(say("commands/build-failed", language=site.languages[id_].name), output.strip())
            report(say("commands/built", language=site.languages[id_].name, pages=len(pages[id_])))
    finally:
        for process in started.values():
            if process.poll() is None:
                process.kill()
                process.wait()
    write_above(root, site, languages, to)
    write_api(site, to)


def _start(root: Path, site: Site, language: Language, to: Path, downloads: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        cwd=root,
        env=environment(root, language.id)
        | {
            "SITE_DIR": str(to / language.id),
            "GUIDE_DOWNLOADS": str(downloads),
            "SOURCE_DATE_EPOCH": str(int(newest_edition(site).timestamp())),
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def environment(root: Path, language: str) -> dict[str, str]:
    """The environment in which MkDocs works on one language, given by its id."""
    return os.environ | {
        "GUIDE_LANGUAGE": language,
        "DOCS_DIR": f"docs/{language}",
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONPATH": os.pathsep.join(filter(None, [str(root), os.environ.get("PYTHONPATH")])),
    }


def copy_downloads(old: Path, new: Path) -> None:
    """Carry the exported files of the last build over into a new one."""
    new.mkdir(exist_ok=True)
    for path in sorted(old.rglob("*")):
        copy = new / path.relative_to(old)
        if path.is_dir():
            copy.mkdir(exist_ok=True)
        else:
            shutil.copyfile(path, copy)
