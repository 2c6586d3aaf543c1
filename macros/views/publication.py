"""The publication page of a guide: what it is, who answers for it, by what it is cited, and what it tells."""

from __future__ import annotations

from macros.model import Guide, Language, Publication, Site
from macros.views.citation import citation_of
from macros.views.rendering import day, person, render


def publication_page(site: Site, language: Language, guide: Guide, changes: str | None) -> str:
    """The publication page as Markdown, for an exported book.

    Args:
        site: The content.
        language: The book's language.
        guide: The guide.
        changes: Address of the page that tells what changed from one edition to the next, from the root of the
            language; None if there is none.

    Returns:
        Facts as a list of terms and their descriptions, then the abstract in every language that is built, the book's
        own first.
    """
    publication = site.publication(guide, language.id)
    others = [other for other in site.built_languages if other.id != language.id]
    return render(
        "publication_page",
        site,
        language,
        guide=guide,
        edition=guide.current,
        facts=facts(site, language, guide, publication),
        changes=changes,
        citation=citation_of(site, language, guide),
        spoken=[language, *others],
    )


def facts(site: Site, language: Language, guide: Guide, publication: Publication) -> list[tuple[str, str]]:
    """Pairs of label and text: what is known of a publication; of what must be known, that it is not stated."""
    edition, id_ = guide.current, language.id

    def label(name: str) -> str:
        return site.labels[name][id_]

    series = publication.series
    numbers = [
        (f"{label(f'export-{kind}')} ({format_.upper()})" if kind == "isbn" else label(f"export-{kind}"), value)
        for kind, format_, value in [
            *(("isbn", format_, value) for format_, value in sorted(publication.isbn.items())),
            ("urn", "", publication.urn),
            ("doi", "", publication.doi),
            ("handle", "", publication.handle),
        ]
        if value
    ]
    return [
        (label("export-authors"), "; ".join(map(person, publication.authors)) or site.info.editor),
        *([(label("export-organisation"), publication.organisation)] if publication.organisation else []),
        (label("export-publisher"), site.info.publisher or label("export-not-stated")),
        *([(label("export-issued"), day(publication.issued, language.locale))] if publication.issued else []),
        (label("export-edition"), f"{edition.title[id_]} ({label(f'edition-{edition.status}')})"),
        (label("export-date"), day(edition.date, language.locale)),
        (label("export-language"), _language(site, language, guide)),
        *(
            [(label("export-series"), " ".join(part for part in (series.title, series.number) if part))]
            if series
            else []
        ),
        *([(label("export-issn"), series.issn)] if series and series.issn else []),
        *(numbers or [(label("export-identifier"), label("export-no-identifier"))]),
        (label("export-licence"), site.info.licence.content or label("export-not-stated")),
    ]


def _language(site: Site, language: Language, guide: Guide) -> str:
    """The book's language, and that nobody has reviewed the translation if nobody has."""
    if site.reviewed(guide, language):
        return language.name
    return f"{language.name}. {site.labels['translation-not-reviewed'][language.id]}"
