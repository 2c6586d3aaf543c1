"""Rules on languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import get_args

from babel import Locale, UnknownLocaleError

from macros.callout import KINDS
from macros.diagram.drawing import SPOKEN
from macros.load import Content
from macros.model import EditionStatus, Instrument, Language, LogicField, Text
from macros.model.accessibility import Conformance
from macros.model.area import AreaKind, Undertaking
from macros.model.completeness import Coverage, TidierItem
from macros.model.form import FormFormat
from macros.model.ledger import Change, Confidence
from macros.model.overlay import CarriedOut
from macros.model.site import KIT_FORMATS
from macros.model.text import places
from macros.outline import Outline
from macros.passages import passages
from macros.problem import Message, Problem, nearest, say
from macros.views import ALL
from macros.views.claims import STATUSES
from macros.views.self_check import TEXTS
from macros.views.text_places import PARTS


def one_source_language(content: Content) -> Iterator[Problem]:
    """Exactly one language has the status source."""
    document = content.documents["data/languages.yml"]
    found = [index for index, language in enumerate(document.value) if language.status == "source"]
    if len(found) != 1:
        line = document.line(found[1], "status") if found else 1
        told = say("source-language/many", count=len(found)) if found else say("source-language/none")
        yield Problem(document.path, line, told)


def known_locales(content: Content) -> Iterator[Problem]:
    """The locale of a language is one that dates and numbers can be written by."""
    document = content.documents["data/languages.yml"]
    for index, language in enumerate(document.value):
        try:
            Locale.parse(language.locale, sep="-")
        except (ValueError, UnknownLocaleError):
            yield Problem(document.path, document.line(index, "locale"), say("locale/here", locale=language.locale))


def every_text_in_every_language(content: Content) -> Iterator[Problem]:
    """Every text stands in every language that is built, and in no language the site does not know."""
    assert content.site
    known = content.site.languages
    needed = [language.id for language in content.site.built_languages]
    for document in content.documents.values():
        for text, loc in document.find(Text):
            for language in needed:
                if language not in text:
                    told = _lacking(loc, known[language])
                    yield Problem(document.path, document.line(*loc), told)
            for language in sorted(text.languages - named(content)):
                told = say("unknown-language/text", language=language, nearest=nearest(language, known))
                yield Problem(document.path, document.line(*loc, language), told)


def named(content: Content) -> frozenset[str]:
    """Ids of the site's languages, also of those whose entry is faulty: that is told already."""
    assert content.site
    return content.written["data/languages.yml"] | content.site.languages.keys()


def passages_in_data(content: Content) -> Iterator[Problem]:
    """A passage in another language inside a text of the data is in a language of the site."""
    assert content.site
    for document in content.documents.values():
        for text, loc in document.find(Text):
            for language, words in text.root.items():
                for spoken, passage, _ in passages(words):
                    if spoken not in named(content):
                        line = document.line(*loc, language)
                        yield _no_language(document.path, line, spoken, passage, content.site.languages)


def passages_on_pages(content: Content, pages: Mapping[str, Mapping[str, Outline]]) -> Iterator[Problem]:
    """A passage in another language on a page is in a language of the site."""
    assert content.site
    for outlines in pages.values():
        for outline in outlines.values():
            for spoken, passage, line in passages(outline.page.authored):
                if spoken not in named(content):
                    yield _no_language(outline.page.path, line + 1, spoken, passage, content.site.languages)


def _no_language(path: str, line: int, spoken: str, passage: str, known: Iterable[str]) -> Problem:
    told = say("unknown-language/passage", passage=passage, language=spoken, nearest=nearest(spoken, known))
    return Problem(path, line, told)


def _lacking(loc: tuple[str | int, ...], language: Language) -> Message:
    field = next(part for part in reversed(loc) if isinstance(part, str))
    return say("missing-language/field", field=field, name=language.name, language=language.id)


def every_label_there(content: Content) -> Iterator[Problem]:
    """labels.yml holds every word the program shows."""
    assert content.site
    for id_ in sorted(needed_labels() - set(content.site.labels)):
        yield Problem("data/labels.yml", 1, say("missing-label/word", label=id_))


def labels_have_the_same_places(content: Content) -> Iterator[Problem]:
    """A label has the same places for values, such as ``{}``, in every language."""
    assert content.site
    document = content.documents["data/labels.yml"]
    sources = [language.id for language in content.site.languages.values() if language.status == "source"]
    for id_, text in content.site.labels.items():
        wanted = places(text[sources[0] if sources else ""])
        for language, words in text.root.items():
            if places(words) != wanted:
                shown = " ".join(wanted) or "–"
                told = say("missing-label/places", label=id_, language=language, places=shown)
                yield Problem("data/labels.yml", document.line(id_, language), told)


@cache
def needed_labels() -> frozenset[str]:
    """Ids of the labels that templates and code name."""
    found: set[str] = set()
    code = Path(__file__).parents[2]
    for path in [*code.glob("macros/**/*"), *code.glob("scripts/**/*")]:
        if path.suffix in (".jinja", ".py"):
            text = path.read_text(encoding="utf-8")
            found.update(re.findall(r"""(?:label(?:s|_of)?\[|book\.label\()\\?["']([a-z0-9-]+)\\?["'][\])]""", text))
    found.update(f"status-{status}" for status in STATUSES)
    found.update(f"status-{status}-means" for status in STATUSES)
    found.update(f"edition-{status}" for status in get_args(EditionStatus))
    found.update(f"edition-note-{status}" for status in get_args(EditionStatus))
    found.update(f"became-{change}" for change in get_args(Change))
    found.update(f"change-{change}" for change in get_args(Change))
    found.update(f"confidence-{confidence}" for confidence in get_args(Confidence))
    found.update(f"callout-{kind}" for kind in KINDS)
    found.update(f"stage-{stage}" for stage in SPOKEN.values())
    found.update(f"locator-{kind}" for kind in ("slide", "slides", "page", "pages", "section", "part"))
    found.update(f"missing-{part}" for part in ("author", "title", "year", "publisher"))
    found.update(f"instrument-{kind}" for kind in get_args(Instrument.model_fields["kind"].annotation))
    found.update(f"field-{field}" for field in get_args(LogicField))
    found.update(f"vocabulary-{ending}" for ending in ("ttl", "csv"))
    found.update(f"area-{kind}" for kind in get_args(AreaKind))
    found.update(f"undertaking-{name}" for name in get_args(Undertaking))
    found.update(f"package-{state}" for state in ("draft", "ready", "published"))
    found.update(f"innokyla-part-{part}" for part in PARTS)
    found.update(f"accessibility-{conformance}" for conformance in get_args(Conformance))
    found.update(f"tidier-{item}" for item in get_args(TidierItem))
    found.update(f"coverage-{coverage}" for coverage in get_args(Coverage))
    found.update(f"local-start-{field}" for field in ("name", "by"))
    found.update(f"carried-{carried}" for carried in get_args(CarriedOut))
    found.update(f"format-{format_}" for format_ in get_args(FormFormat))
    found.update(f"kit-{kind}" for kind in KIT_FORMATS)
    found.update(f"check-{name}" for name in TEXTS)
    found.update(f"macro-{view.name.replace('_', '-')}" for view in ALL)
    return frozenset(found)
