"""SVG pictures that an author brings: a picture may draw, and do nothing else."""

from __future__ import annotations

import re
from xml.parsers import expat

_NAMESPACE = "http://www.w3.org/2000/svg"
_DRAWING = frozenset(
    [
        "svg",
        "g",
        "defs",
        "symbol",
        "use",
        "title",
        "desc",
        "metadata",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "text",
        "tspan",
        "textPath",
        "linearGradient",
        "radialGradient",
        "stop",
        "clipPath",
        "mask",
        "pattern",
        "marker",
        "switch",
        "view",
        "style",
        "filter",
        "feBlend",
        "feColorMatrix",
        "feComponentTransfer",
        "feComposite",
        "feFlood",
        "feFuncA",
        "feFuncB",
        "feFuncG",
        "feFuncR",
        "feGaussianBlur",
        "feMerge",
        "feMergeNode",
        "feOffset",
    ]
)
"""Elements that draw. Scripts, foreign content, links, pictures in the picture and animation are not among them."""
_OUTSIDE_CSS = re.compile(r"url\(\s*['\"]?\s*(?!#)|@import|expression\(|\\|-moz-binding|behavior\s*:", re.IGNORECASE)
_EDITORS = (
    "http://www.inkscape.org/",
    "http://sodipodi.sourceforge.net/",
    "http://www.w3.org/1999/02/22-rdf",
    "http://purl.org/dc/",
    "http://creativecommons.org/ns",
)
"""Beginnings of the namespaces in which drawing programs leave notes; browsers pass them over."""


class _Unfit(Exception):  # noqa: N818 - it ends the reading, no more
    pass


def unfit(data: bytes) -> tuple[int, str] | None:
    """What keeps a picture from being a mere drawing.

    Args:
        data: The file.

    Returns:
        Line, and the part that is not permitted, as it is called in the file; an empty name if the file cannot be
        read as SVG at all. None if all is well.
    """
    reader = _Reader()
    try:
        reader.parser.Parse(data, True)  # noqa: FBT003 - the last piece
    except _Unfit as error:
        return reader.parser.CurrentLineNumber, str(error)
    except expat.ExpatError as error:
        return error.lineno, ""
    return None


class _Reader:
    """Goes through a picture element by element, and stops at the first that may not be there."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.EntityDeclHandler = self._entity
        self.parser.ProcessingInstructionHandler = self._instruction
        self._open: list[str] = []
        self._css: list[str] = []

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        drawing = space == _NAMESPACE and (local in _DRAWING if self._open else local == "svg")
        if not drawing and not (self._open and space.startswith(_EDITORS)):
            raise _Unfit(local)
        self._open.append(local)
        for full, value in attributes.items():
            _attribute(full.rpartition(" ")[2], value)

    def _end(self, _: str) -> None:
        if self._open.pop() == "style":
            _style("".join(self._css))
            self._css.clear()

    def _text(self, piece: str) -> None:
        if self._open[-1] == "style":
            self._css.append(piece)

    def _entity(self, *_: object) -> None:
        raise _Unfit("ENTITY")

    def _instruction(self, target: str, _: str) -> None:
        raise _Unfit(target)


def _attribute(name: str, value: str) -> None:
    if name.lower().startswith("on"):
        raise _Unfit(name)
    if name in ("href", "src") and not value.startswith("#"):
        raise _Unfit(f"{name}={value[:40]}")
    if name == "style" or "url" in value.lower():
        _style(value)


def _style(text: str) -> None:
    match = _OUTSIDE_CSS.search(text)
    if match:
        raise _Unfit(text[match.start() : match.start() + 40].strip())
