"""How a guide stands on paper: nothing is left alone at the end of a page or on the last one."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import typst
from pikepdf import Array, Dictionary, Pdf
from pypdfium2 import PdfDocument

from macros.load import load_site
from scripts.export import Book, export
from scripts.export.fonts import fonts
from scripts.export.manuscript import manuscript
from scripts.export.pdf import TEMPLATES, look
from tests.export.guides import book_of
from tests.export.pdf_faults import elements
from tests.workplaces import PROJECT


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("paper") / "guide.pdf"
    export(book_of("etsiva-sosiaalityo", "fi"), "pdf", path)
    return path


def _pages(element: Dictionary) -> set[tuple[int, int]]:
    kids = element.get("/K", Array())
    found = {element.Pg.objgen} if "/Pg" in element else set()
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary):
            found |= _pages(kid)
    return found


def test_a_short_table_stays_on_one_page(guide: Path) -> None:
    with Pdf.open(guide) as pdf:
        tables = [element for element in elements(pdf) if element.S == "/Table"]
        rows = [(sum(kid.S == "/TR" for kid in elements_below(table)), len(_pages(table))) for table in tables]
    assert any(pages > 1 for _, pages in rows), "a long table breaks"
    assert [count for count, pages in rows if count < 8 and pages > 1] == []


def elements_below(element: Dictionary) -> list[Dictionary]:
    kids = element.get("/K", Array())
    found = []
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and "/S" in kid:
            found += [kid, *elements_below(kid)]
    return found


def _set(book: Book, folder: Path, chapters: list[str]) -> list[str]:
    """The text of each page of these chapters, written in Typst as the filter writes them; the title page comes first."""
    shutil.copytree(TEMPLATES, folder, dirs_exist_ok=True)
    (folder / "book.json").write_text(json.dumps(manuscript(book).data() | look(book)), encoding="utf-8")
    body = [f"#chapter({number})[\n= Luku\n{text}\n]" for number, text in enumerate(chapters, 2)]
    main = folder / "main.typ"
    main.write_text('#import "guide.typ": *\n#show: guide\n' + "\n".join(body), encoding="utf-8")
    with PdfDocument(typst.compile(str(main), root=str(folder), font_paths=fonts())) as pages:
        return [page.get_textpage().get_text_range() for page in pages][1:]


def test_headings_and_what_leads_to_a_list_stay_with_it(book: Book, tmp_path: Path) -> None:
    end = "\n\n== Osa\n\n#kept[\nJohdanto:\n\n]\n- kohta\n- toinen\n"
    pages = _set(book, tmp_path, ["\n\n".join(["Rivi."] * length) + end for length in range(24, 36)])
    assert any("Osa" not in page and "Luku" in page for page in pages), "some lists stand on a page of their own"
    assert [page for page in pages if ("Osa" in page) != ("kohta" in page)] == []


def test_the_last_page_of_a_chapter_does_not_hold_but_a_line_or_two(book: Book, tmp_path: Path) -> None:
    lengths = range(80, 150, 3)  # two to four pages
    pages = _set(book, tmp_path, ["\n\n".join(["Rivi."] * length) for length in lengths])
    lines = [page.count("Rivi.") for page in pages]
    assert sum(lines) == sum(lengths)
    assert [count for count in lines if count in (1, 2)] == []


def test_what_is_asked_stands_on_the_page_of_its_answer(guide: Path) -> None:
    question = load_site(PROJECT).labels["path-question"]["fi"]
    with PdfDocument(guide) as pages:
        texts = [page.get_textpage().get_text_range() for page in pages]
    assert any(question in text for text in texts)
    above_foot = [text.splitlines()[:-1][-1:] for text in texts]
    assert [lines for lines in above_foot if "".join(lines).rstrip().endswith(question)] == []


def test_no_page_of_a_guide_holds_but_a_few_lines(built_site: Path) -> None:
    found = {}
    for path in sorted(built_site.glob("downloads/*.pdf")):
        with PdfDocument(path) as pages:
            texts = [page.get_textpage().get_text_range() for page in pages]
        for number, text in enumerate(texts[1:], 2):  # the first is the cover
            found[path.name, number] = len([row for row in text.splitlines() if row.strip()]) - 2  # head and foot
    assert len(found) > 100
    assert {place: lines for place, lines in found.items() if lines < 4} == {}
