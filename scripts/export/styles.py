"""The styles of the Word document, as a table; ``reference.py`` puts them into a document.

Names that pandoc gives to paragraphs (First Paragraph, Compact, Image Caption …) must all be here, or Word would fall
back to its own looks. Between two paragraphs Word leaves the larger of the two spaces they ask for (ISO/IEC 29500-1,
17.3.1.33): what may follow a box or a table asks for its own space before it.
"""

from __future__ import annotations

from collections.abc import Iterator

from scripts.export.boxes import boxes
from scripts.export.numbering import BULLETS, NUMBERS, RANKS
from scripts.export.style import TEXT_WIDTH, Border, Style

INK, SOFT, GREY, LINK, QUIET = "1B2733", "EEF2F5", "8A99A6", "0B4F82", "45535F"
HEADINGS, BODY = "Cambria", "Calibri"


def styles(accent: str) -> Iterator[Style]:
    """Every paragraph and character style of a document whose headings and rules have this colour."""
    yield Style(name="Normal", color=INK, hyphens=False, offered=False)
    yield Style(name="Default Paragraph Font", kind="character", offered=False)
    yield Style(name="Body Text", before=140, after=140)
    yield Style(name="First Paragraph", based="Body Text", following="Body Text", before=0)
    yield Style(name="Compact", based="Body Text", before=20, after=40, offered=False)
    yield Style(name="Table Text", size=19, before=20, after=20, hyphens=True)
    yield Style(name="Block Text", based="Body Text", left=480)
    for level, (size, before, after) in enumerate(
        [(42, 0, 240), (29, 400, 120), (24, 320, 100), (21, 260, 80), (21, 260, 80), (21, 260, 80)], 1
    ):
        yield Style(
            name=f"heading {level}", following="First Paragraph", keep_next=True, keep_lines=True, page_break=level == 1,
            level=level - 1, font=HEADINGS, size=size, bold=True, color=accent, before=before, after=after,
        )  # fmt: skip
    yield from _lists()
    yield Style(name="Lead In", based="Body Text", following="First Paragraph", keep_next=True, before=200, after=80)
    yield from _front(accent)
    yield from boxes(accent, INK, SOFT, GREY)
    yield from _marks(accent)
    yield from _fields()
    yield Style(name="Caption", keep_lines=True, size=19, before=80, after=200)
    yield Style(name="Table Caption", based="Caption", keep_next=True, before=240, after=80)
    yield Style(name="Image Caption", based="Caption")
    yield Style(name="Figure", following="Image Caption", keep_next=True, before=120, after=0, offered=False)
    yield Style(name="Captioned Figure", based="Figure", offered=False)
    yield Style(name="footnote text", size=18, before=0, after=40, offered=False)
    yield Style(name="Footnote Block Text", based="footnote text", left=480, offered=False)
    yield Style(name="footnote reference", kind="character", raised=True, offered=False)
    rule = Border(sides=("bottom",), width=4)
    yield Style(name="header", size=17, color=QUIET, border=rule, tab=TEXT_WIDTH, offered=False)
    yield Style(name="footer", size=17, color=QUIET, tab=TEXT_WIDTH, offered=False)


def _fields() -> Iterator[Style]:
    """What a form asks, and the box to fill in."""
    yield Style(name="Field Label", following="Field", keep_next=True, keep_lines=True, bold=True, before=160, after=60)
    box = Border(width=6, color=GREY, space=5, pad=3)
    yield Style(name="Field", following="Field Label", border=box, left=120, right=120, before=60, after=160)
    yield Style(name="Field Text", based="Field", following="Field Label")
    yield Style(name="Placeholder Text", kind="character", color=QUIET, offered=False)


def _lists() -> Iterator[Style]:
    for level, rank in enumerate(RANKS):
        yield Style(name=f"List Bullet{rank}", list=(BULLETS, level), before=0, after=70, offered=level < 2)
        yield Style(name=f"List Number{rank}", list=(NUMBERS, level), before=0, after=70, offered=level < 2)
        yield Style(name=f"List Continue{rank}", left=360 + level * 340, before=0, after=70, offered=False)
    yield Style(name="List Check", left=360, hanging=360, tab=360, tab_side="left", before=0, after=70)
    yield Style(
        name="Definition Term", following="Definition", keep_next=True, keep_lines=True, bold=True, before=160, after=20
    )
    yield Style(name="Definition", following="Definition Term", keep_lines=True, left=360, before=0, after=100)
    yield Style(name="Bibliography", keep_lines=True, left=360, hanging=360, before=0, after=120)


def _front(accent: str) -> Iterator[Style]:
    yield Style(name="Series", following="Title", size=24, bold=True, color=accent, before=600, after=1600)
    yield Style(
        name="Title", following="Subtitle", font=HEADINGS, size=60, bold=True, color=accent, before=0, after=400
    )
    yield Style(name="Subtitle", following="Draft", size=27, before=0, after=400)
    yield Style(name="Draft", before=200, after=200)
    yield Style(name="Draft Mark", kind="character", bold=True, size=24, border=Border(width=12, color=INK))
    # The frame stands at the foot of the page, so that the space above it is seen only by programs that know no frames.
    yield Style(name="Fact", frame=True, contextual=True, before=1600, after=60)
    bar = Border(sides=("left",), width=36, color=accent, space=8, pad=7, ground=SOFT)
    yield Style(name="Notice", frame=True, border=bar, fill=SOFT, before=300, after=0, left=230, right=140)
    yield Style(
        name="Publication Fact", left=3400, hanging=3400, tab=3400, tab_side="left", keep_lines=True, before=0, after=60
    )
    yield Style(
        name="TOC Heading", following="Body Text", page_break=True, keep_next=True, font=HEADINGS, size=42, bold=True,
        color=accent, after=240, offered=False,
    )  # fmt: skip
    yield Style(
        name="List Heading", following="Body Text", keep_next=True, font=HEADINGS, size=29, bold=True, color=accent,
        before=320, after=100, offered=False,
    )  # fmt: skip
    for name, left in (("toc 1", 0), ("toc 2", 300), ("toc 3", 600), ("table of figures", 300)):
        top = name == "toc 1"
        yield Style(
            name=name, keep_next=top, bold=top, size=21 if top else 20, before=120 if top else 0, after=10, line=252, left=left, tab=TEXT_WIDTH, leader=True,
            offered=False,
        )  # fmt: skip


def _marks(accent: str) -> Iterator[Style]:
    looks: dict[str, tuple[str, str, str | None, str | None]] = {
        "Law": ("single", INK, INK, "FFFFFF"),
        "Observed": ("single", INK, None, None),
        "Hypothesis": ("dashSmallGap", INK, None, None),
        "Judgement": ("single", GREY, SOFT, None),
        "Editorial": ("dotted", GREY, SOFT, None),
    }
    for name, (kind, line, fill, color) in looks.items():
        yield Style(
            name=f"Status {name}", kind="character", border=Border(kind=kind, color=line), fill=fill, color=color,
            bold=True, size=17,
        )  # fmt: skip
    yield Style(name="Tag", kind="character", border=Border(), bold=True, size=17)
    yield Style(name="Reading", kind="character", italic=True)
    yield Style(name="Translation", kind="character", color=QUIET)
    yield Style(name="Card Number", kind="character", font=HEADINGS, bold=True, color=accent, size=25)
    yield Style(name="Hyperlink", kind="character", color=LINK, underline=True, offered=False)
    yield Style(name="Verbatim Char", kind="character", offered=False)
    yield Style(name="Section Number", kind="character", offered=False)
