"""What typst leaves out of a PDF, put in afterwards."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, StreamDecodeLevel


def finish(data: bytes) -> bytes:
    """Make the first cell of each table row a header of its row, and pack the file tightly.

    Args:
        data: A tagged PDF by typst.

    Returns:
        The same document; the same bytes for the same document.
    """
    with pikepdf.open(BytesIO(data)) as document:
        for element in document.objects:
            if isinstance(element, pikepdf.Stream):
                _pad(element)
            elif isinstance(element, Dictionary) and element.get("/S") == Name.TBody:
                for row in _children(element):
                    _mark_row(row)
        return _packed(document)


def _children(element: Dictionary) -> list[Dictionary]:
    """The structure elements right below one."""
    kids = element.get("/K", Array())
    return [kid for kid in (kids if isinstance(kids, Array) else [kids]) if isinstance(kid, Dictionary) and "/S" in kid]


def _mark_row(row: Dictionary) -> None:
    cells = _children(row)
    if len(cells) < 2 or cells[0].S != Name.TD:
        return
    cells[0].S = Name.TH
    attributes = cells[0].get("/A", Array())
    known = list(attributes) if isinstance(attributes, Array) else [attributes]
    table = next((entry for entry in known if entry.get("/O") == Name.Table), None)
    if table is None:
        table = Dictionary(O=Name.Table)
        known.append(table)
    table.Scope = Name.Row
    cells[0].A = Array(known)


def _pad(stream: pikepdf.Stream) -> None:
    """Lengthen a stream that ends in a carriage return: checkers take that byte for the end of a line, and miss it.

    The last byte of a packed stream is that of its checksum, so it changes with a line break added. No kind of stream
    here minds that: drawing operators, character maps, and fonts, which are read by offsets.
    """
    if stream.read_raw_bytes().endswith(b"\r"):
        data = stream.read_bytes() + b"\n"
        stream.write(data)
        if "/Length1" in stream:
            stream.Length1 = len(data)


def _packed(document: pikepdf.Pdf) -> bytes:
    """The file's bytes. Streams made only in saving can end in a carriage return too; another order of objects helps."""
    ways: tuple[dict[str, Any], ...] = (
        {"object_stream_mode": ObjectStreamMode.generate},
        {"object_stream_mode": ObjectStreamMode.generate, "linearize": True},
        {"object_stream_mode": ObjectStreamMode.disable},
    )
    for way in ways:
        packed = BytesIO()
        document.save(packed, stream_decode_level=StreamDecodeLevel.none, deterministic_id=True, **way)
        if b"\r\nendstream" not in packed.getvalue():
            break
    return packed.getvalue()
