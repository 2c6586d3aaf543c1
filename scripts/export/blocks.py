"""How the paragraphs of the Word document stand one after another: what holds together, and what has no gap between."""

from __future__ import annotations

import re
from typing import Any

from docx.oxml.ns import qn

from scripts.export.boxes import family
from scripts.export.runs import drop_space_after, keep_next, set_style, style_of

_PARAGRAPH, _TABLE = qn("w:p"), qn("w:tbl")
_TEXT = ("BodyText", "FirstParagraph")
_ITEM = re.compile(r"List(?:Bullet|Number|Check)(\d?)|\w+List")
_CONTENTS = re.compile(r"TOC[1-3]|TableOfFigures")


def set_blocks(root: Any) -> None:
    """Set what the order of paragraphs asks for.

    A line that leads to a list stays with it, an item with the items below it, the last but one with the last, a card on
    one page; the bar beside a box has no gaps; and only the first paragraph below a heading is called the first.
    """
    body = root.find(qn("w:body"))
    for paragraph in list(body.iter(_PARAGRAPH)):
        _set_paragraph(paragraph)
    blocks = [block for block in body if block.tag in (_PARAGRAPH, _TABLE)]
    styles = [style_of(block) if block.tag == _PARAGRAPH else "" for block in blocks]
    for block, before, style, after, then in zip(
        blocks, ["", *styles], styles, [*styles[1:], ""], [*styles[2:], "", ""], strict=False
    ):
        if style == "FirstParagraph" and not before.startswith("Heading"):
            set_style(block, "BodyText")
        if _leads(style, after, then):
            keep_next(block)
        if family(style) and family(style) == family(after) and style.endswith("List") != after.endswith("List"):
            drop_space_after(block)


def _leads(style: str, after: str, then: str) -> bool:
    """Whether a paragraph stays with the next one, and so with the one after it."""
    item, below = _ITEM.fullmatch(style), _ITEM.fullmatch(after)
    if item and below:
        return (below[1] or "") > (item[1] or "") or not _ITEM.fullmatch(then)
    return bool(below and style in _TEXT) or (style.startswith("Card") and after == "Card")


def _set_paragraph(paragraph: Any) -> None:
    style = style_of(paragraph)
    if _CONTENTS.fullmatch(style):
        for link_style in list(paragraph.iter(qn("w:rStyle"))):
            link_style.getparent().remove(link_style)
    elif style == "TableCaption":
        _set_caption(paragraph)
    elif not len(paragraph):  # pandoc parts tables with an empty one; here a caption does
        paragraph.getparent().remove(paragraph)


def _set_caption(caption: Any) -> None:
    """Count tables as Word does that inserts a caption with the same word, and set a full stop as the other formats do.

    A link to a table leads to its caption: LibreOffice loses a bookmark that begins where another table ends.
    """
    start, end = caption.getprevious(), caption.getnext().getnext()
    if start.tag == qn("w:bookmarkStart") and start.get(qn("w:id")) == end.get(qn("w:id")):
        caption.insert(1, start)
        caption.append(end)
    texts = list(caption.iter(qn("w:t")))
    word = "_".join((texts[0].text or "").split())
    for field in caption.iter(qn("w:fldSimple")):
        field.set(qn("w:instr"), rf" SEQ {word} \* ARABIC ")
    for text in texts:
        text.text = re.sub(r"^: ", ". ", text.text or "")
