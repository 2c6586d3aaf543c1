"""What has changed in the guides, as a feed for each language (Atom, RFC 4287)."""

from __future__ import annotations

from pathlib import Path

from feedgen.feed import FeedGenerator

from macros.model import Language, Site
from macros.views import Change, changes
from scripts.dates import moment

NAME = "feed.xml"
"""Name of the feed in the folder of its language."""


def write_feed(site: Site, language: Language, to: Path) -> None:
    """Write the feed of a language; the same bytes for the same content, for all dates come from the data.

    Args:
        site: The content.
        language: The language of the feed.
        to: The built site.
    """
    home = f"{site.info.address}{language.id}/"
    found = changes(site, language)
    feed = FeedGenerator()
    feed.id(f"{home}{NAME}")
    feed.language(language.id)
    feed.title(site.info.name[language.id])
    feed.subtitle(site.info.description[language.id])
    feed.author({"name": site.info.publisher or site.info.editor})
    feed.link(href=f"{home}{NAME}", rel="self", type="application/atom+xml")
    feed.link(href=home, rel="alternate", type="text/html", hreflang=language.id)
    feed.updated(moment(found[0].date))
    for change in found:
        _add(feed, home, change)
    (to / language.id / NAME).write_bytes(feed.atom_str(pretty=True) + b"\n")


def _add(feed: FeedGenerator, home: str, change: Change) -> None:
    entry = feed.add_entry(order="append")
    place = f"{home}{change.page.removesuffix('.md').removesuffix('index')}"
    page = f"{place.rstrip('/')}/"
    entry.id(f"{page}#{change.id}")
    entry.title(change.title)
    entry.updated(moment(change.date))
    entry.link(href=page, rel="alternate", type="text/html")
    if change.text:
        entry.summary(change.text)
