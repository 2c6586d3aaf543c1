"""Rules on a local edition: it adds to the national content, hides nothing of it, and keeps up with its editions."""

from __future__ import annotations

from collections.abc import Iterator

from macros.fate import Fate, fate, last_edition_with
from macros.load import Content
from macros.model import Adaptation, Basis, CoreElement, Guide, LocalInfo
from macros.model.overlay import SECTION
from macros.overlay import ADAPTATIONS, BASIS, INFO, element_digest
from macros.problem import Message, Problem, nearest, say


def local_editions_name_what_there_is(content: Content) -> Iterator[Problem]:
    """A local edition is built in languages of the site, the source among them, and its contacts answer for models there are."""
    assert content.site
    document = content.documents.get(INFO)
    if document is None or not isinstance(document.value, LocalInfo):
        return
    info, site = document.value, content.site
    known = [id_ for id_, language in site.languages.items() if language.status != "planned" or id_ in info.languages]
    for position, id_ in enumerate(info.languages):
        if id_ not in known:
            told = say("unknown-id/built-language", id=id_, nearest=nearest(id_, known))
            yield Problem(document.path, document.line("languages", position), told)
    sources = [id_ for id_, language in site.languages.items() if language.status == "source"]
    if info.languages and sources and sources[0] not in info.languages:
        told = say("local-edition/source", language=sources[0])
        yield Problem(document.path, document.line("languages"), told)
    for index, contact in enumerate(info.contacts):
        if contact.guide is not None and contact.guide not in site.guides:
            told = say("unknown-id/model", id=contact.guide, nearest=nearest(contact.guide, site.guides))
            yield Problem(document.path, document.line("contacts", index, "guide"), told)


def national_pages_leave_room(content: Content) -> Iterator[Problem]:
    """No national page stands where those of a local edition do, so that neither can take the other's place."""
    for language in sorted(content.written["data/languages.yml"]):
        if (content.root / "docs" / language / SECTION).exists():
            yield Problem(f"docs/{language}/{SECTION}", 1, say("local-edition/section", section=SECTION))


def adaptations_are_of_elements_as_they_stand(content: Content) -> Iterator[Problem]:
    """An adaptation is of a core element there is, once, and was made against the text the element has now."""
    assert content.site
    document = content.documents.get(ADAPTATIONS)
    seen: dict[str, int] = {}
    for adaptation, loc in document.find(Adaptation) if document else ():
        assert document
        line = document.line(*loc, "element")
        guide = content.site.guides.get(adaptation.guide)
        if guide is None:
            told = say("unknown-id/model", id=adaptation.guide, nearest=nearest(adaptation.guide, content.site.guides))
            yield Problem(document.path, document.line(*loc, "guide"), told)
        elif adaptation.key in seen:
            told = say("local-edition/twice", element=adaptation.element, line=seen[adaptation.key])
            yield Problem(document.path, line, told)
        elif not any(problem.path.startswith(f"data/models/{guide.id}/") for problem in content.problems):
            message = standing(content, guide, adaptation)
            if message is not None:
                yield Problem(document.path, line, message)
        seen.setdefault(adaptation.key, line)


def standing(content: Content, guide: Guide, adaptation: Adaptation) -> Message | None:
    """What an area has to do about one adaptation; None if it stands to the national text as it did when it was made."""
    assert content.site
    recorded = content.documents[BASIS].value if BASIS in content.documents else {}
    basis: Basis | None = recorded.get(adaptation.key)
    element = guide.current.element(adaptation.element)
    if element is None:
        return _gone(guide, adaptation, basis)
    if basis is None:
        return say("local-element/unrecorded", element=element.id, key=adaptation.key)
    source = content.site.source_language.id
    if basis.digest == element_digest(element, source):
        return None
    told = {
        "element": element.id,
        "key": adaptation.key,
        "edition": basis.edition,
        "current": guide.current.id,
    }
    if basis.label == element.label[source]:
        return say("local-element/inside", **told)
    return say("local-element/changed", **told, was=basis.label, now=element.label[source])


def _gone(guide: Guide, adaptation: Adaptation, basis: Basis | None) -> Message:
    """The element is none of the edition shown: what became of it, as far as the ledger tells."""
    known = {element.id: element for element in guide.elements}
    edition = basis.edition if basis else last_edition_with(guide, adaptation.element)
    if edition is None:
        told = nearest(adaptation.element, known)
        return say("unknown-id/element", id=adaptation.element, edition=guide.current.id, nearest=told)
    found = fate(guide, edition, adaptation.element)
    into = _named(found, known)
    told_of = {"element": adaptation.element, "edition": edition, "current": guide.current.id}
    if found is None:
        return say("local-element/gone", **told_of)
    if not into:
        moved = found.change == "moved-to-mechanisms"
        return say("local-element/moved" if moved else "local-element/dropped", **told_of)
    if found.change in ("merged", "split"):
        return say(f"local-element/{found.change}", **told_of, into=into)
    return say("local-element/renamed", **told_of, into=into)


def _named(found: Fate | None, known: dict[str, CoreElement]) -> tuple[str, ...]:
    return tuple(id_ for id_ in found.into if id_ in known) if found else ()
