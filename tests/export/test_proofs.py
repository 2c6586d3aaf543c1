"""The proofs are proved: a good PDF, broken in each of these ways, is caught by one of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import outloud
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from scripts.export import Book
from tests.export.counts import document, of_document, of_pdf
from tests.export.pdf_faults import conformance, elements, faults
from tests.export.texts import difference, passages_of_document, passages_of_pdf
from tests.export.texts import of_document as text_of
from tests.export.texts import of_pdf as text_of_pdf

Headings = list[tuple[int, str]]
LISTS = ("Sisällys", "Kuvat", "Taulukot")


@pytest.fixture(scope="module")
def tree(book: Book) -> Any:
    return document(book)


def caught(path: Path, tree: Any, headings: Headings, book: Book) -> set[str]:
    """Names of the proofs that do not hold for a file."""
    found = {"standards"} if conformance(path) else set()
    if outloud.check(str(path)).errors:
        found.add("semantics")
    wanted = of_document(tree)
    wanted.update({"headings of level 1": 1, "headings of level 2": 2, "bookmarks": 2})
    with Pdf.open(path) as pdf:
        found |= {"counts"} if of_pdf(pdf) != wanted else set()
        found |= set(faults(pdf, headings, {"sv-FI", "en-GB"}))
        with pdf.open_metadata() as metadata:
            found |= {"title"} if metadata.get("dc:title") != book.guide.model.title["fi"] else set()
        entries = [element for element in elements(pdf) if element.S == "/TOCI"]
        found |= {"contents"} if len(entries) < len(headings) / 2 else set()
    text = text_of(tree)
    if difference(text, text_of_pdf(path, LISTS)[-len(text) :]):
        found.add("text")
    marked = passages_of_document(
        tree, "fi-FI", {language.id: language.locale for language in book.site.languages.values()}
    )
    spoken = passages_of_pdf(path, LISTS) if "text" not in found else {}
    return found | ({"passages"} if any(spoken.get(id_) != marked[id_] for id_ in marked if id_ != "fi-FI") else set())


def _all(kind: str, change: Callable[[Dictionary], None]) -> Callable[[Pdf], None]:
    def everywhere(pdf: Pdf) -> None:
        for element in list(elements(pdf)):
            if str(element.S) == kind:
                change(element)

    return everywhere


def _become(kind: str) -> Callable[[Dictionary], None]:
    return lambda element: element.__setitem__("/S", Name(f"/{kind}"))


def _wrong_title(pdf: Pdf) -> None:
    with pdf.open_metadata() as metadata:
        metadata["dc:title"] = "Asiakirja1"
    pdf.docinfo["/Title"] = String("Asiakirja1")


def _swap(pdf: Pdf) -> None:
    body = next(element for element in elements(pdf) if element.S == "/Document")
    kids = list(body.K)
    place = next(index for index, kid in enumerate(kids) if isinstance(kid, Dictionary) and kid.S == "/H2")
    kids[place], kids[place + 1] = kids[place + 1], kids[place]
    body.K = Array(kids)


def _lose_words(pdf: Pdf) -> None:
    """Take the last list out of the tags: it is seen, and not read aloud."""
    lists = [element for element in elements(pdf) if element.S == "/L"]
    lists[-1].K = Array()


def _no_passages(pdf: Pdf) -> None:
    for sheet in pdf.pages:
        contents: Any = sheet.Contents
        contents.write(contents.read_bytes().replace(b"/Lang(", b"/Was("))
    for element in elements(pdf):
        if "/Lang" in element:
            del element["/Lang"]


def _one_passage(pdf: Pdf) -> None:
    for sheet in pdf.pages:
        contents: Any = sheet.Contents
        if b"/Lang(en-GB)" in contents.read_bytes():
            contents.write(contents.read_bytes().replace(b"/Lang(en-GB)", b"/Was(en-GB)", 1))
            return


BREAKS: dict[str, Callable[[Pdf], None]] = {
    "the language of the document is gone": lambda pdf: pdf.Root.__delitem__("/Lang"),
    "the languages of passages are gone": _no_passages,
    "the language of one passage is gone": _one_passage,
    "the bookmarks are gone": lambda pdf: pdf.Root.__delitem__("/Outlines"),
    "an alternative text is gone": _all("/Figure", lambda element: element.__delitem__("/Alt")),
    "header cells became data cells": _all("/TH", _become("TD")),
    "header cells lost their scope": _all("/TH", lambda element: element.__setitem__("/A", Array())),
    "headings became paragraphs": _all("/H2", _become("P")),
    "headings skip a level": _all("/H2", _become("H4")),
    "a table became a group": _all("/Table", _become("Div")),
    "notes became paragraphs": _all("/Note", _become("P")),
    "links became spans": _all("/Link", _become("Span")),
    "the title is a file's name": _wrong_title,
    "the contents are empty": _all("/TOC", lambda element: element.__setitem__("/K", Array())),
    "a heading stands after its paragraph": _swap,
    "words are seen and not read": _lose_words,
    "the tags are gone": lambda pdf: pdf.Root.__delitem__("/StructTreeRoot"),
    "it does not say that it is tagged": lambda pdf: pdf.Root.__delitem__("/MarkInfo"),
}


def test_a_good_file_is_not_caught(pdf: Path, tree: Any, headings: Headings, book: Book) -> None:
    assert caught(pdf, tree, headings, book) == set()


@pytest.mark.parametrize("fault", BREAKS)
def test_a_file_broken_in_this_way_is_caught(
    fault: str, pdf: Path, tree: Any, headings: Headings, book: Book, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.pdf"
    with Pdf.open(pdf) as good:
        BREAKS[fault](good)
        good.save(broken)
    if fault == "the tags are gone":
        assert conformance(broken) != []
    else:
        assert caught(broken, tree, headings, book) != set()
