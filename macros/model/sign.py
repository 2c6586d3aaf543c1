"""The sign of a model: a shape and its colours."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, WithJsonSchema

from macros.model.record import Id, Record, refusal

Shape = Literal["circle", "triangle", "square", "diamond", "hexagon"]

_COLOUR = r"#[0-9a-f]{6}"


def _colour(value: str) -> str:
    if not re.fullmatch(_COLOUR, value):
        raise refusal("wrong-value/colour", value=value, example="#0b5d5b")
    return value


Colour = Annotated[str, AfterValidator(_colour), WithJsonSchema({"type": "string", "pattern": f"^{_COLOUR}$"})]
"""A colour of sRGB: ``#0b5d5b``."""


class Tone(Record):
    """What the parts on one side of a diagram, and a guide as a whole, are painted with.

    Attributes:
        accent: Core elements, outlines, arrows, headings.
        ground: The panel the boxes of a stage stand on.
        frame: Ground of an umbrella heading and of marks.
        ink: Text in the boxes.
        quiet: Text that stands back.
    """

    accent: Colour
    ground: Colour
    frame: Colour
    ink: Colour
    quiet: Colour


class DarkTone(Tone):
    """The same on a dark page; ``solid`` is the ground of core elements, with white text."""

    solid: Colour


class Sign(Record):
    """One sign.

    Attributes:
        id: Permanent name; models name it.
        shape: Its outline.
        light: Colours on white paper and on a light page.
        dark: Colours on a dark page.
        line: Colour of lines that can be seen on white and on black alike.
    """

    id: Id
    shape: Shape
    light: Tone
    dark: DarkTone
    line: Colour


def contrast(one: str, other: str) -> float:
    """Contrast of two colours (WCAG 2.2), from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
