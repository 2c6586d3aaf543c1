"""The command that makes forms, and what the whole site takes from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from macros.downloads import FORMS
from macros.model import Site
from macros.model.form import FormFormat
from macros.problem import Message, nearest, say
from scripts.build import Report, copy_downloads
from scripts.export.cache import FOLDER
from scripts.forms.making import make
from scripts.forms.paper import Paper
from scripts.jobs import Job, do
from scripts.place import aside, put_in_place

DOWNLOADS = "site/downloads"


Made = tuple[Paper, tuple[FormFormat, ...]]
"""A form, and the formats it is made in."""


def perform(
    root: Path, site: Site, guides: Sequence[str], languages: Sequence[str], area: str | None, report: Report
) -> Message | None:
    """Make the forms asked for and put them into ``site/downloads/forms/``; those for an area into a folder of its name.

    Args:
        root: The workplace.
        site: Its content.
        guides: Ids of the guides; all if empty.
        languages: Ids of the languages; all if empty.
        area: Id of the area to make them for.
        report: Takes a line of progress.

    Returns:
        Why nothing was made, if the area is unknown.
    """
    if area is not None and area not in site.areas:
        return say("commands/no-area", id=area, nearest=nearest(area, site.areas))
    with aside(root) as folder:
        new = folder / "downloads"
        copy_downloads(root / DOWNLOADS, new)
        if area:
            forms = [(replace(paper, area=site.areas[area]), formats) for paper, formats in _blank(site)]
        else:
            forms = offered(site)
        wanted = [
            made for made in forms if _wanted(made[0].guide.id, guides) and _wanted(made[0].language.id, languages)
        ]
        do(form_jobs(wanted, new / FORMS / (area or "")), report)
        report(say("commands/forms", count=len(file_names(wanted))))
        put_in_place({DOWNLOADS: new}, root, folder)
    return None


def _wanted(id_: str, of: Sequence[str]) -> bool:
    return not of or id_ in of


def _blank(site: Site) -> list[Made]:
    """Every form of every model in every language."""
    return [
        (Paper(site, guide, language, form), form.formats)
        for form in site.forms.values()
        for guide in site.guides.values()
        for language in site.built_languages
    ]


def offered(site: Site) -> list[Made]:
    """The forms that the site offers.

    Every form for whoever fills it in; one that tells of areas also for each area that the sources tie to the model, in
    the first of its formats.
    """
    blank = _blank(site)
    return [
        *blank,
        *(
            (replace(paper, area=area), formats[:1])
            for paper, formats in blank
            if paper.form.tells_of_areas
            for area in site.areas.values()
            if any(appearance.guide == paper.guide.id for appearance in area.appearances)
        ),
    ]


def file_names(forms: Sequence[Made]) -> list[str]:
    """The files there must be to download, relative to the folder of downloads."""
    return [f"{FORMS}/{paper.name}.{format_}" for paper, formats in forms for format_ in formats]


def form_jobs(forms: Sequence[Made], to: Path) -> list[Job]:
    """What there is to do for forms to be in a folder; what has not changed is not made again."""
    to.mkdir(parents=True, exist_ok=True)
    return [Job(make, (paper, formats, to, Path.cwd() / FOLDER), (), len(formats)) for paper, formats in forms]
