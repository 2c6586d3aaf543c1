"""How wide text is in the typeface the diagrams are set in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from fontTools.ttLib import TTFont

Weight = Literal["regular", "semibold"]

FONTS = Path(__file__).resolve().parents[2] / "overrides" / "assets" / "fonts"
FILES: dict[Weight, str] = {"regular": "SourceSans3-Regular.ttf", "semibold": "SourceSans3-SemiBold.ttf"}
FAMILY = "'Source Sans 3', 'Source Sans Pro', 'Segoe UI', sans-serif"

CAP_HEIGHT = 0.66
"""Height of a capital letter in ems; text is centred by its capitals, which is where the eye puts its middle."""
DESCENT = 0.21
"""How far g, j, p, q and y reach below the line, in ems."""


@dataclass(frozen=True, slots=True)
class _Face:
    """Advance widths of one font file, in ems."""

    advances: dict[str, float]
    missing: float


@cache
def _face(weight: Weight) -> _Face:
    with TTFont(FONTS / FILES[weight], lazy=True) as font:
        em = font["head"].unitsPerEm
        widths = font["hmtx"].metrics
        advances = {chr(code): widths[glyph][0] / em for code, glyph in font.getBestCmap().items()}
    return _Face(advances=advances, missing=1.0)


@cache
def _ems(text: str, weight: Weight) -> float:
    face = _face(weight)
    return sum(face.advances.get(character, face.missing) for character in text)


def text_width(text: str, size: float, weight: Weight = "regular") -> float:
    """Width of one line of text at a size, in the unit of the size.

    Kerning is left out: it nearly always draws letters together, so the true width is the same or a hair less.
    """
    return _ems(text, weight) * size
