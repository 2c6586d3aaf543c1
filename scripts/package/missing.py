"""What nobody has given yet: one list, in the words a reader sees on the publication page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from macros.model import Guide, Language, Site
from scripts.export import FORMATS

PUBLICATIONS = "data/publications.yml"


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is missing.

    Attributes:
        what: What it is, in words.
        place: The file and the field it is written in once it is given.
        of: Guides and languages that lack it: ``etsiva-sosiaalityo.fi``.
    """

    what: str
    place: str
    of: tuple[str, ...]


def missing(site: Site, of: Iterable[tuple[Guide, Language]], words: Language) -> list[Missing]:
    """What guides lack in languages, by name; what the site lacks as a whole concerns all of them.

    Args:
        site: The content.
        of: The guides and languages to look at.
        words: The language in which the things are named.
    """
    found: dict[tuple[str, str], list[str]] = {}
    for guide, language in of:
        for what, place in _lacking(site, guide, language, words):
            found.setdefault((what, place), []).append(f"{guide.id}.{language.id}")
    return [
        Missing(what, place, tuple(names))
        for (what, place), names in sorted(found.items(), key=lambda entry: (entry[0][0].casefold(), entry[0][1]))
    ]


def _lacking(site: Site, guide: Guide, language: Language, words: Language) -> Iterator[tuple[str, str]]:
    publication, model, info = site.publication(guide, language.id), guide.model, site.info
    series = publication.series
    in_model = f"data/models/{guide.id}/model.yml"
    abstract = model.abstract and language.id in model.abstract
    subjects = publication.subjects or model.keywords.get(language.id)
    label = {id_: text[words.id] for id_, text in site.labels.items()}
    for what, given, place in (
        (label["export-identifier"], publication.identifier, f"{PUBLICATIONS}: urn, doi, handle"),
        (label["export-series"], series, f"{PUBLICATIONS}: series"),
        (label["export-issn"], series and series.issn, f"{PUBLICATIONS}: series: issn"),
        (label["package-issued"], publication.issued, f"{PUBLICATIONS}: issued"),
        (label["export-authors"], publication.authors, f"{PUBLICATIONS}: authors"),
        (label["package-collection"], publication.collection, f"{PUBLICATIONS}: collection"),
        (label["export-keywords"], subjects, f"{in_model}: keywords"),
        (label["export-abstract"], abstract, f"{in_model}: abstract"),
        (label["export-publisher"], info.publisher, "data/site.yml: publisher"),
        (label["export-licence"], info.licence.content, "data/site.yml: licence: content"),
    ):
        if not given:
            yield what, place
    for format_ in FORMATS:
        if format_ not in publication.isbn:
            yield f"{label['export-isbn']} ({format_.upper()})", f"{PUBLICATIONS}: isbn: {format_}"


def lines(site: Site, found: Sequence[Missing], asked: int, words: Language) -> list[str]:
    """The list as lines of text.

    Args:
        site: The content.
        found: What is missing.
        asked: How many guides and languages were looked at; what all of them lack is said of all.
        words: The language in which the things are named.
    """
    everywhere = site.labels["package-all"][words.id]
    return [
        f"{entry.what} ({entry.place}): {everywhere if len(entry.of) == asked else ', '.join(entry.of)}"
        for entry in found
    ]
