"""What a guide's pages say of the guide to reference managers and search engines: meta elements and linked data."""

from __future__ import annotations

import json
from typing import Any

from macros.model import Citation, Guide, Language, Publication, Site
from macros.model.bibliography import Name
from macros.model.citation import citation, guide_address
from macros.views.rendering import person


def meta_elements(site: Site, guide: Guide, language: Language) -> list[tuple[str, str]]:
    """Pairs of name and content, in the vocabulary that HighWire Press began and reference managers read.

    They are those of the guide, on whichever of its pages the reader is. What is not known has no pair.
    """
    record, given = citation(site, guide, language), site.publication(guide, language.id)
    pairs = [
        ("citation_title", record.title),
        *(("citation_author", person(name)) for name in record.author),
        ("citation_publication_date", "/".join(f"{part:02}" for part in record.date)),
        ("citation_language", language.id),
        ("citation_publisher", record.publisher),
        ("citation_technical_report_institution", given.organisation or record.publisher),
        ("citation_technical_report_number", record.collection_number),
        ("citation_isbn", record.isbn),
        ("citation_issn", record.issn),
        ("citation_doi", record.doi),
        ("citation_keywords", "; ".join(record.keywords)),
        ("citation_pdf_url", _pdf(site, guide, language)),
    ]
    return [(name, content) for name, content in pairs if content]


def linked_data(site: Site, guide: Guide, language: Language, title: str, address: str) -> str:
    """The guide, or a page of it as part of the guide, in the vocabulary of schema.org as JSON-LD 1.1.

    Args:
        site: The content.
        guide: The guide.
        language: The page's language.
        title: The page's title.
        address: Where the page stands from the root of the language, ending in a slash.

    Returns:
        JSON that may stand in a ``script`` element: it holds no ``<``.
    """
    whole = _report(site, guide, language)
    data = whole
    if address != f"{guide.id}/":
        root = site.info.known_address
        url = f"{root}{language.id}/{address}" if root else None
        data = {"@type": "TechArticle", "name": title, "inLanguage": language.id, "url": url, "isPartOf": whole}
    return json.dumps(_given({"@context": "https://schema.org", **data}), ensure_ascii=False).replace("<", "\\u003c")


def _report(site: Site, guide: Guide, language: Language) -> dict[str, Any]:
    record, given = citation(site, guide, language), site.publication(guide, language.id)
    source = site.source_language
    others = [_named(site, guide, other) for other in site.built_languages if other.id != source.id]
    return {
        **_named(site, guide, language),
        "description": guide.model.summary[language.id],
        "author": list(map(_author, record.author)),
        "datePublished": "-".join(f"{part:02}" for part in record.date),
        "version": record.edition,
        "creativeWorkStatus": record.note,
        "publisher": _organisation(record.publisher),
        "license": _licence(site.info.licence.content),
        "keywords": list(record.keywords),
        "identifier": _identifiers(record, given),
        "isPartOf": [
            {"@type": "WebSite", "name": site.info.name[language.id], "url": site.info.known_address},
            *_series(record),
        ],
        "workTranslation": others if language.id == source.id else [],
        "translationOfWork": None if language.id == source.id else _named(site, guide, source),
    }


def _named(site: Site, guide: Guide, language: Language) -> dict[str, Any]:
    """The guide in a language, by no more than its name, and where it stands if that is known."""
    return {
        "@type": "Report",
        "name": guide.model.title[language.id],
        "inLanguage": language.id,
        "url": guide_address(site, guide, language),
    }


def _author(name: Name) -> dict[str, Any]:
    if name.literal:
        return {"@type": "Organization", "name": name.literal}
    full = " ".join(part for part in (name.given, name.family) if part)
    return {"@type": "Person", "name": full, "familyName": name.family, "givenName": name.given}


def _organisation(name: str | None) -> dict[str, Any] | None:
    return {"@type": "Organization", "name": name} if name else None


def _licence(licence: str | None) -> str | dict[str, Any] | None:
    """An address as it stands; a name as that of a work, which is what the vocabulary asks for."""
    if licence is None or licence.startswith("https://"):
        return licence
    return {"@type": "CreativeWork", "name": licence}


def _identifiers(record: Citation, given: Publication) -> list[dict[str, Any]]:
    pairs = (("DOI", given.doi), ("URN", given.urn), ("Handle", given.handle), ("ISBN", record.isbn))
    return [{"@type": "PropertyValue", "propertyID": kind, "value": value} for kind, value in pairs if value]


def _series(record: Citation) -> list[dict[str, Any]]:
    if record.collection_title is None:
        return []
    return [{"@type": "CreativeWorkSeries", "name": record.collection_title, "issn": record.issn}]


def _pdf(site: Site, guide: Guide, language: Language) -> str | None:
    """Where the guide's PDF stands, if there is one and the site's address is known."""
    made = any((file.guide, file.language, file.format) == (guide.id, language.id, "pdf") for file in site.downloads)
    return (
        f"{site.info.known_address}downloads/{guide.id}.{language.id}.pdf" if made and site.info.known_address else None
    )


def _given(value: Any) -> Any:
    """The value without what is not known, however deep."""
    if isinstance(value, dict):
        return {name: _given(item) for name, item in value.items() if item not in (None, [], "")}
    return list(map(_given, value)) if isinstance(value, list) else value
