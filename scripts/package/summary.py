"""The page for the publication officer: what is in a package, what it is described by, what is given and what is not."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from macros.model import Edition, Publication, Transition
from macros.passages import without_marks
from macros.views.rendering import day, size
from scripts.package.deposit import Deposit
from scripts.package.frozen import freezing
from scripts.package.metadata import title
from scripts.package.missing import missing
from scripts.package.profile import Fitted


def summary(deposit: Deposit, metadata: Fitted, profile: str) -> str:
    """The page as HTML, in the language of the deposit.

    Args:
        deposit: The deposit.
        metadata: Its metadata, fitted to the repository.
        profile: Name of the repository's profile.
    """
    language, locale = deposit.language, deposit.language.locale
    labels = {id_: text[language.id] for id_, text in deposit.site.labels.items()}
    filled = _template().render(
        deposit=deposit,
        label=labels,
        lang=language.id,
        title=title(deposit, language.id),
        metadata=metadata,
        profile=profile,
        missing=missing(deposit.site, [(deposit.guide, spoken) for spoken in deposit.languages], language),
        unreviewed=[spoken for spoken in deposit.languages if not deposit.site.reviewed(deposit.guide, spoken)],
        identifiers=[(entry, _identifiers(entry, labels)) for entry in deposit.publications],
        checksums=freezing(deposit),
        editions=list(reversed(deposit.guide.editions)),
        transition=_last(deposit),
        label_of=lambda edition, id_: _element(edition, id_, language.id),
        edition_of=deposit.guide.edition,
        earlier=_earlier(deposit),
        plain=without_marks,
        day=lambda value: day(value, locale),
        size=lambda content: size(len(content), locale),
    )
    return filled.rstrip() + "\n"


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("summary.html.jinja")


def _identifiers(entry: Publication, label: Mapping[str, str]) -> list[tuple[str, str]]:
    """What has been given to a publication to know it by, each with its name."""
    pairs = (
        *((f"{label['export-isbn']} ({format_.upper()})", number) for format_, number in sorted(entry.isbn.items())),
        (label["export-urn"], entry.urn),
        (label["export-doi"], entry.doi),
        (label["export-handle"], entry.handle),
        (label["export-issn"], entry.series and entry.series.issn),
        (label["package-collection"], entry.collection),
    )
    return [(name, value) for name, value in pairs if value]


def _last(deposit: Deposit) -> Transition | None:
    """What the ledger tells of the way from the last edition before the one shown."""
    to_current = [entry for entry in deposit.guide.ledger if entry.later == deposit.guide.current.id]
    return max(to_current, key=lambda entry: entry.earlier, default=None)


def _element(edition: Edition | None, id_: str, language: str) -> str:
    element = edition.element(id_) if edition else None
    return without_marks(element.label[language]) if element else id_


def _earlier(deposit: Deposit) -> list[Publication]:
    """Earlier editions of the guide that were published in these languages, the newest first."""
    languages = {language.id for language in deposit.languages}
    found = [
        entry
        for entry in deposit.site.publications
        if entry.guide == deposit.guide.id
        and entry.status == "published"
        and entry.language in languages
        and entry.edition < deposit.guide.current.id
    ]
    return sorted(found, key=lambda entry: (entry.edition, entry.language), reverse=True)
