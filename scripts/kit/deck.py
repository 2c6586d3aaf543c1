"""What the slides of a workshop say, all of it from the data and the pages of the guide: one idea a slide."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from macros.model import CoreElement, Topic
from macros.model.text import fill
from macros.views import bibliography
from macros.views.citation import citation_of, sources
from macros.views.rendering import day
from scripts.export import Book
from scripts.kit.fitting import fitted
from scripts.kit.section import section
from scripts.kit.slide import Block, Slide, blocks
from scripts.kit.theory import theory
from scripts.kit.words import edition_line, read_from, said, words


def deck(book: Book) -> tuple[Slide, ...]:
    """The slides of a guide in a language, in order; the title slide is not among them."""
    slides = tuple(_slides(book))
    return tuple(part for slide in (*slides, _works(book, slides)) for part in fitted(slide))


def _slides(book: Book) -> Iterator[Slide]:
    guide = book.guide
    yield _what(book)
    if topic := guide.topic("target-groups"):
        yield _topic(book, topic)
    yield _edition(book)
    yield _overview(book)
    for element in guide.elements:
        yield _element(book, element)
        if element.questions:
            yield _questions(book, element)
    yield from theory(book)
    yield from _open(book)
    yield _home(book)
    yield _about(book)


def _what(book: Book) -> Slide:
    topic = book.guide.topic("purpose")
    return Slide(
        title=book.label("kit-what"),
        body=(Block("lead", words(book, book.guide.model.summary)),),
        notes=said(book, topic.claims) if topic else "",
    )


def _topic(book: Book, topic: Topic) -> Slide:
    """A topic with all its claims, and what is not known of it."""
    body = [Block("item", words(book, claim.text)) for claim in topic.claims]
    unknown = topic.unknown
    lacking = [Block("quiet", f"**{book.label('unknown')}** {words(book, unknown)}")] if unknown else []
    return Slide(words(book, topic.title), (*body, *lacking), notes=said(book, topic.claims))


def _edition(book: Book) -> Slide:
    edition = book.guide.current
    newer = [each.date for each in book.guide.editions if each.id > edition.id]
    later = book.label("edition-newer-one" if len(newer) == 1 else "edition-newer-many")
    dates = ", ".join(day(date, book.language.locale) for date in newer)
    return Slide(
        title=book.label("kit-edition"),
        body=(
            Block("lead", f"{edition_line(book)}. {book.label(f'edition-note-{edition.status}')}"),
            *(Block("text", words(book, known)) for known in edition.known),
            *([Block("text", f"{later} {dates}.")] if newer else []),
        ),
        notes=read_from(book, edition.sources),
    )


def _overview(book: Book) -> Slide:
    steps = [Block("step", f"{each.number}. {words(book, each.label)}") for each in book.guide.elements]
    return Slide(title=book.label("diagram-core-elements"), body=tuple(steps), notes=_core_element(book))


def _core_element(book: Book) -> str:
    """What a core element is, if the glossary says so, and how the slides go on."""
    term = book.site.terms.get("core-element")
    meaning = f"{words(book, term.definition)} {sources(book.site, book.language, term.sources)}" if term else ""
    return f"{meaning}\n\n{book.label('kit-elements-follow')}"


def _element(book: Book, element: CoreElement) -> Slide:
    """What an element says, and beside it what may be adapted."""
    edition = book.guide.current
    place = fill(book.label("element-n-of"), element.number, len(edition.core_elements))
    adapting = section(book, f"{element.id}-adapting")
    aside = (Block("head", adapting.title), *blocks(adapting.text)) if adapting else ()
    head = f"{place} ({book.label(f'edition-{edition.status}')})"
    return Slide(
        title=f"{element.number}. {words(book, element.label)}",
        body=(Block("head", head), Block("lead", words(book, element.summary))),
        aside=aside,
        notes=_element_notes(book, element),
    )


def _element_notes(book: Book, element: CoreElement) -> str:
    parts = [read_from(book, element.sources)]
    if element.reading:
        parts.append(f"{book.label('reading')} {words(book, element.reading)}")
    parts.append(said(book, element.claims))
    for part in ("why", "practice", "unknown"):
        if found := section(book, f"{element.id}-{part}"):
            parts.append(f"**{found.title}**\n\n{found.text}")
    return "\n\n".join(filter(None, parts))


def _questions(book: Book, element: CoreElement) -> Slide:
    asked = [Block("item", words(book, question.text)) for question in element.questions]
    return Slide(
        title=fill(book.label("kit-discuss"), element.number),
        body=(Block("quiet", words(book, element.label)), *asked),
        notes=book.label("kit-questions-ours"),
        look="question",
    )


def _open(book: Book) -> Iterator[Slide]:
    """What is not known: of the core elements, of outcomes, and which questions the sources themselves leave open."""
    guide = book.guide
    unknown = list(guide.current.unknown)
    outcomes, findings = guide.topic("outcomes"), guide.topic("findings")
    if outcomes and outcomes.unknown:
        unknown.append(outcomes.unknown)
    if unknown:
        body = tuple(Block("item", words(book, text)) for text in unknown)
        yield Slide(book.label("kit-unknown"), body, notes=said(book, findings.claims) if findings else "")
    if topic := guide.topic("open-questions"):
        yield _topic(book, topic)


def _home(book: Book) -> Slide:
    asked = (
        book.label("kit-home-need"),
        book.label("kit-home-core"),
        book.label("kit-home-people"),
        book.label("kit-home-cooperation"),
        book.label("kit-home-adaptations"),
        book.label("kit-home-evaluation"),
        book.label("kit-home-continuation"),
    )
    body = tuple(Block("item", question) for question in asked)
    return Slide(book.label("kit-home"), body, notes=book.label("kit-questions-ours"), look="question")


def _about(book: Book) -> Slide:
    """Where the slides come from, and what they are not."""
    info = book.site.info
    licence = info.licence.content or book.label("export-not-stated")
    return Slide(
        title=book.label("kit-about"),
        body=(
            Block("lead", words(book, info.notice)),
            Block("text", book.label("kit-about-text")),
            Block("text", f"{book.label('export-licence')}: {licence}."),
            *(
                []
                if book.site.reviewed(book.guide, book.language)
                else [Block("text", book.label("translation-not-reviewed"))]
            ),
            Block("head", book.label("export-cite")),
            *(Block("quiet", each.text) for each in blocks(citation_of(book.site, book.language, book.guide))),
        ),
    )


def _works(book: Book, slides: Sequence[Slide]) -> Slide:
    """The works that the edition is read from, and those that the slides name."""
    edition = book.guide.current
    cited = {source.ref for source in edition.sources}
    cited |= {source.ref for element in edition.core_elements for source in element.sources}
    shown = " ".join(block.text for slide in slides for block in (*slide.body, *slide.aside))
    cited |= set(re.findall(r"lahteet\.md#ref-([a-z0-9-]+)", shown))
    listed = bibliography(book.site, book.language, *sorted(cited))
    return Slide(book.label("export-bibliography"), tuple(blocks(listed)), notes=book.label("kit-works-rest"))
