"""The fields of Innokylä as a plain text file for each guide in each language."""

from __future__ import annotations

from pathlib import Path

from macros.model import Site
from macros.views import innokyla_file
from macros.views.innokyla import FORMAT


def write_innokyla(site: Site, to: Path) -> None:
    """Write ``<guide>.<language>.innokyla.txt`` for every guide in every language; the same bytes for the same content.

    Args:
        site: The content; if it knows no fields of Innokylä, nothing is written.
        to: The folder; it is there.
    """
    for guide in site.guides.values() if site.innokyla else ():
        for language in site.built_languages:
            text = innokyla_file(site, language, guide)
            # Some servers send plain text without its encoding; browsers and editors then go by the first bytes.
            (to / f"{guide.id}.{language.id}.{FORMAT}").write_text(text, encoding="utf-8-sig", newline="")
