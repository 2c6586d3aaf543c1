"""What typst leaves out of a PDF, put in afterwards."""

from __future__ import annotations

import re
from io import BytesIO
from zlib import compress

import pikepdf
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, StreamDecodeLevel

_REPLACED = re.compile(rb"(/ActualText\s*<FEFF(?:[0-9A-F]{4})+?)00AD(?=>)")
_MAPPED = re.compile(rb"(<(?:[0-9A-F]{4})+?)00AD(?=>)")

_BAD_END = b"\r\nendstream"


def finish(data: bytes) -> bytes:
    """Mark the headers of table rows, take out what is in the way of copying, and pack the file tightly.

    Args:
        data: A tagged PDF by typst.

    Returns:
        The same document; the same bytes for the same document.
    """
    with pikepdf.open(BytesIO(data)) as document:
        for sheet in document.pages:
            assert isinstance(sheet.Contents, pikepdf.Stream)  # typst writes one for each page
            _drop_soft_hyphens(sheet.Contents, _REPLACED)
        streams: list[pikepdf.Stream] = []
        for element in document.objects:  # once: there are thousands
            if isinstance(element, pikepdf.Stream):
                streams.append(element)
            elif isinstance(element, Dictionary):
                if element.get("/S") == Name.Table:
                    _mark_table(element)
                elif "/ToUnicode" in element:
                    assert isinstance(element.ToUnicode, pikepdf.Stream)
                    _drop_soft_hyphens(element.ToUnicode, _MAPPED)
        for stream in streams:
            _pad(stream)
        marks = document.Root.get("/MarkInfo", Dictionary())
        if "/Suspects" in marks and not marks.Suspects:
            del marks.Suspects  # false is what it is without saying; Poppler takes it for a fault that somebody says so
        return _packed(document)


def pages(data: bytes) -> int:
    """How many pages a PDF has."""
    with pikepdf.open(BytesIO(data)) as document:
        return len(document.pages)


def _drop_soft_hyphens(contents: pikepdf.Stream, noted: re.Pattern[bytes]) -> None:
    """Take soft hyphens out of the text to be copied and read aloud where no line ends; where one does, its hyphen has its own.

    Typst notes a soft hyphen that is not needed with the letter before it: in the text that replaces the letter, or in
    the font's table of letters if the letter stands nowhere else.
    """
    data = contents.read_bytes()
    if b"00AD>" in data:
        # Packed here, so that what it ends in can be looked at with all other streams.
        contents.write(compress(noted.sub(rb"\1", data)), filter=Name.FlateDecode)


def _children(element: Dictionary) -> list[Dictionary]:
    """The structure elements right below one."""
    kids = element.get("/K", Array())
    return [kid for kid in (kids if isinstance(kids, Array) else [kids]) if isinstance(kid, Dictionary) and "/S" in kid]


def _mark_table(table: Dictionary) -> None:
    """Make the first cell of each row its header, unless there would then be more headers than cells to head.

    That is so in tables of two columns, where the column's header and the neighbour say as much.
    """
    head, body = (
        [row for part in _children(table) if kind == part.S for row in _children(part)]
        for kind in (Name.THead, Name.TBody)
    )
    columns = max((len(_children(row)) for row in body), default=0)
    if len(head) * columns + len(body) <= len(body) * (columns - 1):
        for row in body:
            _mark_row(row)


def _mark_row(row: Dictionary) -> None:
    cells = _children(row)
    if cells[0].S != Name.TD:
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
    """The file's bytes. Streams made only in saving, of a hundred objects each, can end in a carriage return, too.

    A part of the catalog that is made an object of its own moves all others on by one, and the streams end otherwise. If
    that does not help, there are to be none: such a file is larger.
    """
    packed = _saved(document, ObjectStreamMode.generate)
    for part in (Name.ViewerPreferences, Name.MarkInfo):
        if _BAD_END in packed and part in document.Root:
            document.Root[part] = document.make_indirect(document.Root[part])
            packed = _saved(document, ObjectStreamMode.generate)
    return _saved(document, ObjectStreamMode.disable) if _BAD_END in packed else packed


def _saved(document: pikepdf.Pdf, mode: ObjectStreamMode) -> bytes:
    saved = BytesIO()
    document.save(saved, stream_decode_level=StreamDecodeLevel.none, object_stream_mode=mode, deterministic_id=True)
    return saved.getvalue()
