"""From the data to what stands on a form."""

from __future__ import annotations

from collections.abc import Iterator

from macros.model import FormSection
from macros.model.instrument import LogicField, Part
from macros.views import lookup
from scripts.forms import facts
from scripts.forms.paper import Paper, within
from scripts.forms.sheet import Ask, Blank, Block, Grid, Heading, Items, Sheet, Words

MOST_COLUMNS = 3
"""Fields that stand side by side; of more, each has a line of its own."""


def sheet(paper: Paper) -> Sheet:
    """What stands on a form."""
    form, language = paper.form, paper.language.id
    model = paper.guide.model.name[language]
    title = f"{form.title[language]}: {model}"
    if paper.area:
        title += f", {paper.area.name[language]}"
    blocks: list[Block] = [
        Heading(1, title),
        Words(form.summary[language]),
        Words(f"{paper.label('forms-own')} {paper.site.info.notice[language]}"),
    ]
    if not paper.site.reviewed(paper.guide, paper.language):
        blocks.append(Words(paper.label("translation-not-reviewed")))
    for section in form.sections:
        blocks += _section(paper, section)
    return Sheet(title, form.summary[language], facts.edition(paper), tuple(blocks))


def _section(paper: Paper, section: FormSection) -> Iterator[Block]:
    language = paper.language.id
    yield Heading(2, section.title[language])
    if section.intro:
        yield Words(section.intro[language])
    if section.shows == "edition":
        yield facts.standing(paper)
    elif section.shows == "omissions":
        yield from _states(paper)
        yield from facts.omissions(paper)
    elif section.shows == "instruments":
        yield from facts.instruments(paper)
    yield from _EACH[section.each](paper, section)
    if section.shows == "area":
        yield from facts.area(paper)


def _plain(paper: Paper, section: FormSection) -> Iterator[Block]:
    """Fields asked once, or in several rows."""
    for topic in facts.topics(paper, section.topics):
        if topic.claims:
            yield Items(tuple(facts.sentence(paper, claim) for claim in topic.claims))
        yield from facts.unknown(paper, topic)
    if section.rows == 1:
        for field in section.fields:
            known = paper.area.name[paper.language.id] if paper.area and field.offers == "areas" else ""
            yield Ask(field.label[paper.language.id], paper.blank(field, value=known))
    elif len(section.fields) > MOST_COLUMNS:
        for row in range(1, section.rows + 1):
            yield Heading(3, paper.label("forms-entry").replace("{}", str(row)))
            for field in section.fields:
                yield Ask(field.label[paper.language.id], paper.blank(field, f"row-{row}", str(row)))
    else:
        rows: list[tuple[str | Blank, ...]] = []
        for number in map(str, range(1, section.rows + 1)):
            rows.append((number, *(paper.blank(field, f"row-{number}", number) for field in section.fields)))
        yield _grid(paper, section, paper.label("forms-number"), rows, 8)


def _claims(paper: Paper, section: FormSection) -> Iterator[Block]:
    """Fields asked of each claim of the topics."""
    rows: list[tuple[str | Blank, ...]] = []
    found = facts.topics(paper, section.topics)
    for claim in (claim for topic in found for claim in topic.claims):
        about = claim.text[paper.language.id]
        rows.append((facts.sentence(paper, claim), *(paper.blank(field, claim.id, about) for field in section.fields)))
    if rows:
        yield _grid(paper, section, paper.label("forms-sources-say"), rows, 46 if len(section.fields) > 1 else 55)
    for topic in found:
        yield from facts.unknown(paper, topic)
    if not rows:
        for field in section.fields:
            yield Ask(field.label[paper.language.id], paper.blank(field))


def _elements(paper: Paper, section: FormSection) -> Iterator[Block]:
    """Fields asked of each core element, after its own questions if the section asks them."""
    language = paper.language.id
    for element in paper.guide.elements:
        yield Heading(3, facts.element_title(paper, element))
        yield Words(f"{element.summary[language]} {facts.origin(paper, element.sources)}")
        if section.questions and element.questions:
            rows = tuple(
                (
                    question.text[language],
                    _answer(paper, f"{element.id}.{question.id}", question.text[language]),
                    Blank(
                        "text",
                        within(f"{element.id}.{question.id}.note"),
                        f"{paper.label('forms-note')} {element.number}.{number}",
                        paper.label("forms-note-hint"),
                    ),
                )
                for number, question in enumerate(element.questions, 1)
            )
            head = (paper.label("forms-question"), paper.label("forms-answer"), paper.label("forms-note"))
            yield Grid(facts.element_title(paper, element), head, rows, (44, 22, 34))
        yield from _asked(paper, section, element.id, str(element.number))


def _asked(paper: Paper, section: FormSection, record: str, about: str) -> Iterator[Block]:
    """Fields asked of one thing: each that wants room by itself, then the short ones side by side."""
    language = paper.language.id
    short = [field for field in section.fields if field.kind != "text"]
    together = short if len(short) > 1 else []
    for field in section.fields:
        if field not in together:
            yield Ask(field.label[language], paper.blank(field, record, about))
    if together:
        head = tuple(field.label[language] for field in together)
        cells = tuple(paper.blank(field, record, about) for field in together)
        yield Grid(f"{section.title[language]}: {about}", head, (cells,), (100 // len(together),) * len(together))


def _answer(paper: Paper, tag: str, title: str) -> Blank:
    options = tuple((option.id, option.text[paper.language.id]) for option in paper.form.answers)
    return Blank(
        "choice", within(tag), title if len(title) <= 64 else f"{title[:63]}…", paper.label("forms-choose"), options
    )


def _states(paper: Paper) -> Iterator[Block]:
    """How each core element is carried out as a whole, and what follows from each answer."""
    language = paper.language.id
    rows = tuple(
        (
            facts.element_title(paper, element),
            _answer(paper, f"{element.id}.whole", f"{paper.label('forms-whole')} {element.number}"),
        )
        for element in paper.guide.elements
    )
    yield Words(paper.label("forms-whole-intro"))
    yield Items(
        tuple(f"**{option.text[language]}**: {option.means[language]}" for option in paper.form.answers if option.means)
    )
    yield Grid(
        paper.label("forms-whole"), (paper.label("forms-core-element"), paper.label("forms-whole")), rows, (68, 32)
    )


def _framework(paper: Paper, section: FormSection) -> Iterator[Block]:
    """Fields asked of each part of a framework, with what the logic model has there."""
    language = paper.language.id
    assert paper.form.framework  # a rule holds it
    for part in lookup.instrument(paper.site, paper.form.framework).parts:
        yield Heading(3, part.name[language][0].upper() + part.name[language][1:])
        yield Words(f"{part.asks[language]} {part.note[language] if part.note else ''}".strip())
        yield from _columns(paper, part)
        yield from _asked(paper, section, part.id, part.name[language])


def _columns(paper: Paper, part: Part) -> Iterator[Block]:
    for column in part.fields:
        texts = tuple(_column(paper, column))
        title = f"**{paper.label('forms-logic-model')} {paper.label(f'field-{column}')}.**"
        if texts:
            yield Words(title)
            yield Items(texts)
        else:
            yield Words(f"{title} {paper.label('forms-not-told')}", "Unknown")


def _column(paper: Paper, column: LogicField) -> Iterator[str]:
    """What the model has in a column of the logic model."""
    language, current = paper.language.id, paper.guide.current
    if column == "core-elements":
        yield from (
            f"{one.number}: {one.label[language]} {facts.origin(paper, one.sources)}" for one in current.core_elements
        )
    elif current.logic_model and column == "context":
        yield from (facts.box_words(paper, box) for box in current.logic_model.context)
    elif current.logic_model:
        boxes = {"mechanisms": "mechanisms", "short-term": "short_term", "long-term": "long_term"}[column]
        for track in current.logic_model.tracks:
            yield from (f"{track.title[language]}: {facts.box_words(paper, box)}" for box in getattr(track, boxes))


def _outcomes(paper: Paper, section: FormSection) -> Iterator[Block]:
    """Fields asked of each outcome of the logic model, or of what else the sources say of outcomes."""
    model = paper.guide.current.logic_model
    if model is None:
        yield from _claims(paper, section)
        return
    rows: list[tuple[str | Blank, ...]] = []
    for box in (box for track in model.tracks for box in facts.outcomes(track)):
        about = box.label[paper.language.id]
        rows.append((facts.box_words(paper, box), *(paper.blank(field, box.id, about) for field in section.fields)))
    yield _grid(paper, section, paper.label("forms-outcome"), rows, 46)
    for topic in facts.topics(paper, section.topics):
        yield from facts.unknown(paper, topic)


def _grid(paper: Paper, section: FormSection, first: str, rows: list[tuple[str | Blank, ...]], share: int) -> Grid:
    language = paper.language.id
    head = (first, *(field.label[language] for field in section.fields))
    rest = (100 - share) // len(section.fields)
    return Grid(section.title[language], head, tuple(rows), (share, *[rest] * len(section.fields)))


_EACH = {None: _plain, "claim": _claims, "core-element": _elements, "framework-part": _framework, "outcome": _outcomes}
