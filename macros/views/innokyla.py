"""The fields of a page in Innokylä, filled from the data: plain text to copy, and word of where it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from babel.numbers import format_decimal

from macros.model import Claim, Guide, InnokylaField, Language, Site, Text
from macros.passages import without_marks
from macros.problem import Misuse, say
from macros.views import lookup
from macros.views.citation import linked
from macros.views.rendering import babel_locale, day, render
from macros.views.text_places import UNKNOWN, Found, file_of, find

FORMAT = "innokyla.txt"
"""The ending of the file that holds all fields of a guide."""

TOLD = ("hypothesis", "editorial")
"""Standings of claims that a text without marks must tell in a word: an assumption is no result, an inference no source."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A field with its text.

    Attributes:
        field: The field.
        text: The text to copy: plain, in paragraphs and lines.
        length: Its length in characters, as the language writes numbers.
        origins: Where it comes from: each file, and what each text taken from it is called, with its ids there.
        readings: What is uncertain about how the sources were read; passages in other languages are marked.
        named_in: A link to where a source shows the field; None if no source does.
    """

    field: InnokylaField
    text: str
    length: str
    origins: Mapping[str, list[tuple[str, tuple[str, ...]]]]
    readings: tuple[str, ...]
    named_in: str | None


def innokyla_fields(site: Site, language: Language, model: str) -> str:
    """Show a guide as the fields of a page in Innokylä, each with its text to copy, where it comes from and what is not known.

    Example: {{ innokyla_fields("etsiva-sosiaalityo") }}
    """
    guide = lookup.guide(site, model)
    files = [
        file for file in site.downloads if (file.guide, file.language, file.format) == (model, language.id, FORMAT)
    ]
    given = site.publication(guide, language.id)
    return render(
        "innokyla_fields", site, language, fields=filled(site, language, guide), publication=given, files=files
    )


def innokyla_file(site: Site, language: Language, guide: Guide) -> str:
    """The same fields as one plain text file."""
    return (
        render(
            "innokyla_file",
            site,
            language,
            guide=guide,
            fields=filled(site, language, guide),
            publication=site.publication(guide, language.id),
            plain=without_marks,
        )
        + "\n"
    )


def filled(site: Site, language: Language, guide: Guide) -> tuple[Filled, ...]:
    """Every field with its text for one guide in one language.

    Raises:
        Misuse: There are no fields, or a field asks for a text there is not.
    """
    if not site.innokyla:
        raise Misuse(say("missing-file/innokyla"), wanted="innokyla")
    return tuple(_fill(site, language, guide, field) for field in site.innokyla)


def _fill(site: Site, language: Language, guide: Guide, field: InnokylaField) -> Filled:
    found = [find(site, guide, written) for written in field.texts]
    title = field.title[language.id] if len(found) > 1 else None
    text = "\n\n".join(_paragraph(site, language, guide, each, title) for each in found)
    origins: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for each in found:
        origins.setdefault(file_of(guide, each), []).append((_called(site, language, each), each.ids))
    return Filled(
        field=field,
        text=text,
        length=format_decimal(len(text), locale=babel_locale(language.locale)),
        origins=origins,
        readings=tuple(dict.fromkeys(words[language.id] for each in found for words in _readings(guide, each))),
        named_in=linked(site, language, [field.named_in]) if field.named_in else None,
    )


def _paragraph(site: Site, language: Language, guide: Guide, found: Found, title: str | None) -> str:
    """The text of one place: a sentence or lines; above them the topic's name, if the field holds more than this topic.

    Args:
        site: The content.
        language: The language of the text.
        guide: The guide.
        found: The place.
        title: The field's title if it holds several texts; a topic of the same name is not named again.
    """
    if found.topic is None:
        return "\n".join(_whole(site, language, guide, found.part))
    if found.claim:
        return _sentence(site, language, found.claim)
    lines = [_sentence(site, language, claim) for claim in found.topic.claims if found.part != UNKNOWN]
    if len(lines) > 1:
        lines = [f"• {line}" for line in lines]
    if found.topic.unknown:
        lines.append(f"{site.labels['unknown'][language.id]} {_plain(found.topic.unknown, language)}")
    if title and not found.part and (named := _plain(found.topic.title, language)) != title:
        lines.insert(0, named)
    return "\n".join(lines)


def _whole(site: Site, language: Language, guide: Guide, part: str) -> Iterator[str]:
    if part == "core-elements":
        edition = guide.current
        status = site.labels[f"edition-{edition.status}"][language.id]
        yield " ".join(_standing(site, language, guide))
        for element in guide.elements:
            label, summary = _plain(element.label, language), _plain(element.summary, language)
            yield f"{element.number}. {label} ({status}). {summary}"
    else:
        yield _plain(getattr(guide.model, part), language)


def _standing(site: Site, language: Language, guide: Guide) -> Iterator[str]:
    """Which edition the core elements are of, how settled it is, and which later ones there are."""
    edition = guide.current
    yield f"{_plain(edition.title, language)}, {day(edition.date, language.locale)}."
    yield site.labels[f"edition-note-{edition.status}"][language.id]
    newer = [day(other.date, language.locale) for other in guide.editions if other.id > edition.id]
    if newer:
        yield site.labels["edition-newer-one" if len(newer) == 1 else "edition-newer-many"][language.id]
        yield f"{', '.join(newer)}."


def _sentence(site: Site, language: Language, claim: Claim) -> str:
    text = _plain(claim.text, language)
    return f"{text} ({site.labels[f'status-{claim.status}'][language.id]})" if claim.status in TOLD else text


def _readings(guide: Guide, found: Found) -> Iterator[Text]:
    records = found.topic.claims if found.topic else guide.elements if found.part == "core-elements" else ()
    for record in records if found.part != UNKNOWN else ():
        if record.reading and found.claim in (None, record):
            yield record.reading


def _called(site: Site, language: Language, found: Found) -> str:
    if found.topic is None:
        return site.labels[f"innokyla-part-{found.part}"][language.id]
    return _plain(found.topic.title, language)


def _plain(text: Text, language: Language) -> str:
    return " ".join(without_marks(text[language.id]).split())
