"""What the data know, in the words of a form: texts with their sources in plain words."""

from __future__ import annotations

from collections.abc import Iterator

from macros.model import Claim, CoreElement, SourceRef, Topic, Track
from macros.model.innokyla import place_of
from macros.model.logic import Box
from macros.views import cited, lookup
from macros.views.instruments import chosen_forms
from macros.views.rendering import day
from scripts.forms.paper import Paper
from scripts.forms.sheet import Block, Heading, Items, Words

MODEL = "model"
"""The subject that stands for the model of the form."""


def topics(paper: Paper, written: tuple[str, ...]) -> list[Topic]:
    """The topics that a section names: ``model/skills``, ``implementation/plan``."""
    places = map(place_of, written)
    return [
        lookup.topic(paper.site, paper.guide.id if one.subject == MODEL else one.subject, one.topic) for one in places
    ]


def origin(paper: Paper, sources: tuple[SourceRef, ...], status: str = "") -> str:
    """Sources in brackets, with the standing of the statement: ``(THL 2023, dia 45; oletus)``."""
    parts = [cited(paper.site, paper.language, source) for source in sources]
    return f"({'; '.join([*parts, *([paper.label(f'status-{status}')] if status else [])])})"


def sentence(paper: Paper, claim: Claim) -> str:
    """A claim with its sources and its standing."""
    words = f"{claim.text[paper.language.id]} {origin(paper, claim.sources, claim.status)}"
    return f"{words} {paper.label('reading')} {claim.reading[paper.language.id]}" if claim.reading else words


def unknown(paper: Paper, topic: Topic) -> Iterator[Words]:
    """What the sources leave unsaid of a topic, if they do."""
    if topic.unknown:
        yield Words(f"**{paper.label('unknown')}** {topic.unknown[paper.language.id]}", "Unknown")


def edition(paper: Paper) -> str:
    """Which core elements the form is made of: ``Alustavat ydinelementit, 11. helmikuuta 2022``."""
    current = paper.guide.current
    return f"{current.title[paper.language.id]}, {day(current.date, paper.language.locale)}"


def standing(paper: Paper) -> Words:
    """The plain word of how far the core elements can be relied on."""
    note = paper.label(f"edition-note-{paper.guide.current.status}")
    return Words(f"**{edition(paper)}.** {note}", "Edition Note")


def element_title(paper: Paper, element: CoreElement) -> str:
    """Number and label of a core element; a preliminary one says so."""
    title = f"{element.number}. {element.label[paper.language.id]}"
    status = paper.guide.current.status
    return title if status == "refined" else f"{title} ({paper.label(f'edition-{status}')})"


def area(paper: Paper) -> Iterator[Block]:
    """What the sources tell of the area the form is for, or of every area they tie to the model."""
    language = paper.language
    chosen = [paper.area] if paper.area else list(paper.site.areas.values())
    lines = []
    for one in sorted(chosen, key=lambda one: one.name[language.id].casefold()):
        for appearance in one.appearances:
            if paper.area is None and appearance.guide != paper.guide.id:
                continue
            of = paper.site.guides[appearance.guide].model.name[language.id] if appearance.guide else ""
            told = [paper.label(f"undertaking-{appearance.undertaking}"), of if paper.area else ""]
            words = f"**{one.name[language.id]}**: {', '.join(filter(None, told))}"
            words += f". {appearance.text[language.id]}" if appearance.text else ""
            lines.append(f"{words} {origin(paper, appearance.sources)}")
    yield Heading(3, paper.label("forms-area-known"))
    yield Items(tuple(lines)) if lines else Words(paper.label("forms-area-unknown"))


def omissions(paper: Paper) -> Iterator[Block]:
    """What is endangered where a core element is left out: as much as the sources carry, side by side of the logic model."""
    language, guide = paper.language.id, paper.guide
    yield Words(paper.label("forms-omission-rule"))
    model = guide.current.logic_model
    if model is None:
        yield Words(f"**{paper.label('unknown')}** {paper.label('forms-no-logic-model')}", "Unknown")
        return
    for track in model.tracks:
        yield Heading(3, _side(paper, track))
        yield Items(tuple(box_words(paper, box) for box in outcomes(track)))
        if track.unknown:
            yield Words(f"**{paper.label('unknown')}** {track.unknown[language]}", "Unknown")
    yield Words(paper.label("forms-links-unknown"))


def _side(paper: Paper, track: Track) -> str:
    elements = [element for id_ in track.core_elements if (element := paper.guide.current.element(id_))]
    numbers = ", ".join(str(element.number) for element in elements)
    noun = paper.label("core-elements" if len(elements) > 1 else "forms-core-element").lower()
    return f"{track.title[paper.language.id]}: {noun} {numbers}"


def outcomes(track: Track) -> tuple[Box, ...]:
    """Short- and long-term outcomes of one side."""
    return track.short_term + track.long_term


def box_words(paper: Paper, box: Box) -> str:
    """A part of the logic model as a sentence with its condition, its sources and its standing."""
    words = box.text[paper.language.id]
    if box.condition:
        words += f" {box.condition[paper.language.id]}"
    return f"{words} {origin(paper, box.sources, box.status)}"


def instruments(paper: Paper) -> Iterator[Block]:
    """Which form of each instrument the model uses by its rule, when the rule is from, and what is not known."""
    language = paper.language
    for instrument, forms in chosen_forms(paper.site, language, paper.guide):
        assert instrument.rule
        yield Words(f"**{instrument.name[language.id]}.** {instrument.summary[language.id]}")
        yield Items(tuple(f"{clause}: {form}" for clause, form in forms))
        when = f"{paper.label('forms-rule-date')} {day(instrument.rule.date, language.locale)}."
        yield Words(
            f"{when} {instrument.rule.caution[language.id]} {origin(paper, instrument.sources)}", "Edition Note"
        )
        yield Words(f"**{paper.label('unknown')}** {instrument.unknown[language.id]}", "Unknown")
