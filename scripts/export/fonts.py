"""The fonts of print: those of the site, and no others."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import typst

FONTS = Path(__file__).parents[2] / "overrides" / "assets" / "fonts"


@cache
def fonts() -> typst.Fonts:
    """The fonts of the site and no others; read once."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
