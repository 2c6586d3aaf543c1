"""One style of the Word document, and how it is written in the file.

Lengths are in twentieths of a point, font sizes in half points, widths of lines in eighths, as in the file itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from xml.sax.saxutils import quoteattr

_NAMES = "Normal,Default Paragraph Font,Body Text,Title,Subtitle,Block Text,TOC Heading,Hyperlink,Caption,header,footer,footnote text,footnote reference"
BUILT_IN = frozenset(
    [*_NAMES.split(","), *(f"heading {level}" for level in range(1, 7)), *(f"toc {level}" for level in range(1, 4))]
)
"""Styles that Word knows by these names."""

Side = Literal["left", "top", "bottom", "right"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Border:
    """A line at some sides of a paragraph, or around characters."""

    sides: tuple[Side, ...] = ("top", "left", "bottom", "right")
    kind: str = "single"
    width: int = 6
    color: str = "8A99A6"
    space: int = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """One style; what is None is inherited."""

    name: str
    kind: Literal["paragraph", "character"] = "paragraph"
    based: str | None = "Normal"
    following: str | None = None
    keep_next: bool = False
    page_break: bool = False
    border: Border | None = None
    fill: str | None = None
    before: int | None = None
    after: int | None = None
    left: int | None = None
    hanging: int | None = None
    tab: int | None = None
    level: int | None = None
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
        return (
            f'<w:style w:type="{self.kind}"{default}{custom} w:styleId="{self.id}"><w:name w:val={quoteattr(self.name)}/>'
            + (f'<w:basedOn w:val="{id_of(str(self.based))}"/>' if inherits else "")
            + (f'<w:next w:val="{id_of(self.following)}"/>' if self.following else "")
            + f"<w:qFormat/>{self._paragraph()}{self._run()}</w:style>"
        )

    def _paragraph(self) -> str:
        parts = ["<w:keepNext/>"] if self.keep_next else []
        if self.page_break:
            parts.append("<w:pageBreakBefore/>")
        if self.kind == "paragraph" and self.border:
            parts.append(
                "<w:pBdr>"
                + "".join(
                    _line(side, self.border) for side in ("top", "left", "bottom", "right") if side in self.border.sides
                )
                + "</w:pBdr>"
            )
        if self.kind == "paragraph" and self.fill:
            parts.append(f'<w:shd w:val="clear" w:color="auto" w:fill="{self.fill}"/>')
        if self.tab is not None:
            parts.append(f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{self.tab}"/></w:tabs>')
        if self.before is not None or self.after is not None:
            parts.append("<w:spacing" + _number("before", self.before) + _number("after", self.after) + "/>")
        if self.left is not None:
            parts.append("<w:ind" + _number("left", self.left) + _number("hanging", self.hanging) + "/>")
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
            parts.append(_line("bdr", self.border))
        if self.kind == "character" and self.fill:
            parts.append(f'<w:shd w:val="clear" w:color="auto" w:fill="{self.fill}"/>')
        parts += ['<w:vertAlign w:val="superscript"/>'] if self.raised else []
        return f"<w:rPr>{''.join(parts)}</w:rPr>" if parts else ""


def id_of(name: str) -> str:
    """The id of the style with this name, as Word itself would give it: ``toc 1`` has ``TOC1``."""
    return "".join(word[:1].upper() + word[1:] for word in name.split()).replace("Toc", "TOC")


def _number(name: str, value: int | None) -> str:
    return "" if value is None else f' w:{name}="{value}"'


def _line(side: str, border: Border) -> str:
    return f'<w:{side} w:val="{border.kind}" w:sz="{border.width}" w:space="{border.space if side != "bdr" else 0}" w:color="{border.color}"/>'
