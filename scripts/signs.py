"""The signs of the models for the site: a style sheet with their shapes and colours, and the site's mark, which shows them side by side."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.diagram.icons import SIGNS
from macros.model import Site

PLACE = "assets/stylesheets/signs.css"
"""Where the style sheet stands in the site of a language."""
CORNERS = {
    "triangle": "50% 4%, 100% 92%, 0 92%",
    "diamond": "50% 0, 100% 50%, 50% 100%, 0 50%",
    "hexagon": "50% 2%, 92% 26%, 92% 74%, 50% 98%, 8% 74%, 8% 26%",
}
"""Corners of the shapes that have straight edges, as ``polygon()`` takes them."""

_JINJA = Environment(
    loader=FileSystemLoader(Path(__file__).parent),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    autoescape=False,  # noqa: S701 - a style sheet of ids and colours whose form is checked
)


class Mark(NamedTuple):
    """One sign of the site's mark: its id, its outline in a square of 20 units, and how far it stands from the left."""

    id: str
    path: str
    left: int


def write_signs(site: Site, to: Path) -> None:
    """Write the style sheet into the site of a language; the same bytes for the same data."""
    (to / PLACE).parent.mkdir(parents=True, exist_ok=True)
    text = _JINJA.get_template("signs.css.jinja").render(signs=list(site.signs.values()), corners=CORNERS)
    (to / PLACE).write_text(text, encoding="utf-8", newline="\n")


def marks(site: Site) -> list[Mark]:
    """The signs of the site's models, each once, in the models' order."""
    signs = {guide.sign.id: guide.sign for guide in site.guides.values()}
    return [Mark(sign.id, SIGNS[sign.shape], 20 * place) for place, sign in enumerate(signs.values())]
