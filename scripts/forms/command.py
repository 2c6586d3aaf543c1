"""The command that makes forms, and what the whole site takes from it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from macros.load import FORMS
from macros.model import Area, Site
from macros.problem import Message, nearest, say
from scripts.build import Report, copy_downloads
from scripts.export.cache import FOLDER
from scripts.forms.making import make
from scripts.forms.paper import Paper
from scripts.jobs import Job, do
from scripts.place import aside, put_in_place

DOWNLOADS = "site/downloads"


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
        chosen = site.areas[area] if area else None
        do(form_jobs(site, new, guides, languages, chosen), report)
        report(
            say(
                "commands/forms",
                count=sum(len(paper.form.formats) for paper in papers(site, guides, languages, chosen)),
            )
        )
        put_in_place({DOWNLOADS: new}, root, folder)
    return None


def papers(
    site: Site, guides: Sequence[str] = (), languages: Sequence[str] = (), area: Area | None = None
) -> list[Paper]:
    """Every form of every model in every language, or of those named."""
    return [
        Paper(site, guide, language, form, area)
        for form in site.forms.values()
        for guide in site.guides.values()
        if not guides or guide.id in guides
        for language in site.built_languages
        if not languages or language.id in languages
    ]


def form_names(site: Site) -> list[str]:
    """The files there must be to download, relative to the folder of downloads."""
    return [f"{FORMS}/{paper.name}.{format_}" for paper in papers(site) for format_ in paper.form.formats]


def form_jobs(
    site: Site,
    downloads: Path,
    guides: Sequence[str] = (),
    languages: Sequence[str] = (),
    area: Area | None = None,
) -> list[Job]:
    """What there is to do for forms to be in the folder of files to download; what has not changed is not made again."""
    to = downloads / FORMS / area.id if area else downloads / FORMS
    to.mkdir(parents=True, exist_ok=True)
    return [
        Job(make, (paper, to, Path.cwd() / FOLDER), (), len(paper.form.formats))
        for paper in papers(site, guides, languages, area)
    ]
