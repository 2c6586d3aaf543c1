"""Files that translators' programs read: XLIFF 1.2 and PO, written and read by the Translate Toolkit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from translate.storage import pypo, xliff

Format = Literal["xliff", "po"]
Progress = Literal["new", "needs-review", "machine", "draft", "reviewed"]
_NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_QUALIFIER = "leveraged-mt"
_NOTE = "translation "


class _Unit(xliff.Xliff1Unit):  # type: ignore[misc]
    namespace = _NAMESPACE


class _File(xliff.Xliff1File):  # type: ignore[misc]
    UnitClass = _Unit
    namespace = _NAMESPACE
    XMLskeleton = xliff.Xliff1File.XMLskeleton.replace("1.1", "1.2")


@dataclass(frozen=True, slots=True)
class Item:
    """A unit as it travels.

    Attributes:
        key: Its key.
        source: The source text.
        target: The translation; empty if there is none yet.
        progress: How far it is; None if the file says no more than that it is done.
        digest: Digest of the translation as it left, to see whether another has taken its place since; empty if unknown.
        earlier: The source text the translation was made from, if another stands now and it is known.
    """

    key: str
    source: str
    target: str
    progress: Progress | None
    digest: str = ""
    earlier: str = ""


class CatalogueError(Exception):
    """A file is not what it should be."""


def write(items: Iterable[Item], source: str, target: str, format_: Format) -> bytes:
    """The items as a file; the same bytes for the same items.

    Args:
        items: The items.
        source: Id of the source language.
        target: Id of the language they are translated into.
        format_: The format.
    """
    return _xliff(items, source, target) if format_ == "xliff" else _po(items, target)


def _xliff(items: Iterable[Item], source: str, target: str) -> bytes:
    store = _File(sourcelanguage=source, targetlanguage=target)
    store.switchfile("guides", createifmissing=True)
    for item in items:
        unit = _Unit(item.source)
        store.addunit(unit)
        unit.xmlelement.set("id", item.key)
        unit.settarget(item.target, target)
        node = unit.getlanguageNode(None, 1)
        states = {"new": "new", "needs-review": "needs-review-translation", "reviewed": "final"}
        node.set("state", states.get(item.progress or "", "translated"))
        if item.progress == "machine":
            node.set("state-qualifier", _QUALIFIER)
        unit.xmlelement.attrib.pop("approved", None)
        if item.progress == "reviewed":
            unit.xmlelement.set("approved", "yes")
        if item.digest:
            unit.addnote(f"{_NOTE}{item.digest}", origin="developer")
        if item.earlier:
            unit.addnote(f"The source was earlier:\n{item.earlier}", origin="developer")
    return bytes(store)


def _po(items: Iterable[Item], target: str) -> bytes:
    store = pypo.pofile()
    store.updateheader(
        add=True,
        Project_Id_Version="guides",
        POT_Creation_Date="YEAR-MO-DA HO:MI+ZONE",  # no clock: the same content gives the same bytes
        Language=target,
    )
    for item in items:
        unit = store.UnitClass(item.source)
        unit.setcontext(item.key)
        unit.target = item.target
        if item.digest:
            unit.addnote(f"{_NOTE}{item.digest}", origin="developer")
        if item.progress == "needs-review":
            unit.markfuzzy()
        if item.earlier:
            unit.prev_source = item.earlier
        store.addunit(unit)
    return bytes(store)


def read(content: bytes) -> tuple[str, list[Item]]:
    """A file that has come back: id of the language, and its items.

    Raises:
        CatalogueError: It is no such file.
    """
    try:
        if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
            if b"<!DOCTYPE" in content:  # it could make the reader fetch or repeat what it likes
                raise CatalogueError
            return _from_xliff(content)
        return _from_po(content)
    except (SyntaxError, ValueError, AssertionError, StopIteration, AttributeError, IndexError):
        raise CatalogueError from None


def _from_xliff(content: bytes) -> tuple[str, list[Item]]:
    store = _File.parsestring(content)
    items = [
        Item(
            unit.xmlelement.get("id") or "",
            unit.source or "",
            unit.target or "",
            _progress(unit),
            _digest(unit.getnotes("developer")),
        )
        for unit in store.units
    ]
    return store.gettargetlanguage() or "", items


def _progress(unit: Any) -> Progress:
    node = unit.getlanguageNode(None, 1)
    state = "" if node is None else node.get("state", "")
    if not unit.target or state == "new":
        return "new"
    if state.startswith("needs-"):
        return "needs-review"
    if unit.isapproved() or state in ("final", "signed-off"):
        return "reviewed"
    return "machine" if node.get("state-qualifier") in (_QUALIFIER, "mt-suggestion") else "draft"


def _from_po(content: bytes) -> tuple[str, list[Item]]:
    store = pypo.pofile.parsestring(content)
    items = [
        Item(
            unit.getcontext(),
            str(unit.source),
            str(unit.target),
            "new" if not unit.target else "needs-review" if unit.isfuzzy() else None,
            _digest(unit.getnotes("developer")),
        )
        for unit in store.units
        if not unit.isheader() and not unit.isobsolete()
    ]
    return store.parseheader().get("Language", ""), items


def _digest(notes: str) -> str:
    return next((row.removeprefix(_NOTE) for row in notes.split("\n") if row.startswith(_NOTE)), "")
