"""Small pictures: the models' signs and the sides' symbols, each as a path in a square of 20 units."""

from __future__ import annotations

from macros.model.sign import Shape

SIGNS: dict[Shape, str] = {
    "circle": "M10 1a9 9 0 1 0 0 18a9 9 0 1 0 0-18z",
    "triangle": "M8.7 2.3a1.5 1.5 0 0 1 2.6 0l7.9 14a1.5 1.5 0 0 1-1.3 2.2H2.1a1.5 1.5 0 0 1-1.3-2.2z",
    "square": "M3.5 2h13a1.5 1.5 0 0 1 1.5 1.5v13a1.5 1.5 0 0 1-1.5 1.5h-13a1.5 1.5 0 0 1-1.5-1.5v-13a1.5 1.5 0 0 1 1.5-1.5z",
    "diamond": "M10 .8L19.2 10L10 19.2L.8 10z",
    "hexagon": "M10 1L17.8 5.5V14.5L10 19L2.2 14.5V5.5z",
}
"""Filled."""

SYMBOLS = {
    "client": "M10 2.5a3.75 3.75 0 1 0 0 7.5a3.75 3.75 0 1 0 0-7.5zM2.75 18.25a7.25 5.5 0 0 1 14.5 0z",
    "organisation": "M4 18.25V2.5h12v15.75zM1.5 18.25h17M8 6.5h.01M12 6.5h.01M8 10.25h.01M12 10.25h.01M8.5 18v-4h3v4",
}
"""Drawn in outline."""

PLAIN_SYMBOLS = ("M10 3a7 7 0 1 0 0 14a7 7 0 1 0 0-14z", "M3.5 3.5h13v13h-13z", "M10 2l8 8l-8 8l-8-8z")
"""For sides that have no symbol of their own, by place."""


def symbol(id_: str, side: int) -> str:
    """Return the path of a side's symbol."""
    return SYMBOLS.get(id_) or PLAIN_SYMBOLS[side % len(PLAIN_SYMBOLS)]
