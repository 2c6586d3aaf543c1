"""What a book says of itself: on its title page and in its metadata."""

from __future__ import annotations

from typing import Any

from macros.diagram.palette import tone
from macros.views.rendering import day
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
        "editor": info.editor,
        "subject": model.summary[language],
        "keywords": [
            model.name[language],
            book.label("export-operating-model"),
            book.label("core-elements"),
            book.label("diagram-title"),
        ],
        "language": language,
        "locale": book.language.locale,
        "region": book.language.locale.partition("-")[2],
        "date": [book.published.year, book.published.month, book.published.day],
        "draft": "" if book.identifier else book.label("export-draft"),
        "accent": tone(model.sign, 0).accent,
        "notice": info.notice[language],
        "facts": [
            [book.label("export-edition"), f"{edition.title[language]} ({status})"],
            [book.label("export-date"), day(edition.date, book.language.locale)],
            [book.label("export-language"), _language(book)],
            [book.label("export-editor"), info.editor],
            [book.label("export-publisher"), info.publisher or book.label("export-not-stated")],
            [book.label("export-identifier"), book.identifier or book.label("export-no-identifier")],
            [book.label("export-licence"), info.licence.content or book.label("export-not-stated")],
        ],
    }


def _language(book: Book) -> str:
    """The book's language, and that nobody has reviewed the translation if nobody has."""
    if book.language.reviewed or book.language.status == "source":
        return book.language.name
    return f"{book.language.name}. {book.label('translation-not-reviewed')}"
