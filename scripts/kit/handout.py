"""The handout of a workshop: two pages of A4 with the core elements, what to ask of one's own work, and the logic model."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from macros.model import Claim, CoreElement
from macros.passages import set_passages
from macros.problem import ContentError, Problem, say
from macros.views import bibliography
from macros.views.citation import linked
from macros.views.claims import mark
from scripts.export import Book
from scripts.export.breaks import with_breaks
from scripts.export.figure import Figure, figure_of
from scripts.export.finish import pages
from scripts.export.front import front_matter
from scripts.export.hyphens import divided
from scripts.export.pandoc import convert
from scripts.export.pdf import TEMPLATES, RefusedError, look, typeset
from scripts.kit.words import edition_line, words

PAGES = 2
_ROOM = Path(__file__).parent
_FILTER = _ROOM / "filters" / "handout.lua"


SIZES = (11.5, 11, 10.5, 10, 9.5)
SMALLEST = 8.5


@dataclass(frozen=True, slots=True)
class Fill:
    """How full the pages are set.

    Attributes:
        size: Points of running text.
        claims: How many of the sources' statements are told of each element at most.
        questions: How many questions each element has at most.
    """

    size: float
    claims: int
    questions: int


FILLS = (
    *(Fill(size, claims, 9) for claims in (9, 3, 2, 1, 0) for size in SIZES),
    *(Fill(9, 0, questions) for questions in (9, 2, 1)),
    Fill(SMALLEST, 0, 1),
    Fill(SMALLEST, 0, 0),
)
"""From the fullest to what holds most elements; the first with which all stands on two pages is taken."""


def make_handout(book: Book) -> bytes:
    """Set the handout of a guide as PDF/UA-1 and PDF/A-2a, always on two pages; the same bytes each time.

    Raises:
        ContentError: There is too much for two pages, or a sign that the fonts do not have.
    """
    place = f"data/models/{book.guide.id}/{book.guide.current.id}.yml"
    with TemporaryDirectory() as name:
        folder = Path(name)
        for file in TEMPLATES.iterdir():
            shutil.copy(file, folder)
        shutil.copy(_ROOM / "templates" / "handout.typ", folder)
        figure = _figure(book)
        if figure:
            (folder / figure.data["svg"]).write_text(figure.svg, encoding="utf-8")
        try:
            for parted in (figure is not None, figure is None):
                for fill in FILLS:
                    made = _set(book, fill, folder, figure, parted=parted)
                    if pages(made) == PAGES:
                        return made
        except RefusedError as error:
            raise ContentError([Problem(place, 1, say("export-handout/refused"))]) from error
    raise ContentError([Problem(place, 1, say("export-handout/full", pages=PAGES))])


def handout_texts(book: Book) -> list[str]:
    """All texts and drawings that the handout is made of."""
    figure = _figure(book)
    return [markdown(book, FILLS[0]), json.dumps(_front(book), sort_keys=True), *([figure.svg] if figure else [])]


def _set(book: Book, fill: Fill, folder: Path, figure: Figure | None, *, parted: bool) -> bytes:
    data = _front(book) | {"size": fill.size, "parted": parted}
    data |= {"figure": figure.data if figure else None}
    (folder / "book.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    source, body, main = folder / "handout.md", folder / "body.typ", folder / "main.typ"
    text = markdown(book, fill)
    source.write_text(text, encoding="utf-8")
    convert(
        source,
        "typst",
        body,
        book.published,
        "--wrap=none",
        f"--lua-filter={_FILTER}",
        f"--metadata=book:{folder / 'book.json'}",
    )
    compounds = divided(text, book.language.analyser)
    set_text = with_breaks(body.read_text(encoding="utf-8"), compounds)
    main.write_text(f'#import "handout.typ": *\n#show: handout\n{set_text}', encoding="utf-8")
    return typeset(main, book.published)


def _front(book: Book) -> dict[str, Any]:
    front = front_matter(book)
    kind = book.label("kit-moniste")
    edition = book.guide.current
    return {
        **front,
        **look(book),
        "name": f"{front['title']}: {kind[:1].lower()}{kind[1:]}",
        "kind": kind,
        "edition": edition_line(book),
        "standing": book.label(f"edition-{edition.status}"),
        "locales": {language.id: language.locale for language in book.site.languages.values()},
    }


def _figure(book: Book) -> Figure | None:
    return figure_of(book, book.guide.id, 1) if book.guide.current.logic_model else None


def markdown(book: Book, fill: Fill) -> str:
    """All that the handout says; divs name its parts for the filter."""
    return set_passages("\n\n".join(_written(book, fill))) + "\n"


def _written(book: Book, fill: Fill) -> Iterator[str]:
    guide, edition = book.guide, book.guide.current
    yield f"# {words(book, guide.model.title)}"
    yield '<div class="summary">'
    yield words(book, guide.model.summary)
    yield "</div>"
    yield f'<div class="standing">\n\n**{book.label(f"edition-note-{edition.status}")}**\n\n</div>'
    yield f"## {book.label('diagram-core-elements')}"
    yield f'<div class="asked">\n\n{book.label("kit-ask")}\n\n</div>'
    for element in edition.core_elements:
        yield from _element(book, element, fill)
    if edition.unknown:
        yield f"## {book.label('kit-unknown')}"
        yield "\n".join(f"- {words(book, each)}" for each in edition.unknown)
    yield '<div class="second"></div>'
    if edition.logic_model:
        title = book.label("diagram-title")
        yield f"## {title[:1].upper()}{title[1:]}"
        yield f'<div class="drawing"></div>\n\n{words(book, edition.logic_model.caveat)}'
    yield from _end(book, fill)


def _element(book: Book, element: CoreElement, fill: Fill) -> Iterator[str]:
    """An element: what it says, and beside it what to ask of one's own work."""
    cited = linked(book.site, book.language, element.sources)
    yield f'<div class="element" data-number="{element.number}">\n\n<div class="says">'
    yield f"### {words(book, element.label)}"
    yield f'{words(book, element.summary)} <span class="cited">({cited})</span>'
    if told := _told(element, fill):
        yield "\n".join(f"- {_said(book, claim)}" for claim in told)
    yield '</div>\n\n<div class="asks">'
    yield "\n".join(f"- {words(book, question.text)}" for question in element.questions[: fill.questions])
    yield "</div>\n\n</div>"


def _end(book: Book, fill: Fill) -> Iterator[str]:
    """Where it all comes from, and what it is not."""
    edition, info = book.guide.current, book.site.info
    yield f"## {book.label('export-bibliography')}"
    works = {source.ref for source in edition.sources}
    for element in edition.core_elements:
        works |= {source.ref for source in element.sources}
        works |= {source.ref for claim in _told(element, fill) for source in claim.sources}
    yield f'<div class="works">\n\n{bibliography(book.site, book.language, *sorted(works))}\n\n</div>'
    licence = info.licence.content or book.label("export-not-stated")
    told = [words(book, info.notice), f"{book.label('export-licence')}: {licence}.", book.label("kit-questions-ours")]
    if not book.site.reviewed(book.guide, book.language):
        told.append(book.label("translation-not-reviewed"))
    yield f'<div class="notice">\n\n{" ".join(told)}\n\n</div>'


def _told(element: CoreElement, fill: Fill) -> tuple[Claim, ...]:
    """What the sources say of an element besides its name; what the editors infer is on the page."""
    return tuple(claim for claim in element.claims if claim.status != "editorial")[: fill.claims]


def _said(book: Book, claim: Claim) -> str:
    cited = f'<span class="cited">({linked(book.site, book.language, claim.sources)})</span>'
    return f"{words(book, claim.text)} {cited} {mark(book.site, book.language, claim.status)}"
