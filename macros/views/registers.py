"""Registers of what happened where: events, areas, publications."""

from __future__ import annotations

from datetime import date

from babel.dates import format_interval

from macros.model import Area, Event, Language, Site
from macros.views import lookup
from macros.views.citation import sources
from macros.views.rendering import babel_locale, day, render


def event_list(site: Site, language: Language, *kinds: str) -> str:
    """List dated events in the order of time: all of them, or those of the kinds named (workshop, webinar, deadline, meeting, plan).

    Example: {{ event_list("workshop") }}
    """
    known = {event.kind for event in site.events.values()}
    for kind in kinds:
        lookup.find({name: name for name in known}, kind, "event-kind")
    chosen = [event for event in site.events.values() if not kinds or event.kind in kinds]
    rows = [
        (event, when(event, language.locale), sources(site, language, event.sources))
        for event in sorted(chosen, key=lambda event: (event.start, event.end or event.start))
    ]
    return render("event_list", site, language, rows=rows)


def when(event: Event, locale: str) -> str:
    """The time of an event in words: ``2.–3. toukokuuta 2022``."""
    if event.end is None:
        return day(event.start, locale)
    if len(event.start) == len(event.end) == 10:
        first, last = date.fromisoformat(event.start), date.fromisoformat(event.end)
        return format_interval(first, last, "yMMMMd", locale=babel_locale(locale)).replace("\u2009", " ")
    return f"{day(event.start, locale)} – {day(event.end, locale)}"


def area_list(site: Site, language: Language, undertaking: str | None = None) -> str:
    """List the areas and organisations the sources name, with what each took part in: all, or those of one undertaking.

    Example: {{ area_list("pilot-1") }}
    """
    taken = {appearance.undertaking for area in site.areas.values() for appearance in area.appearances}
    if undertaking:
        lookup.find({name: name for name in taken}, undertaking, "undertaking")
    rows = [
        (area, appearances)
        for area in sorted(site.areas.values(), key=lambda area: _sorted_as(area, language))
        if (appearances := _appearances(site, language, area, undertaking))
    ]
    return render("area_list", site, language, rows=rows)


def _appearances(site: Site, language: Language, area: Area, undertaking: str | None) -> list[tuple[object, str]]:
    return [
        (appearance, sources(site, language, appearance.sources))
        for appearance in area.appearances
        if undertaking in (None, appearance.undertaking)
    ]


def _sorted_as(area: Area, language: Language) -> str:
    return area.name[language.id].casefold()


def publication_list(site: Site, language: Language, *ids: str) -> str:
    """List publications with their identifiers and a link to each, as the sources give them.

    Example: {{ publication_list("urn-etsiva-sosiaalityo", "kaytantotutkimuksia-2023") }}
    """
    return render("publication_list", site, language, references=[lookup.reference(site, id_) for id_ in ids])
