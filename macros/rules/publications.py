"""Rules on what is given to the guides as publications."""

from __future__ import annotations

from collections.abc import Iterator

from macros.load import Content
from macros.model import Publication
from macros.problem import Problem, nearest

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
        for field, kind, id_, known in (
            ("guide", "model", entry.guide, list(content.site.guides)),
            ("edition", f"edition of {entry.guide}", entry.edition, editions),
            ("language", "language that is built", entry.language, languages),
        ):
            told = field != "language" and id_ in _written(content)  # a fault of its own file
            if id_ not in known and not told and (field != "edition" or guide):
                line = document.line(*loc, field)
                yield Problem(PATH, line, "unknown-id", f'there is no {kind} "{id_}"', nearest(id_, known))
        key = (entry.guide, entry.edition, entry.language)
        line = document.line(*loc, "guide")
        if key in seen:
            what = f"{', '.join(key)} stands already on line {seen[key]}"
            yield Problem(PATH, line, "duplicate-id", what, "put the two together")
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
        lacking = [
            name for name, given in (("issued", entry.issued), ("urn, doi or handle", entry.identifier)) if not given
        ]
        if lacking:
            what = f"{entry.guide} ({entry.language}) is marked published, but lacks: {'; '.join(lacking)}"
            mend = 'add what is given, or write "status: draft" until it is'
            yield Problem(PATH, line, "publication-incomplete", what, mend)


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
                what = f"{identifier} is the {field} of another publication ({taken[identifier]} in the bibliography)"
                mend = "write the one that was given to this guide, or none"
                yield Problem(PATH, document.line(*loc, field), "identifier", what, mend)
