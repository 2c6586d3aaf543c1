"""The styles of what stands in a box in the Word document: callouts, core elements, editions, cards.

A box is a row of paragraphs with one border. Within it there is no space between paragraphs at unlike indents, or the
bar beside them would have gaps: Word joins the borders of such paragraphs only where their indents are the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from scripts.export.numbering import BOX_LISTS, OF_BOX
from scripts.export.style import Border, Style, id_of

_FAMILY = re.compile(
    "(" + "|".join(id_of(name.removesuffix(" List")) for name in BOX_LISTS) + ")(?:Title|LeadIn|List)?"
)


def family(style: str) -> str:
    """The box that a paragraph with a style of this id belongs to; empty if none."""
    found = _FAMILY.fullmatch(style)
    return found[1] if found else ""


def boxes(accent: str, ink: str, soft: str, grey: str) -> Iterator[Style]:
    """The styles of boxes, in the colours given."""
    bars = {
        "Note": ("single", 18, grey),
        "Tip": ("dotted", 18, accent),
        "Important": ("single", 30, accent),
        "Warning": ("thinThickSmallGap", 36, ink),
    }
    for kind, (line, width, color) in bars.items():
        name = f"Callout {kind}"
        bar = Border(sides=("left",), kind=line, width=width, color=color, space=8, pad=5, ground=soft)
        yield Style(
            name=name, based="Body Text", keep_lines=True, border=bar, fill=soft, contextual=True,
            before=0, after=160, left=240, right=110,
        )  # fmt: skip
        yield Style(
            name=f"{name} Title", based=name, following=name, keep_next=True, bold=True, color=accent,
            before=200, after=20,
        )  # fmt: skip
    bar = Border(sides=("left",), width=12, color=accent, space=8, pad=2)
    yield from _titled("Element Box", bar)
    yield Style(
        name="Element Box Lead In",
        based="Element Box",
        following="Element Box List",
        keep_next=True,
        bold=True,
        after=0,
    )
    yield from _titled("Entry", replace(bar, color=grey))
    yield Style(
        name="Unknown", based="Body Text", keep_lines=True, border=replace(bar, kind="dashSmallGap", color=grey),
        contextual=True, before=160, after=160, left=240,
    )  # fmt: skip
    for name in BOX_LISTS:
        based = name.removesuffix(" List")
        yield Style(name=name, based=based, list=(OF_BOX[name], 0), before=0, after=40, offered=based == "Element Box")
    rules = Border(sides=("top", "bottom"))
    yield Style(name="Edition Note", based="Body Text", border=rules, contextual=True, before=200, after=200)
    rule = Border(sides=("top",), width=18, color=accent)
    yield Style(
        name="Card Title", based="Body Text", following="Card", keep_next=True, border=rule, before=160, after=60
    )
    yield Style(name="Card", based="Body Text", before=0, after=80)


def _titled(name: str, bar: Border) -> Iterator[Style]:
    yield Style(name=name, based="Body Text", border=bar, before=0, after=40, left=240)
    yield Style(name=f"{name} Title", based=name, following=name, keep_next=True, before=200, after=40)
