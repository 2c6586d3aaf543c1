"""The PDF: accessible, archivable, and as the book says."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Pdf
from pypdfium2 import PdfDocument

from scripts.export import Book, export
from scripts.export.finish import finish
from scripts.export.hyphens import SOFT, divided
from tests.export.pdf_faults import conformance, faults

Headings = list[tuple[int, str]]


def test_a_pdf_keeps_to_pdf_ua_and_pdf_a(pdf: Path) -> None:
    assert conformance(pdf) == []


def test_a_pdf_says_all_its_book_does(pdf: Path, headings: Headings) -> None:
    with Pdf.open(pdf) as document:
        assert faults(document, headings, {"sv-FI", "en-GB"}) == []


def test_a_pdf_says_that_it_is_tagged_in_the_way_every_reader_takes(pdf: Path) -> None:
    with Pdf.open(pdf) as document:
        assert dict(document.Root.MarkInfo) == {"/Marked": True}


def test_a_pdf_names_its_title_editor_and_matter(pdf: Path, book: Book) -> None:
    with Pdf.open(pdf) as document, document.open_metadata() as metadata:
        assert metadata["dc:title"] == book.guide.model.title["fi"]
        assert metadata["dc:creator"] == [book.site.info.editor]
        assert "toimintamalli" in metadata["pdf:Keywords"]
        assert metadata["xmp:CreateDate"].startswith(book.published.isoformat())


def test_text_runs_in_the_order_of_the_pages_and_leaves_out_what_only_the_site_shows(pdf: Path) -> None:
    with PdfDocument(pdf) as document:
        text = "\n".join(page.get_textpage().get_text_range() for page in document).replace("\r\n", "\n")
    words = [
        "Luonnos",
        "Sisällys",
        "Oppaan ensimmäinen luku",
        "Alaviite kertoo lisää",
        "kaksi ydinelementtiä.",
        "Nuolet ovat oletuksia",
    ]
    later = ["Nuolet ovat oletuksia", "Kuva 1.", "Kuva tekstinä", "Rivi 59"]
    start = text.index(words[-1])
    places = [text.index(word) for word in words] + [text.index(word, start) for word in later[1:]]
    assert places == sorted(places)
    assert "Sama tunnus kuin toisella sivulla" in text
    assert "Vain verkossa" not in text
    assert "verkon kuva" not in text


def test_finnish_compounds_are_divided_where_they_join_and_copied_without_marks(pdf: Path, book: Book) -> None:
    with PdfDocument(pdf) as document:
        text = "\n".join(page.get_textpage().get_text_range() for page in document).replace("\r\n", "\n")
    # Pdfium shows a hyphen at the end of a line as a mark of its own.
    ends = re.findall(r"(\w+)[\N{SOFT HYPHEN}\ufffe\x02]\s*\n?(\w+)", text)
    assert not re.search(r"\w\N{SOFT HYPHEN}\w", text)
    compounds = {
        parts.replace(SOFT, ""): parts for parts in divided(text + " ".join(a + b for a, b in ends), "voikko").values()
    }
    wrong = [f"{a}-{b}" for a, b in ends if a + b in compounds and f"{a}{SOFT}" not in compounds[a + b]]
    assert wrong == []


def test_the_same_book_makes_the_same_pdf(pdf: Path, book: Book, tmp_path: Path) -> None:
    export(book, "pdf", tmp_path / "again.pdf")
    assert (tmp_path / "again.pdf").read_bytes() == pdf.read_bytes()


def test_no_stream_ends_in_a_carriage_return(tmp_path: Path) -> None:
    with pikepdf.new() as document:
        document.Root.Odd = document.make_stream(b"\x0c")  # its checksum ends in 13
        document.save(tmp_path / "odd.pdf")
    data = (tmp_path / "odd.pdf").read_bytes()
    assert b"\r\nendstream" in data
    assert b"\r\nendstream" not in finish(data)


@pytest.mark.parametrize("parts", [(), ("ViewerPreferences",), ("ViewerPreferences", "MarkInfo")])
def test_nor_does_one_that_is_made_in_packing(parts: tuple[str, ...]) -> None:
    met = 0
    for number in range(256):  # a checksum's last byte is one more than the sum of all bytes: one of these meets it
        with pikepdf.new() as document:
            document.Root.Odd = document.make_indirect(pikepdf.Dictionary(Text="a" * number))
            for part in parts:
                document.Root[f"/{part}"] = pikepdf.Dictionary(Marked=True)
            plain, packed = BytesIO(), BytesIO()
            document.save(plain, object_stream_mode=pikepdf.ObjectStreamMode.disable)
            document.save(packed, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
        if b"\r\nendstream" in packed.getvalue():
            met += 1
            assert b"\r\nendstream" not in finish(plain.getvalue())
    assert met
