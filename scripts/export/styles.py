"""The styles of the Word document, as a table; ``reference.py`` puts them into a document.

Names that pandoc gives to paragraphs (First Paragraph, Compact, Image Caption …) must all be here, or Word would fall
back to its own looks.
"""

from __future__ import annotations

from collections.abc import Iterator

from scripts.export.style import Border, Style

INK, SOFT, GREY, LINK = "1B2733", "EEF2F5", "8A99A6", "0B4F82"
HEADINGS, BODY = "Cambria", "Calibri"


def styles(accent: str) -> Iterator[Style]:
    """Every paragraph and character style of a document whose headings and rules have this colour."""
    yield Style(name="Normal", color=INK)
    yield Style(name="Default Paragraph Font", kind="character")
    yield Style(name="Body Text", before=0, after=140)
    yield Style(name="First Paragraph", based="Body Text", following="Body Text")
    yield Style(name="Compact", based="Body Text", before=20, after=40)
    yield Style(name="Table Text", size=19, before=20, after=20)
    yield Style(name="Block Text", based="Body Text", left=480)
    for level, (size, before, after) in enumerate(
        [(42, 0, 240), (29, 400, 120), (24, 320, 100), (21, 260, 80), (21, 260, 80), (21, 260, 80)], 1
    ):
        yield Style(
            name=f"heading {level}", following="Body Text", keep_next=True, page_break=level == 1, level=level - 1,
            font=HEADINGS, size=size, bold=True, color=accent, before=before, after=after,
        )  # fmt: skip
    yield from _front(accent)
    yield from _boxes(accent)
    yield from _marks(accent)
    yield Style(name="Definition Term", keep_next=True, bold=True, before=120, after=0)
    yield Style(name="Definition", left=480, before=0, after=100)
    yield Style(name="Lead In", based="Body Text", following="Body Text", keep_next=True, before=200, after=80)
    yield Style(name="Caption", size=19, before=80, after=160)
    yield Style(name="Table Caption", based="Caption", keep_next=True, before=200, after=80)
    yield Style(name="Image Caption", based="Caption")
    yield Style(name="Figure", keep_next=True, before=120, after=0)
    yield Style(name="Captioned Figure", based="Figure")
    yield Style(name="footnote text", size=18, before=0, after=40)
    yield Style(name="Footnote Block Text", based="footnote text", left=480)
    yield Style(name="footnote reference", kind="character", raised=True)
    yield Style(name="header", size=17, color="45535F", border=Border(sides=("bottom",), width=4), tab=9070)
    yield Style(name="footer", size=17, color="45535F")


def _front(accent: str) -> Iterator[Style]:
    yield Style(name="Series", size=24, bold=True, color=accent, before=600, after=1800)
    yield Style(
        name="Title", following="Subtitle", font=HEADINGS, size=60, bold=True, color=accent, before=0, after=400
    )
    yield Style(name="Subtitle", size=27, before=0, after=400)
    yield Style(name="Draft", before=200, after=2400)
    yield Style(name="Draft Mark", kind="character", bold=True, size=24, border=Border(width=12, color=INK))
    yield Style(name="Fact", before=0, after=60)
    yield Style(
        name="Notice",
        border=Border(sides=("left",), width=36, color=accent, space=8),
        fill=SOFT,
        before=300,
        after=0,
        left=200,
    )
    yield Style(
        name="TOC Heading",
        following="Body Text",
        page_break=True,
        keep_next=True,
        font=HEADINGS,
        size=42,
        bold=True,
        color=accent,
        after=240,
    )
    yield Style(
        name="List Heading",
        following="Body Text",
        keep_next=True,
        font=HEADINGS,
        size=29,
        bold=True,
        color=accent,
        before=400,
        after=120,
    )
    yield Style(name="toc 1", bold=True, tab=9070, before=140, after=20)
    yield Style(name="toc 2", left=300, tab=9070, before=0, after=20)
    yield Style(name="toc 3", left=600, tab=9070, before=0, after=20, size=20)


def _boxes(accent: str) -> Iterator[Style]:
    bars = {
        "Note": ("single", 18, GREY),
        "Tip": ("dotted", 18, accent),
        "Important": ("single", 30, accent),
        "Warning": ("thinThickSmallGap", 48, INK),
    }
    for name, (kind, width, color) in bars.items():
        yield Style(
            name=f"Callout {name}", based="Body Text", border=Border(sides=("left",), kind=kind, width=width, color=color, space=8),
            fill=SOFT, before=0, after=0, left=240,
        )  # fmt: skip
        yield Style(
            name=f"Callout {name} Title",
            based=f"Callout {name}",
            following=f"Callout {name}",
            keep_next=True,
            bold=True,
            color=accent,
            before=240,
        )
    for name, based in [
        *((f"Callout {name}", f"Callout {name}") for name in bars),
        ("Element Box", "Element Box"),
        ("Entry", "Entry"),
        ("Unknown", "Unknown"),
    ]:
        yield Style(name=f"{name} List", based=based, after=0)
    yield Style(
        name="Element Box",
        based="Body Text",
        border=Border(sides=("left",), width=12, color=accent, space=8),
        left=240,
        before=0,
        after=0,
    )
    yield Style(name="Edition Note", based="Body Text", border=Border(sides=("top", "bottom")), before=200, after=200)
    yield Style(
        name="Entry", based="Body Text", border=Border(sides=("left",), width=12, space=8), left=240, before=0, after=0
    )
    yield Style(name="Entry Title", based="Entry", following="Entry", keep_next=True, before=160)
    yield Style(
        name="Unknown",
        based="Body Text",
        border=Border(sides=("left",), kind="dashed", width=12, space=8),
        left=240,
        before=0,
        after=0,
    )
    yield Style(
        name="Card Title",
        based="Body Text",
        following="Card",
        keep_next=True,
        border=Border(sides=("top",), width=18, color=accent),
        before=120,
        after=60,
    )
    yield Style(name="Card", based="Body Text", after=80)


def _marks(accent: str) -> Iterator[Style]:
    looks: dict[str, tuple[str, str, str | None, str | None]] = {
        "Law": ("single", INK, INK, "FFFFFF"),
        "Observed": ("single", INK, None, None),
        "Hypothesis": ("dashed", INK, None, None),
        "Judgement": ("single", GREY, SOFT, None),
        "Editorial": ("dotted", GREY, SOFT, None),
    }
    for name, (kind, line, fill, color) in looks.items():
        yield Style(
            name=f"Status {name}",
            kind="character",
            border=Border(kind=kind, color=line),
            fill=fill,
            color=color,
            bold=True,
            size=17,
        )
    yield Style(name="Tag", kind="character", border=Border(), bold=True, size=17)
    yield Style(name="Reading", kind="character", italic=True)
    yield Style(name="Card Number", kind="character", font=HEADINGS, bold=True, color=accent, size=25)
    yield Style(name="Hyperlink", kind="character", color=LINK, underline=True)
    yield Style(name="Verbatim Char", kind="character")
    yield Style(name="Section Number", kind="character")
