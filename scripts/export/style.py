"""One style of the Word document, and how it is written in the file.

Lengths are in twentieths of a point, font sizes in half points, widths of lines in eighths, as in the file itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from xml.sax.saxutils import quoteattr

TEXT_WIDTH = 9070  # of a line
_NAMES = (
    "Normal,Default Paragraph Font,Body Text,Title,Subtitle,Block Text,TOC Heading,Hyperlink,Caption,header,footer,"
    "footnote text,footnote reference,table of figures,Bibliography,Placeholder Text"
)
_RANKS = ("List Bullet", "List Number", "List Continue")
BUILT_IN = frozenset(
    [
        *_NAMES.split(","),
        *(f"heading {level}" for level in range(1, 7)),
        *(f"toc {level}" for level in range(1, 4)),
        *(f"{name}{rank}" for name in _RANKS for rank in ("", " 2", " 3", " 4", " 5")),
    ]
)
"""Styles that Word knows by these names."""

Side = Literal["left", "top", "bottom", "right"]

# At the foot of the page, however long the text above it is.
_FRAME = f'<w:framePr w:w="{TEXT_WIDTH}" w:wrap="around" w:vAnchor="margin" w:hAnchor="margin" w:xAlign="left" w:yAlign="bottom"/>'


@dataclass(frozen=True, slots=True, kw_only=True)
class Border:
    """A line at some sides of a paragraph, or around characters.

    Attributes:
        pad: Points by which unseen lines hold the text off the upper and the lower edge of a box.
        ground: Colour of the fill the unseen lines stand in; they hold the text off its right edge too. None on paper.
    """

    sides: tuple[Side, ...] = ("top", "left", "bottom", "right")
    kind: str = "single"
    width: int = 6
    color: str = "8A99A6"
    space: int = 6
    pad: int = 0
    ground: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """One style; what is None is inherited.

    Attributes:
        contextual: Whether paragraphs of this style have no space between them.
        line: Height of lines, in 240ths of the font's own.
        list: Number and level of the list that its paragraphs are items of.
        leader: Whether dots lead to its tab stop.
        hyphens: Whether long words are hyphenated.
        frame: Whether it stands at the foot of the page.
        offered: Whether editors find it among the styles to choose from; the others stand where pandoc or Word puts them.
    """

    name: str
    kind: Literal["paragraph", "character"] = "paragraph"
    based: str | None = "Normal"
    following: str | None = None
    keep_next: bool = False
    keep_lines: bool = False
    page_break: bool = False
    border: Border | None = None
    fill: str | None = None
    before: int | None = None
    after: int | None = None
    line: int | None = None
    contextual: bool = False
    left: int | None = None
    right: int | None = None
    hanging: int | None = None
    list: tuple[int, int] | None = None
    tab: int | None = None
    tab_side: Literal["left", "right"] = "right"
    leader: bool = False
    level: int | None = None
    hyphens: bool | None = None
    frame: bool = False
    offered: bool = True
    font: str | None = None
    size: int | None = None
    bold: bool = False
    italic: bool = False
    underline: bool = False
    raised: bool = False
    color: str | None = None

    @property
    def id(self) -> str:
        """The style's id in the file."""
        return id_of(self.name)

    def xml(self) -> str:
        """The ``w:style`` element; the order of its parts is that of the schema."""
        custom = "" if self.name in BUILT_IN else ' w:customStyle="1"'
        default = ' w:default="1"' if self.name in ("Normal", "Default Paragraph Font") else ""
        inherits = self.based and self.name not in ("Normal", self.based) and self.kind == "paragraph"
        place = "<w:qFormat/>" if self.offered else '<w:uiPriority w:val="99"/>'
        return (
            f'<w:style w:type="{self.kind}"{default}{custom} w:styleId="{self.id}"><w:name w:val={quoteattr(self.name)}/>'
            + (f'<w:basedOn w:val="{id_of(str(self.based))}"/>' if inherits else "")
            + (f'<w:next w:val="{id_of(self.following)}"/>' if self.following else "")
            + f"{place}{self._paragraph()}{self._run()}</w:style>"
        )

    def _paragraph(self) -> str:
        parts = ["<w:keepNext/>"] if self.keep_next else []
        parts += ["<w:keepLines/>"] if self.keep_lines else []
        parts += ["<w:pageBreakBefore/>"] if self.page_break else []
        parts += [_FRAME] if self.frame else []
        if self.list:
            number, level = self.list
            parts.append(f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')
        if self.kind == "paragraph" and self.border:
            parts.append(f"<w:pBdr>{''.join(_sides(self.border))}</w:pBdr>")
        if self.kind == "paragraph" and self.fill:
            parts.append(f'<w:shd w:val="clear" w:color="auto" w:fill="{self.fill}"/>')
        if self.tab is not None:
            leader = ' w:leader="dot"' if self.leader else ""
            parts.append(f'<w:tabs><w:tab w:val="{self.tab_side}"{leader} w:pos="{self.tab}"/></w:tabs>')
        if self.hyphens is not None:
            parts.append(f'<w:suppressAutoHyphens w:val="{int(not self.hyphens)}"/>')
        parts += _element("spacing", before=self.before, after=self.after, line=self.line)
        parts += _element("ind", left=self.left, right=self.right, hanging=self.hanging)
        parts += ["<w:contextualSpacing/>"] if self.contextual else []
        if self.level is not None:
            parts.append(f'<w:outlineLvl w:val="{self.level}"/>')
        return f"<w:pPr>{''.join(parts)}</w:pPr>" if parts else ""

    def _run(self) -> str:
        parts = [f'<w:rFonts w:ascii="{self.font}" w:hAnsi="{self.font}" w:cs="{self.font}"/>'] if self.font else []
        parts += ["<w:b/><w:bCs/>"] if self.bold else []
        parts += ["<w:i/><w:iCs/>"] if self.italic else []
        parts += [f'<w:color w:val="{self.color}"/>'] if self.color else []
        parts += [f'<w:sz w:val="{self.size}"/><w:szCs w:val="{self.size}"/>'] if self.size else []
        parts += ['<w:u w:val="single"/>'] if self.underline else []
        if self.kind == "character" and self.border:
            parts.append(_line("bdr", self.border.kind, self.border.width, 0, self.border.color))
        if self.kind == "character" and self.fill:
            parts.append(f'<w:shd w:val="clear" w:color="auto" w:fill="{self.fill}"/>')
        parts += ['<w:vertAlign w:val="superscript"/>'] if self.raised else []
        return f"<w:rPr>{''.join(parts)}</w:rPr>" if parts else ""


def id_of(name: str) -> str:
    """The id of the style with this name, as Word itself would give it: ``toc 1`` has ``TOC1``."""
    return "".join(word[:1].upper() + word[1:] for word in name.split()).replace("Toc", "TOC")


def _element(name: str, **values: int | None) -> list[str]:
    given = [f' w:{key}="{value}"' for key, value in values.items() if value is not None]
    return [f"<w:{name}{''.join(given)}/>"] if given else []


def _sides(border: Border) -> list[str]:
    unseen = {"top": border.pad, "bottom": border.pad, "right": 5 if border.ground else 0}
    lines = []
    for side in ("top", "left", "bottom", "right"):
        if side in border.sides:
            lines.append(_line(side, border.kind, border.width, border.space, border.color))
        elif unseen.get(side):
            lines.append(_line(side, "single", 4, unseen[side], border.ground or "FFFFFF"))
    return lines


def _line(side: str, kind: str, width: int, space: int, color: str) -> str:
    return f'<w:{side} w:val="{kind}" w:sz="{width}" w:space="{space}" w:color="{color}"/>'
