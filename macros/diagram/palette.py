"""Colours of a picture on a light page: those of the model's sign, and slate; the dark page has its own in the style sheets.

Hue is never the only bearer of meaning: the sides also differ in corner, place and heading, what is
conditional is dashed, and every tone keeps its rank when printed in grey.
"""

from __future__ import annotations

from macros.model.sign import Sign, Tone

PAPER = "#ffffff"

OTHER_SIDE = Tone(accent="#44546a", ground="#f0f2f6", frame="#dde2ea", ink="#1c2530", quiet="#515c6b")
"""Every side after the first: slate, whatever the model."""


def tone(sign: Sign, side: int) -> Tone:
    """Return the tone of a side of the model with this sign; ``0`` is the first side and what both share."""
    return sign.light if side == 0 else OTHER_SIDE
