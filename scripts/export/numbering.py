"""The lists of the Word document: bullets and numbers that belong to styles.

Pandoc makes a list of its own for each list there is, with bullets from fonts of signs. Here whoever gives a paragraph
the style ``List Bullet`` gives it its bullet, and a list of numbers is one more of the same kind, begun anew.
"""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from scripts.export.runs import set_style, style_of

BOX_LISTS = (
    *(f"Callout {kind} List" for kind in ("Note", "Tip", "Important", "Warning")),
    "Element Box List",
    "Entry List",
    "Unknown List",
)
"""Styles of the lists that stand in boxes."""
RANKS = ("", " 2", " 3", " 4", " 5")
"""What follows the name of a style of lists, by level."""
BULLETS, NUMBERS, BOX_NUMBERS = 1, 2, 3
OF_BOX = {name: number for number, name in enumerate(BOX_LISTS, 4)}
"""The number of the list that belongs to each style of lists in boxes."""
_FIRST = 101  # of the numbers of lists that count
_LEVELS = range(9)
_SIGNS = ("•", "–")
_FORMATS = ("decimal", "lowerLetter", "lowerRoman")
_PATH = f"{qn('w:pPr')}/{qn('w:numPr')}"


def definitions() -> list[Any]:
    """The ``w:abstractNum`` and ``w:num`` elements that the styles refer to."""
    kinds = {BULLETS: ("List Bullet", True, 100), NUMBERS: ("List Number", False, 100), BOX_NUMBERS: ("", False, 240)}
    kinds |= {number: (name, True, 240) for name, number in OF_BOX.items()}
    lists = [_definition(number, *kind) for number, kind in kinds.items()]
    return [*lists, *(_number(number, number) for number in kinds)]


def _definition(number: int, style: str, bullets: bool, edge: int) -> Any:  # noqa: FBT001
    """A kind of list; its first level stands ``edge`` off the margin."""
    ranks = RANKS if number in (BULLETS, NUMBERS) else RANKS[:1] if style else ()
    levels = []
    for level in _LEVELS:
        hanging = 260 if bullets else 340
        left = edge + hanging + level * 340
        sign = _SIGNS[level % len(_SIGNS)] if bullets else f"%{level + 1}."
        kind = "bullet" if bullets else _FORMATS[level % len(_FORMATS)]
        link = f'<w:pStyle w:val="{(style + ranks[level]).replace(" ", "")}"/>' if level < len(ranks) else ""
        levels.append(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{link}<w:lvlText w:val="{sign}"/>'
            f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
        )
    return parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}"><w:nsid w:val="{number:08X}"/>'
        f'<w:multiLevelType w:val="hybridMultilevel"/>{"".join(levels)}</w:abstractNum>'
    )


def _number(number: int, kind: int, start: int | None = None, level: int = 0) -> Any:
    again = (
        "" if start is None else f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
    )
    return parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{kind}"/>{again}</w:num>')


class Numbering:
    """Pandoc's lists, and ours that take their places.

    Attributes:
        element: The ``w:numbering`` element of the finished document.
    """

    def __init__(self, pandocs: bytes) -> None:
        root = parse_xml(pandocs)
        self._formats: dict[str, list[tuple[str, str]]] = {}  # by number of a list: format and sign of each level
        self._starts: dict[tuple[str, str], int] = {}
        kinds = {
            kind.get(qn("w:abstractNumId")): [
                (_value(level, "w:numFmt"), _value(level, "w:lvlText")) for level in kind.iter(qn("w:lvl"))
            ]
            for kind in root.iter(qn("w:abstractNum"))
        }
        for number in root.iter(qn("w:num")):
            id_ = number.get(qn("w:numId"))
            self._formats[id_] = kinds[_value(number, "w:abstractNumId")]
            for level in number.iter(qn("w:lvlOverride")):
                self._starts[id_, level.get(qn("w:ilvl"))] = int(_value(level, "w:startOverride") or 1)
        self._counting: dict[str, str] = {}
        self.element = parse_xml(f"<w:numbering {nsdecls('w')}/>")
        self.element.extend(definitions())

    def settle(self, paragraph: Any) -> None:
        """Give an item of a list the style of its kind and level."""
        found = paragraph.find(_PATH)
        if found is None:
            return
        name = style_of(paragraph)
        level, number = (str(found.find(qn(part)).get(qn("w:val"))) for part in ("w:ilvl", "w:numId"))
        kind, sign = self._formats[number][int(level)]
        boxed = name.endswith("List")
        plain = name in ("", "Compact", "BodyText", "FirstParagraph")
        rank = RANKS[min(int(level), len(RANKS) - 1)].strip()
        if kind == "bullet" and not sign.strip():
            found.getparent().remove(found)
            new = f"ListContinue{rank}"
        elif kind == "bullet" and _is_check(paragraph):
            found.getparent().remove(found)
            new = "ListCheck"
        elif kind == "bullet":
            if (boxed and level == "0") or (plain and int(level) < len(RANKS)):
                found.getparent().remove(found)
            else:
                own = next((own for box, own in OF_BOX.items() if box.replace(" ", "") == name), BULLETS)
                _refer(found, str(own))
            new = f"ListBullet{rank}"
        else:
            _refer(found, self._counted(number, level, BOX_NUMBERS if boxed else NUMBERS))
            new = f"ListNumber{rank}"
        if plain:
            set_style(paragraph, new)

    def _counted(self, number: str, level: str, kind: int) -> str:
        """The number of our list that counts as one of pandoc's does."""
        if number not in self._counting:
            own = _FIRST + len(self._counting)
            self._counting[number] = str(own)
            self.element.append(_number(own, kind, self._starts.get((number, level), 1), int(level)))
        return self._counting[number]


def _value(element: Any, name: str) -> str:
    found = element.find(qn(name))
    return "" if found is None else str(found.get(qn("w:val")))


def _refer(properties: Any, number: str) -> None:
    properties.find(qn("w:numId")).set(qn("w:val"), number)


def _is_check(paragraph: Any) -> bool:
    """Whether a box to tick begins it; what follows the box then stands at a tab stop."""
    text = next(paragraph.iter(qn("w:t")), None)
    if text is None or not (text.text or "").startswith(("☐ ", "☑ ")):
        return False
    box, text.text = text.text[0], text.text[2:]
    first = OxmlElement("w:t")
    first.text = box
    text.addprevious(first)
    text.addprevious(OxmlElement("w:tab"))
    return True
