"""What typst leaves out of a PDF, put in afterwards."""

from __future__ import annotations

from base64 import a85encode
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
                _repack(element)
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


def _repack(stream: pikepdf.Stream) -> None:
    """Write a stream that ends in a carriage return in letters: checkers take that byte for the end of a line, and miss it."""
    raw = stream.read_raw_bytes()
    if raw.endswith(b"\r"):
        filters = stream.get("/Filter", Array())
        letters = a85encode(raw, adobe=True).removeprefix(b"<~")
        stream.write(letters, filter=Array([Name.ASCII85Decode, *(filters if isinstance(filters, Array) else [filters])]))


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
