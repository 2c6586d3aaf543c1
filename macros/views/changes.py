"""What has become of the guides, by date: editions, and publications once there are any."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from macros.model import Guide, Language, Site
from macros.passages import without_marks
from macros.views.rendering import render


class Change(NamedTuple):
    """One change of one guide, in one language.

    Attributes:
        id: Permanent name of the change among those of its guide.
        guide: Id of the guide.
        date: Its day, month or year (ISO 8601), as exactly as the sources tell.
        title: What it is, with the guide's name.
        text: What is known of it and what is not, without any markup.
        page: The file of the page that tells more, relative to the language's folder.
    """

    id: str
    guide: str
    date: str
    title: str
    text: str
    page: str


def changes(site: Site, language: Language) -> list[Change]:
    """The changes of all guides, newest first."""
    found = [change for guide in site.guides.values() for change in _of(site, guide, language)]
    return sorted(found, key=lambda change: change.date, reverse=True)


def change_list(site: Site, language: Language) -> str:
    """List what has changed in the guides, newest first, with the feed that tells of changes to come.

    Example: {{ change_list() }}
    """
    return render("change_list", site, language, changes=changes(site, language))


def _of(site: Site, guide: Guide, language: Language) -> Iterator[Change]:
    lang = language.id
    name = guide.model.name[lang]
    name = name[0].upper() + name[1:]
    own = f"{guide.id}/versiot.md"
    page = own if own in site.addresses else f"{guide.id}/index.md"
    labels = site.labels
    for entry in site.publications:
        if (entry.guide, entry.language, entry.status) == (guide.id, lang, "published") and entry.issued:
            title = f"{guide.model.title[lang]}: {labels['change-published'][lang]}"
            yield Change(f"{entry.edition}-published", guide.id, entry.issued, title, entry.address or "", page)
    for edition in reversed(guide.editions):
        title = f"{name}: {edition.title[lang]} ({labels[f'edition-{edition.status}'][lang]})"
        told = [text[lang] for text in edition.known]
        told += [f"{labels['unknown'][lang]} {text[lang]}" for text in edition.unknown]
        told += [edition.date_note[lang]] if edition.date_note else []
        yield Change(edition.id, guide.id, edition.date, title, without_marks(" ".join(told)), page)
