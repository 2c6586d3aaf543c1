"""The picture of a logic model, drawn from the data, and the same in words.

>>> draw(guide, labels, "fi", width="wide")          # one <svg> element
>>> summary(guide, labels, "fi")                     # its alternative text
>>> description(guide, labels, "fi")                 # all it shows, as Markdown
"""

from __future__ import annotations

from collections.abc import Mapping

from macros.diagram.description import description, summary
from macros.diagram.drawing import SPOKEN, Drawing
from macros.diagram.layout import layout
from macros.diagram.style import STYLES, Width
from macros.diagram.words import words
from macros.model import Guide, Text

__all__ = ["Width", "description", "draw", "layout", "summary"]


def draw(
    guide: Guide,
    labels: Mapping[str, Text],
    language: str,
    *,
    width: Width,
    links: Mapping[str, str] | None = None,
) -> str:
    """Draw the logic model of a guide's current edition.

    Args:
        guide: The guide.
        labels: The site's labels; those beginning ``diagram-`` and ``stage-`` are used.
        language: Id of the language.
        width: ``wide`` for a column of 680 CSS pixels, ``narrow`` for a phone of 360, ``print`` for paper
            (453 points, 160 mm; no text below 10.5 points).
        links: Address for each box that is to be a link, by id of box or core element.

    Returns:
        One ``<svg>`` element on one line. Ids in it begin with ``dgm-<model>-<width>-``, so that the wide and the
        narrow drawing can stand on one page.

    Raises:
        ValueError: The current edition has no logic model.
        KeyError: A label or a text is missing in the language.
    """
    drawing = Drawing(
        picture=layout(guide, labels, language, width),
        style=STYLES[width],
        sign=guide.sign,
        prefix=f"dgm-{guide.id}-{width}",
        links=links or {},
        stages={kind: labels[f"stage-{stage}"][language] for kind, stage in SPOKEN.items()} if links else {},
    )
    title = words(guide, labels, language).title
    return drawing.svg(title=title, summary=summary(guide, labels, language), language=language, name=width)
