"""What is done to single paragraphs of the Word document."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

_STYLE = f"{qn('w:pPr')}/{qn('w:pStyle')}"
_RUN, _TEXT, _LOOK, _VALUE = qn("w:r"), qn("w:t"), qn("w:rPr"), qn("w:val")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def join_runs(paragraph: Any) -> None:
    """Join runs of text that look alike: pandoc begins a new one at every mark and every space beside it.

    Programs that help translators show a sign for each run.
    """
    for parent in (paragraph, *paragraph.findall(qn("w:hyperlink"))):
        last: Any = None
        look: list[Any] = []
        for run in list(parent):
            text = _text_alone(run)
            if text is None:
                last = None
                continue
            found = run.find(_LOOK)
            this = [] if found is None else [(part.tag, *part.attrib.items()) for part in found.iter()]
            if last is not None and this == look:
                last.text = (last.text or "") + (text.text or "")
                last.set(_SPACE, "preserve")
                parent.remove(run)
            else:
                last, look = text, this


def _text_alone(run: Any) -> Any | None:
    """The text of a run that holds nothing else."""
    if run.tag != _RUN:
        return None
    content = [part for part in run if part.tag != _LOOK]
    return content[0] if len(content) == 1 and content[0].tag == _TEXT else None


def style_of(paragraph: Any) -> str:
    """Id of a paragraph's style."""
    style = paragraph.find(_STYLE)
    return "" if style is None else str(style.get(_VALUE))


def set_style(paragraph: Any, id_: str) -> None:
    """Give a paragraph the style with this id."""
    style = paragraph.find(_STYLE)
    if style is None:
        style = OxmlElement("w:pStyle")
        paragraph.find(qn("w:pPr")).insert(0, style)
    style.set(_VALUE, id_)


def keep_next(paragraph: Any) -> None:
    """Keep a paragraph on the page of the one that follows it."""
    properties = paragraph.find(qn("w:pPr"))
    if properties.find(qn("w:keepNext")) is None:
        properties.find(qn("w:pStyle")).addnext(OxmlElement("w:keepNext"))


def drop_space_after(paragraph: Any) -> None:
    """Leave no space below a paragraph."""
    properties = paragraph.find(qn("w:pPr"))
    spacing = OxmlElement("w:spacing", {qn("w:after"): "0"})
    places = [part for part in properties if part.tag in (qn("w:pStyle"), qn("w:keepNext"), qn("w:numPr"))]
    places[-1].addnext(spacing)
