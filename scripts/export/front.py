"""What a book says of itself: on its title page and in its metadata."""

from __future__ import annotations

from typing import Any

from macros.views.rendering import day, person
from scripts.export.book import Book


def front_matter(book: Book) -> dict[str, Any]:
    """Title page and metadata of a book, in its language, as plain texts."""
    info, model, edition = book.site.info, book.guide.model, book.guide.current
    language = book.language.id
    status = book.label(f"edition-{edition.status}")
    return {
        "title": model.title[language],
        "subtitle": model.summary[language],
        "series": info.name[language],
        "authors": list(map(person, book.publication.authors)) or [info.editor],
        "subject": model.summary[language],
        "keywords": list(model.keywords.get(language, ()))
        or [model.name[language], book.label("export-operating-model"), book.label("core-elements")],
        "language": language,
        "locale": book.language.locale,
        "region": book.language.locale.partition("-")[2],
        "date": [book.published.year, book.published.month, book.published.day],
        "draft": "" if book.publication.identifier else book.label("export-draft"),
        "accent": book.guide.sign.light.accent,
        "notice": info.notice[language],
        "facts": [
            [book.label("export-edition"), f"{edition.title[language]} ({status})"],
            [book.label("export-date"), day(edition.date, book.language.locale)],
        ],
        "reviewed": "" if book.site.reviewed(book.guide, book.language) else book.label("translation-not-reviewed"),
    }
