"""Rules on languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import get_args

from babel import Locale, UnknownLocaleError

from macros.callout import KINDS
from macros.load import Content
from macros.model import EditionStatus, Instrument, LogicField, Text
from macros.model.area import AreaKind, Undertaking
from macros.model.ledger import Change, Confidence
from macros.outline import Outline
from macros.passages import passages
from macros.problem import Problem, nearest
from macros.views import ALL
from macros.views.claims import STATUSES
from macros.views.text_places import PARTS


def one_source_language(content: Content) -> Iterator[Problem]:
    """Exactly one language has the status source."""
    document = content.documents["data/languages.yml"]
    found = [index for index, language in enumerate(document.value) if language.status == "source"]
    if len(found) != 1:
        line = document.line(found[1], "status") if found else 1
        yield Problem(
            document.path,
            line,
            "source-language",
            f"{len(found)} languages have the status source",
            "give it to exactly one",
        )


def known_locales(content: Content) -> Iterator[Problem]:
    """The locale of a language is one that dates and numbers can be written by."""
    document = content.documents["data/languages.yml"]
    for index, language in enumerate(document.value):
        try:
            Locale.parse(language.locale, sep="-")
        except (ValueError, UnknownLocaleError):
            what = f'"{language.locale}" is not a known locale'
            mend = "write language and country, for example fi-FI, sv-FI or en-GB"
            yield Problem(document.path, document.line(index, "locale"), "locale", what, mend)


def every_text_in_every_language(content: Content) -> Iterator[Problem]:
    """Every text stands in every language that is built, and in no language the site does not know."""
    assert content.site
    known = content.site.languages
    needed = [language.id for language in content.site.built_languages]
    for document in content.documents.values():
        for text, loc in document.find(Text):
            for language in needed:
                if language not in text:
                    name = _name(loc)
                    yield Problem(
                        document.path,
                        document.line(*loc),
                        "missing-language",
                        f'{name} has no text in {known[language].name} ("{language}")',
                        f'add "{language}: …"',
                    )
            for language in sorted(text.languages - set(known)):
                yield Problem(
                    document.path,
                    document.line(*loc, language),
                    "unknown-language",
                    f'"{language}" is not a language of the site',
                    nearest(language, known),
                )


def passages_in_data(content: Content) -> Iterator[Problem]:
    """A passage in another language inside a text of the data is in a language of the site."""
    assert content.site
    for document in content.documents.values():
        for text, loc in document.find(Text):
            for language, words in text.root.items():
                for spoken, passage, _ in passages(words):
                    if spoken not in content.site.languages:
                        line = document.line(*loc, language)
                        yield _no_language(document.path, line, spoken, passage, content.site.languages)


def passages_on_pages(content: Content, pages: Mapping[str, Mapping[str, Outline]]) -> Iterator[Problem]:
    """A passage in another language on a page is in a language of the site."""
    assert content.site
    for outlines in pages.values():
        for outline in outlines.values():
            for spoken, passage, line in passages(outline.page.authored):
                if spoken not in content.site.languages:
                    yield _no_language(outline.page.path, line + 1, spoken, passage, content.site.languages)


def _no_language(path: str, line: int, spoken: str, passage: str, known: Iterable[str]) -> Problem:
    what = f'"{passage}" is said to be in "{spoken}", which is not a language of the site'
    return Problem(path, line, "unknown-language", what, nearest(spoken, known))


def _name(loc: tuple[str | int, ...]) -> str:
    words = [part for part in loc if isinstance(part, str)]
    return f'"{words[-1]}"' if words else "this text"


def every_label_there(content: Content) -> Iterator[Problem]:
    """labels.yml holds every word the program shows."""
    assert content.site
    for id_ in sorted(needed_labels() - set(content.site.labels)):
        yield Problem(
            "data/labels.yml",
            1,
            "missing-label",
            f'the word "{id_}" is missing',
            f'add "{id_}:" with its text in each language',
        )


@cache
def needed_labels() -> frozenset[str]:
    """Ids of the labels that templates and code name."""
    found: set[str] = set()
    code = Path(__file__).parents[2]
    for path in [*code.glob("macros/**/*"), *code.glob("scripts/**/*")]:
        if path.suffix in (".jinja", ".py"):
            text = path.read_text(encoding="utf-8")
            found.update(re.findall(r"""label(?:s|_of)?\[\\?["']([a-z0-9-]+)\\?["']\]""", text))
    found.update(f"status-{status}" for status in STATUSES)
    found.update(f"status-{status}-means" for status in STATUSES)
    found.update(f"edition-{status}" for status in get_args(EditionStatus))
    found.update(f"edition-note-{status}" for status in get_args(EditionStatus))
    found.update(f"change-{change}" for change in get_args(Change))
    found.update(f"confidence-{confidence}" for confidence in get_args(Confidence))
    found.update(f"callout-{kind}" for kind in KINDS)
    found.update(f"stage-{stage}" for stage in ("core-element", "mechanism", "short-term", "long-term"))
    found.update(f"locator-{kind}" for kind in ("slide", "slides", "page", "pages", "section", "part"))
    found.update(f"missing-{part}" for part in ("author", "title", "year", "publisher"))
    found.update(f"instrument-{kind}" for kind in get_args(Instrument.model_fields["kind"].annotation))
    found.update(f"field-{field}" for field in get_args(LogicField))
    found.update(f"vocabulary-{ending}" for ending in ("ttl", "csv"))
    found.update(f"area-{kind}" for kind in get_args(AreaKind))
    found.update(f"undertaking-{name}" for name in get_args(Undertaking))
    found.update(f"package-{state}" for state in ("draft", "ready", "published"))
    found.update(f"innokyla-part-{part}" for part in PARTS)
    found.update(f"macro-{view.name.replace('_', '-')}" for view in ALL)
    return frozenset(found)
