"""The diagram in words: everything it shows, as nested lists, and the whole of it in one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from macros.diagram.stages import logic_model, mark
from macros.model import Box, Guide, LogicModel, Text, Track
from macros.model.text import fill

_INDENT = "    "


def summary(guide: Guide, labels: Mapping[str, Text], language: str) -> str:
    """Tell what the diagram is in one sentence without Markdown: its short alternative text.

    Raises:
        ValueError: The current edition has no logic model.
        KeyError: A label or a text is missing in the language.
    """
    sides = [track.title[language] for track in logic_model(guide).tracks]
    sentence = labels["diagram-summary"][language]
    return fill(sentence, model=guide.model.name[language], sides=", ".join(sides))


def description(guide: Guide, labels: Mapping[str, Text], language: str) -> str:
    """Everything the diagram shows, in Markdown: its full text alternative.

    Nested lists run through the context, each side from core elements to long-term outcomes with their conditions,
    and the hypotheses; the caveat of the logic model stands last.

    Raises:
        ValueError: The current edition has no logic model.
        KeyError: A label or a text is missing in the language.
    """
    model = logic_model(guide)
    return "\n".join([*_Telling(guide, model, labels, language).lines(), "", model.caveat[language]])


class _Telling:
    def __init__(self, guide: Guide, model: LogicModel, labels: Mapping[str, Text], language: str) -> None:
        self.guide, self.model, self.labels, self.language = guide, model, labels, language

    def lines(self) -> Iterator[str]:
        if self.model.context:
            yield self._item(0, f"**{self._label('context')}**")
            yield from (self._box(1, box) for box in self.model.context)
        for track in self.model.tracks:
            yield self._item(0, f"**{track.title[self.language]}**")
            yield from self._side(track)
        started = {id_ for track in self.model.tracks for id_ in track.core_elements}
        if loose := [element.id for element in self.guide.elements if element.id not in started]:
            yield self._item(0, f"**{self._label('other-elements')}**")
            yield from self._elements(1, loose)
        if self.model.hypotheses:
            yield self._item(0, f"**{self._label('hypotheses')}**")
            for link in self.model.hypotheses:
                yield self._item(1, f"{mark(link.number)}: {link.text[self.language]}")

    def _side(self, track: Track) -> Iterator[str]:
        if track.core_elements:
            yield self._item(1, f"**{self._label('core-elements')}**")
            yield from self._elements(2, track.core_elements)
        if track.mechanisms:
            yield self._item(1, f"**{self._label('mechanisms')}**")
            yield from (self._box(2, box) for box in track.mechanisms)
        if track.short_term_heading or track.short_term:
            yield self._item(1, f"**{self._label('short-term')}**")
            depth = 2
            if track.short_term_heading:
                yield self._box(depth, track.short_term_heading)
                depth = 3
            yield from (self._box(depth, box) for box in track.short_term)
        if track.long_term:
            yield self._item(1, f"**{self._label('long-term')}**")
            yield from (self._box(2, box) for box in track.long_term)
        if track.unknown:
            yield self._item(1, track.unknown[self.language])

    def _elements(self, depth: int, ids: tuple[str, ...] | list[str]) -> Iterator[str]:
        for id_ in ids:
            if element := self.guide.current.element(id_):
                yield self._item(depth, f"**{element.number}** {element.label[self.language]}")

    def _box(self, depth: int, box: Box) -> str:
        label, text = box.label[self.language], box.text[self.language]
        words = text if _words(label) <= _words(text) else f"*{label}*: {text}"
        marks = ", ".join(mark(link.number) for link in self.model.hypotheses if link.outcome == box.id)
        if marks:
            words += f" ({marks})"
        if box.condition:
            words += f" {self._label('condition')}: {box.condition[self.language]}"
        return self._item(depth, words)

    def _label(self, name: str) -> str:
        return self.labels[f"diagram-{name}"][self.language]

    def _item(self, depth: int, words: str) -> str:
        return f"{_INDENT * depth}- {' '.join(words.split())}"


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))
