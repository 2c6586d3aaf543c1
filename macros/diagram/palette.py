"""Colours on a light page, one family for each model; the dark page has its own in ``diagram.css``.

Hue is never the only bearer of meaning: the sides also differ in corner, place and heading, what is
conditional is dashed, and every tone keeps its rank when printed in grey.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Sign = Literal["circle", "triangle", "square"]


@dataclass(frozen=True, slots=True)
class Tone:
    """What the parts on one side of a diagram are painted with.

    Attributes:
        accent: Core elements, outlines, arrows, headings; at least 4.5:1 against every ground below.
        ground: The panel the boxes of a stage stand on.
        frame: Ground of an umbrella heading and of marks.
        ink: Text in the boxes.
        quiet: Text that stands back.
    """

    accent: str
    ground: str
    frame: str
    ink: str
    quiet: str


PAPER = "#ffffff"

OTHER_SIDE = Tone(accent="#44546a", ground="#f0f2f6", frame="#dde2ea", ink="#1c2530", quiet="#515c6b")
"""Every side after the first: slate, whatever the model."""

FAMILIES: dict[Sign, Tone] = {
    "circle": Tone(accent="#6f2b5b", ground="#f8f1f5", frame="#ecdae5", ink="#321427", quiet="#67505f"),
    "triangle": Tone(accent="#0b5d5b", ground="#eef5f4", frame="#d5e7e5", ink="#0e2c2b", quiet="#47605f"),
    "square": Tone(accent="#7c4a08", ground="#faf4e9", frame="#f0e0c4", ink="#33230b", quiet="#68563c"),
}


def tone(sign: Sign, side: int) -> Tone:
    """Return the tone of a side of the model with this sign; ``0`` is the first side and what both share."""
    return FAMILIES[sign] if side == 0 else OTHER_SIDE
