"""What shows the site as a whole: guides, glossary, downloads, discrepancies, notices."""

from __future__ import annotations

from macros.model import Language, Site
from macros.model.site import KIT_FORMATS
from macros.views import lookup
from macros.views.citation import sources
from macros.views.rendering import render

_FORMATS = {"pdf": 0, "docx": 1, "epub": 2}
"""Formats in the order they are offered."""


def model_summary(site: Site, language: Language, model: str) -> str:
    """Tell in three sentences what a model is.

    Example: {{ model_summary("etsiva-sosiaalityo") }}
    """
    return lookup.guide(site, model).model.summary[language.id]


def model_cards(site: Site, language: Language) -> str:
    """Show every guide as a card.

    Example: {{ model_cards() }}
    """
    return render("model_cards", site, language, guides=site.guides.values())


def site_notice(site: Site, language: Language) -> str:
    """Say plainly what kind of publication the guides are.

    Example: {{ site_notice() }}
    """
    return site.info.notice[language.id]


def glossary(site: Site, language: Language, *ids: str) -> str:
    """List the terms: all of them, or those named.

    Example: {{ glossary() }}
    """
    chosen = [lookup.find(site.terms, id_, "term") for id_ in ids] or list(site.terms.values())
    terms = sorted(chosen, key=lambda term: term.term[language.id].casefold())
    return render("glossary", site, language, terms=terms)


def glossary_files(site: Site, language: Language) -> str:
    """Offer the glossary as files for other systems: SKOS in Turtle, and a table in CSV.

    Example: {{ glossary_files() }}
    """
    return render("glossary_files", site, language, files=site.vocabulary)


def discrepancies(site: Site, language: Language, model: str | None = None) -> str:
    """Show where the sources disagree: everywhere, or where it touches a model.

    Example: {{ discrepancies("etsiva-sosiaalityo") }}
    """
    guide = lookup.guide(site, model) if model else None
    chosen = [
        entry for entry in site.discrepancies.values() if guide is None or not entry.guides or guide.id in entry.guides
    ]
    rows = [
        (entry, [(version, sources(site, language, version.sources)) for version in entry.versions]) for entry in chosen
    ]
    return render("discrepancies", site, language, rows=rows)


def downloads(site: Site, language: Language, model: str | None = None) -> str:
    """Offer the exported files of one guide or of all, with format, size and language; the reader's language first.

    Example: {{ downloads("etsiva-sosiaalityo") }}
    """
    guides = [lookup.guide(site, model)] if model else list(site.guides.values())
    order = _order(site, language)
    files = sorted(
        (file for file in site.downloads if file.language in site.languages and file.format in _FORMATS),
        key=lambda file: (order.index(file.language), _FORMATS[file.format]),
    )
    rows = [
        (guide, [(site.languages[file.language], file) for file in files if file.guide == guide.id]) for guide in guides
    ]
    return render("downloads", site, language, rows=rows)


def workshop_kit(site: Site, language: Language, model: str | None = None) -> str:
    """Offer the workshop slides and handout of one guide or of all, with format, size and language; the reader's language first.

    Example: {{ workshop_kit("etsiva-sosiaalityo") }}
    """
    guides = [lookup.guide(site, model)] if model else list(site.guides.values())
    order, kinds = _order(site, language), list(KIT_FORMATS)
    files = sorted(
        (file for file in site.kit if file.language in site.languages),
        key=lambda file: (order.index(file.language), kinds.index(file.kind)),
    )
    rows = [
        (guide, [(site.languages[file.language], file) for file in files if file.guide == guide.id]) for guide in guides
    ]
    return render("workshop_kit", site, language, rows=rows)


def _order(site: Site, language: Language) -> list[str]:
    """Ids of the languages, the reader's own first."""
    return [language.id, *(other for other in site.languages if other != language.id)]
