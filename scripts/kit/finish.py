"""What pandoc leaves out of a presentation, put in afterwards: sizes that fit, languages, alternative texts, footers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Emu, Pt

from scripts.export.archive import packed
from scripts.export.mending import described
from scripts.kit.fitting import STEP, VOICES, size, size_of, title_size
from scripts.kit.languages import set_languages
from scripts.kit.shapes import Place
from scripts.kit.slide import Block, Part, Slide

_HEAD: Place = (54, 26, 816, 50)
_PICTURE: Place = (54, 84, 852, 408)
"""Where a drawing and the title above it stand: it gets all the room there is."""
_COLORS: Mapping[Part, str] = {"head": "accent1", "quiet": "tx2"}


def finish(path: Path, slides: Sequence[Slide], front: Mapping[str, Any], locales: Mapping[str, str]) -> bytes:
    """Finish a presentation.

    Args:
        path: The file as pandoc wrote it: a title slide, then the slides.
        slides: What it shows.
        front: What the deck says of itself: as a book (``export/front.py``), with ``name`` and ``footer``.
        locales: The language tag of each language's id.

    Returns:
        The finished file, the same bytes each time.
    """
    deck = Presentation(str(path))
    for number, made in enumerate(deck.slides):
        if number:
            _set_slide(made, slides[number - 1])
            _add_small(made, number + 1, front["footer"])
        roots = [made.element, made.notes_slide.element] if made.has_notes_slide else [made.element]
        for root in roots:
            set_languages(root, front["locale"], locales)
    for layout in deck.slide_layouts:
        set_languages(layout.element, front["locale"], locales)
    set_languages(deck.slide_master.element, front["locale"], locales)
    saved = BytesIO()
    deck.save(saved)
    with ZipFile(saved) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    named = {**front, "title": front["name"]}
    return packed(described(parts, named), "[Content_Types].xml")


def _set_slide(made: Any, slide: Slide) -> None:
    title = made.shapes.title
    points = title_size(Block("head", slide.title))
    for run in title.element.iter(qn("a:r")):
        _look(run).set("sz", str(points * 100))
    if slide.picture:
        _set_picture(made, slide.picture.alt)
        return
    fitting = size(slide)
    assert fitting, slide.title  # what does not fit was parted
    places = {shape.placeholder_format.idx: shape for shape in made.placeholders}
    for index, blocks in ((1, slide.body), (2, slide.aside)):
        if blocks:
            paragraphs = places[index].element.findall(f".//{qn('a:p')}")
            for paragraph, block in zip(paragraphs, blocks, strict=True):
                _set_paragraph(paragraph, block.part, fitting)
    if slide.look == "question":
        ground = f'<p:bg {nsdecls("p", "a")}><p:bgPr><a:solidFill><a:schemeClr val="bg2"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
        made.element.find(qn("p:cSld")).insert(0, parse_xml(ground))


def _set_paragraph(paragraph: Any, part: Part, fitting: int) -> None:
    points = size_of(part, fitting)
    look = paragraph.find(qn("a:pPr"))
    space = parse_xml(
        f'<a:spcBef {nsdecls("a")}><a:spcPts val="{round(VOICES[part].before * points * 100)}"/></a:spcBef>'
    )
    look.insert(0, space)
    if part == "step":
        room = str(int(Pt(STEP)))
        look.attrib.update({"marL": room, "indent": f"-{room}"})
    for run in paragraph.iter(qn("a:r")):
        properties_ = _look(run)
        properties_.set("sz", str(points * 100))
        if part == "head":
            properties_.set("b", "1")
        if part in _COLORS:
            color = f'<a:solidFill {nsdecls("a")}><a:schemeClr val="{_COLORS[part]}"/></a:solidFill>'
            properties_.insert(0, parse_xml(color))


def _look(run: Any) -> Any:
    """The properties of a run of text."""
    return run.get_or_add_rPr()


def _set_picture(made: Any, alt: str) -> None:
    """Give a drawing its alternative text and all the room there is; pandoc's caption says the same once more."""
    _put(made.shapes.title, _HEAD)
    for shape in list(made.shapes):
        if shape.is_placeholder and shape.placeholder_format.idx == 1:
            shape.element.getparent().remove(shape.element)
    picture = next(shape for shape in made.shapes if shape.element.tag == qn("p:pic"))
    picture.element.find(f".//{qn('p:cNvPr')}").attrib.update({"id": "3", "descr": alt})
    left, top, width, height = _PICTURE
    wide, high = picture.image.size
    share = min(width / wide, height / high)
    _put(
        picture,
        (left + (width - share * wide) / 2, top + (height - share * high) / 2, share * wide, share * high),
    )


def _put(shape: Any, place: Place) -> None:
    shape.left, shape.top, shape.width, shape.height = (Emu(int(Pt(value))) for value in place)


def _add_small(made: Any, number: int, footer: str) -> None:
    """The footer and the number of the slide: placeholders, so that they look as the layout says."""
    look = '<a:rPr sz="1200"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill><a:latin typeface="+mn-lt"/></a:rPr>'
    words = parse_xml(f"<a:r {nsdecls('a')}>{look}<a:t/></a:r>")
    words.find(qn("a:t")).text = footer
    field = parse_xml(
        f'<a:fld {nsdecls("a")} id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum">{look}<a:t>{number}</a:t></a:fld>'
    )
    tree = made.shapes._spTree  # noqa: SLF001 - there is no other way to add a placeholder
    for place, (kind, index, content) in enumerate((("ftr", 11, words), ("sldNum", 12, field))):
        shape = parse_xml(
            f"""<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{20 + place}" name="{kind}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>
<p:nvPr><p:ph type="{kind}" sz="quarter" idx="{index}"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody></p:sp>"""
        )
        shape.find(f".//{qn('a:p')}").append(content)
        tree.append(shape)
