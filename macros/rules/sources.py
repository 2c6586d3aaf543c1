"""Rules on sources."""

from __future__ import annotations

from collections.abc import Iterator

from macros.load import Content
from macros.model import Reference, SourceRef
from macros.model.claim import Credit
from macros.parser import Loc
from macros.problem import Problem, nearest, say

BIBLIOGRAPHY = "data/bibliography.yml"


def sources_in_the_bibliography(content: Content) -> Iterator[Problem]:
    """Every source that is named stands in bibliography.yml."""
    assert content.site
    known = content.site.references
    for document in content.documents.values():
        named: list[tuple[SourceRef | Credit, Loc]] = [*document.find(SourceRef), *document.find(Credit)]
        for source, loc in named:
            if source.ref not in known and source.ref not in content.written[BIBLIOGRAPHY]:
                yield Problem(
                    document.path,
                    document.line(*loc, "ref"),
                    say("unknown-source/here", source=source.ref, nearest=nearest(source.ref, known)),
                )


def citation_labels_differ(content: Content) -> Iterator[Problem]:
    """No two sources look the same in a citation."""
    document = content.documents[BIBLIOGRAPHY]
    seen: dict[str, str] = {}
    for reference, loc in document.find(Reference):
        label = reference.citation_label
        if label in seen:
            yield Problem(
                document.path,
                document.line(*loc, "citation-label"),
                say("citation-label/taken", label=label, source=seen[label]),
            )
        seen.setdefault(label, reference.id)
