"""The texts of a diagram that do not stand in its boxes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from macros.model import Guide, Text
from macros.model.sign import Shape


@dataclass(frozen=True, slots=True)
class Words:
    """What is written around the boxes, in one language.

    Attributes:
        sign: The shape of the model's sign, which stands before the title.
        title: The model's name and what the picture is.
        edition: Which edition it shows.
        unknown: What stands where the sources give nothing.
        conditional: What the legend says of dashed boxes.
        hypotheses: What the legend says of marks.
    """

    sign: Shape
    title: str
    edition: str
    unknown: str
    conditional: str
    hypotheses: str


def words(guide: Guide, labels: Mapping[str, Text], language: str) -> Words:
    """Read the texts around the boxes.

    Raises:
        KeyError: A label or a text is missing in the language.
    """
    name = guide.model.name[language]
    return Words(
        sign=guide.sign.shape,
        title=f"{name[:1].upper()}{name[1:]}: {labels['diagram-title'][language]}",
        edition=_dated(guide.current.title[language], guide.current.date),
        unknown=labels["diagram-unknown"][language],
        conditional=labels["diagram-legend-conditional"][language],
        hypotheses=labels["diagram-legend-hypotheses"][language],
    )


def _dated(title: str, date: str) -> str:
    """Add the month to an edition's title, as ``11/2023``, unless the title tells the year."""
    year, _, rest = date.partition("-")
    month = rest[:2].lstrip("0")
    return title if year in title else f"{title}, {month}/{year}" if month else f"{title}, {year}"
