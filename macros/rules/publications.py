"""Rules on what is given to the guides as publications."""

from __future__ import annotations

from collections.abc import Iterator

from macros.load import Content
from macros.model import Publication
from macros.problem import Message, Problem, Value, nearest, say

PATH = "data/publications.yml"


def publications_name_what_there_is(content: Content) -> Iterator[Problem]:
    """A publication is of a guide, an edition and a language there are, and each of these stands once."""
    assert content.site
    document = content.documents.get(PATH)
    seen: dict[tuple[str, str, str], int] = {}
    for entry, loc in document.find(Publication) if document else ():
        assert document
        guide = content.site.guides.get(entry.guide)
        editions = [edition.id for edition in guide.editions] if guide else []
        languages = [language.id for language in content.site.built_languages]
        for field, message, id_, known in (
            ("guide", "unknown-id/model", entry.guide, list(content.site.guides)),
            ("edition", "unknown-id/edition", entry.edition, editions),
            ("language", "unknown-id/built-language", entry.language, languages),
        ):
            told = field != "language" and id_ in _written(content)  # a fault of its own file
            if id_ not in known and not told and (field != "edition" or guide):
                line = document.line(*loc, field)
                values: dict[str, Value] = {"model": entry.guide} if field == "edition" else {}
                yield Problem(PATH, line, say(message, id=id_, nearest=nearest(id_, known), **values))
        key = (entry.guide, entry.edition, entry.language)
        line = document.line(*loc, "guide")
        if key in seen:
            yield Problem(PATH, line, say("duplicate-id/publication", publication=key, line=seen[key]))
        seen.setdefault(key, line)


def _written(content: Content) -> frozenset[str]:
    """Every id and file name written in the other files."""
    return frozenset().union(*(ids for path, ids in content.written.items() if path != PATH))


def published_means_complete(content: Content) -> Iterator[Problem]:
    """What is marked published has a day and an identifier."""
    document = content.documents.get(PATH)
    for entry, loc in document.find(Publication) if document else ():
        assert document
        if entry.status != "published":
            continue
        line = document.line(*loc, "status")
        needed: tuple[tuple[str | Message, str | None], ...] = (
            ("issued", entry.issued),
            (say("phrases/identifiers"), entry.identifier),
        )
        lacking = tuple(name for name, given in needed if not given)
        if lacking:
            told = say("publication-incomplete/lacking", guide=entry.guide, language=entry.language, lacking=lacking)
            yield Problem(PATH, line, told)


def identifiers_are_the_publications_own(content: Content) -> Iterator[Problem]:
    """A publication does not carry the identifier of a work in the bibliography: that is another publication."""
    assert content.site
    document = content.documents.get(PATH)
    taken = {
        identifier: reference.id
        for reference in content.site.references.values()
        for identifier in (reference.custom.urn, reference.custom.handle)
        if identifier
    }
    for entry, loc in document.find(Publication) if document else ():
        assert document
        for field, identifier in (("urn", entry.urn), ("handle", entry.handle)):
            if identifier in taken:
                told = say("identifier/taken", value=identifier, kind=field, reference=taken[identifier])
                yield Problem(PATH, document.line(*loc, field), told)
