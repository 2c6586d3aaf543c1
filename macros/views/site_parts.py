"""What shows the site as a whole: guides, glossary, downloads, discrepancies, notices."""

from __future__ import annotations

from collections.abc import Iterable

from macros.model import Language, Site
from macros.model.site import KIT_FORMATS, Download, KitFile
from macros.views import lookup
from macros.views.citation import sources
from macros.views.rendering import render

_FORMATS = ("pdf", "docx", "epub")
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
    """Offer the exported files of one guide or of all, a line for each language, with format and size; the reader's language first.

    Example: {{ downloads("etsiva-sosiaalityo") }}
    """
    books = [file for file in site.downloads if file.format in _FORMATS]
    books.sort(key=lambda file: _FORMATS.index(file.format))
    return _offer(site, language, model, books, "")


def workshop_kit(site: Site, language: Language, model: str | None = None) -> str:
    """Offer the workshop slides and handout of one guide or of all, a line for each language; the reader's language first.

    Example: {{ workshop_kit("etsiva-sosiaalityo") }}
    """
    kinds = list(KIT_FORMATS)
    kit = sorted(site.kit, key=lambda file: kinds.index(file.kind))
    return _offer(site, language, model, kit, "kit/")


def _offer(site: Site, language: Language, model: str | None, files: Iterable[Download | KitFile], folder: str) -> str:
    """The files of each guide by language, in the order they are given, from a folder of the downloads."""
    guides = [lookup.guide(site, model)] if model else list(site.guides.values())
    languages = sorted(site.languages.values(), key=lambda other: other.id != language.id)
    own: dict[tuple[str, str], list[Download | KitFile]] = {}
    for file in files:
        own.setdefault((file.guide, file.language), []).append(file)
    rows = [
        (guide, [(each, own[key]) for each in languages if (key := (guide.id, each.id)) in own]) for guide in guides
    ]
    return render("downloads", site, language, rows=rows, folder=folder)
