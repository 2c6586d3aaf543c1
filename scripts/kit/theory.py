"""The slides of the logic model: what the work needs, each side as a drawing, what is assumed and what is not proved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.diagram import description, draw
from macros.model import Guide, Track
from macros.model.text import fill
from scripts.export import Book
from scripts.export.figure import Figure
from scripts.kit.slide import Block, Slide
from scripts.kit.words import raised, read_from, said, words


def theory(book: Book) -> Iterator[Slide]:
    """The slides of the logic model, each side on one of its own; or the plain word that there is none."""
    guide, language = book.guide, book.language.id
    logic = guide.current.logic_model
    heading = raised(book.label("diagram-title"))
    mechanisms = guide.topic("mechanisms")
    if logic is None:
        unknown = mechanisms.unknown if mechanisms else None
        lacking = [Block("text", words(book, unknown))] if unknown else []
        yield Slide(
            heading,
            (Block("lead", book.label("kit-no-logic-model")), *lacking),
            notes=said(book, mechanisms.claims) if mechanisms else "",
        )
        return
    if logic.context:
        body = tuple(Block("item", words(book, box.text)) for box in logic.context)
        cited = [source for box in logic.context for source in box.sources]
        yield Slide(
            book.label("diagram-context"),
            body,
            notes=read_from(book, cited),
        )
    for track in logic.tracks:
        told = description(_side(guide, track), book.site.labels, language)
        yield Slide(f"{heading}: {words(book, track.title)}", picture=_drawing(book, track), notes=told)
    links = [Block("item", f"H{link.number}: {words(book, link.text)}") for link in logic.hypotheses]
    if links:
        cited = [source for link in logic.hypotheses for source in link.sources]
        yield Slide(book.label("kit-assumed"), tuple(links), notes=read_from(book, cited))
    caveat = Block("lead", words(book, logic.caveat))
    yield Slide(book.label("kit-arrows"), (caveat,), notes=_unknown(book, logic.tracks))


def _unknown(book: Book, tracks: Sequence[Track]) -> str:
    """What the sources leave open about each side, for the notes."""
    told = [
        f"- {words(book, track.title)}: {book.label('unknown')} {words(book, track.unknown)}"
        for track in tracks
        if track.unknown
    ]
    return "\n".join(told)


def _side(guide: Guide, track: Track) -> Guide:
    """The guide with one side of its logic model alone."""
    edition, logic = guide.current, guide.current.logic_model
    assert logic
    own = tuple(element for element in edition.core_elements if element.id in track.core_elements)
    links = tuple(link for link in logic.hypotheses if link.outcome in {box.id for box in track.boxes})
    alone = logic.model_copy(update={"tracks": (track,), "context": (), "hypotheses": links})
    shown = edition.model_copy(update={"core_elements": own or edition.core_elements, "logic_model": alone})
    return guide.model_copy(update={"editions": tuple(shown if each is edition else each for each in guide.editions)})


def _drawing(book: Book, track: Track) -> Figure:
    side, labels, language = _side(book.guide, track), book.site.labels, book.language.id
    return Figure(
        model=f"{book.guide.id}-{track.id}",
        draw=lambda: draw(side, labels, language, width="slide"),
        alt=fill(book.label("kit-diagram-alt"), model=book.guide.model.name[language], side=words(book, track.title)),
        caption="",
    )
