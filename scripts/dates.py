"""The dates of what is built: from the data, never from the clock, so that the same content gives the same bytes."""

from __future__ import annotations

from datetime import UTC, datetime, time

from macros.model import Guide, Language, Site
from macros.model.record import day_of


def newest_edition(site: Site) -> datetime:
    """The day of the newest edition the guides show: the date of everything that has none of its own."""
    return max(moment(guide.current.date) for guide in site.guides.values())


def moment(date: str) -> datetime:
    """A date (``2023-11-28``, ``2022-05`` or ``2024``) as the beginning of its day in UTC; the first day where none is given."""
    return datetime.combine(day_of([int(part) for part in date.split("-")]), time(), UTC)


def last_change(site: Site, guide: Guide, language: Language) -> str:
    """When a guide's pages last got new content, as exactly as the data tell: published, else the edition it shows."""
    return site.publication(guide, language.id).issued or guide.current.date
