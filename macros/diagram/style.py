"""Measures of the drawings: for a wide column, for a phone, for paper, for a slide."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

Width = Literal["wide", "narrow", "print", "slide"]


@dataclass(frozen=True, slots=True)
class Style:
    """Lengths in the drawing's own unit: CSS pixels, or points on paper.

    Attributes:
        unit: What follows the numbers in ``width`` and ``height``.
        width: Width of the drawing.
        tallest: Height it should not exceed, if there is a limit.
        size: Size of all text but the title.
        title_size: Size of the title.
        leading: Distance of lines.
        pad_x: Space between a box's edge and its text, at the sides.
        pad_y: The same above and below.
        gap: Space between boxes.
        panel_pad: Space between a panel's edge and what it holds.
        panel_gap: Space between panels side by side.
        arrow: Space between stages, where the arrows run.
        radius: Rounding of the first side's boxes.
        stroke: Thickness of outlines.
        one_column: Whether boxes stand one under another only.
        titled: Whether the drawing has its own title; a slide has one already.
    """

    unit: str
    width: float
    tallest: float | None
    size: float
    title_size: float
    leading: float
    pad_x: float
    pad_y: float
    gap: float
    panel_pad: float
    panel_gap: float
    arrow: float
    radius: float
    stroke: float
    one_column: bool = False
    titled: bool = True

    def tightened(self, by: float) -> Style:
        """Return the same with less air between the parts; text keeps its size."""
        return replace(
            self,
            pad_y=self.pad_y * by,
            gap=self.gap * by,
            panel_pad=self.panel_pad * by,
            panel_gap=self.panel_gap * by,
            arrow=self.arrow * by,
        )


STYLES: dict[Width, Style] = {
    "wide": Style(
        unit="",
        width=680,
        tallest=None,
        size=15.5,
        title_size=22,
        leading=20,
        pad_x=13,
        pad_y=9,
        gap=10,
        panel_pad=14,
        panel_gap=12,
        arrow=36,
        radius=9,
        stroke=1.4,
    ),
    "narrow": Style(
        unit="",
        width=328,
        tallest=None,
        size=16,
        title_size=21,
        leading=21,
        pad_x=12,
        pad_y=10,
        gap=10,
        panel_pad=12,
        panel_gap=10,
        arrow=38,
        radius=9,
        stroke=1.4,
        one_column=True,
    ),
    "print": Style(
        unit="pt",
        width=453,
        tallest=640,
        size=10.5,
        title_size=14,
        leading=13,
        pad_x=8,
        pad_y=6,
        gap=6.5,
        panel_pad=9,
        panel_gap=8,
        arrow=24,
        radius=6,
        stroke=0.9,
    ),
    "slide": Style(
        unit="pt",
        width=856,
        tallest=372,
        size=15,
        title_size=20,
        leading=17.5,
        pad_x=9,
        pad_y=5,
        gap=8,
        panel_pad=8,
        panel_gap=10,
        arrow=22,
        radius=7,
        stroke=1.2,
        titled=False,
    ),
}
