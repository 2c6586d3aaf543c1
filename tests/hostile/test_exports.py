"""What pandoc and typst make of texts of authors: they read nothing outside the folder of the export, and run nothing."""

from __future__ import annotations

import dataclasses
import json
import subprocess
from pathlib import Path

import pypandoc
import pypdfium2
import pytest
import typst

from macros.load import load_site
from macros.page import Page
from scripts.export import Book, export
from scripts.export.pandoc import FILTERS, READER
from tests.export.sample import MODEL, ROOT, TITLES, page, text_of

SECRET = "kilpikonna-4711"
TRICKS = [
    '#read("{path}")',
    '#include "{path}"',
    '#eval("read(\\"{path}\\")")',
    '\\#read("{path}")',
    '`#read("{path}")`',
    '$ #read("{path}") $',
    "\\input{{{path}}}",
    "{{{{ include('{path}') }}}}",
    '*/ #read("{path}") /*',
    '") #read("{path}") ("',
    '] #read("{path}") [',
]


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "secret.txt"
    path.write_text(SECRET, encoding="utf-8")
    return path


def test_code_of_the_typesetter_in_any_text_is_text(secret: Path, tmp_path: Path) -> None:
    tricks = [trick.format(path=secret) for trick in TRICKS]
    body = (
        "\n\n".join(tricks)
        + "\n\n| a | b |\n|---|---|\n"
        + "".join(f"| {trick} | x |\n" for trick in tricks if "|" not in trick)
    )
    site = load_site(ROOT)
    guide = site.guides[MODEL]
    title = type(guide.model.title)({"fi": " ".join(tricks[:3]), "sv": "x", "en": "x"})
    guide = guide.model_copy(update={"model": guide.model.model_copy(update={"title": title})})
    pages: list[Page] = [page(name, text_of(name)) for name in TITLES]
    pages[0] = dataclasses.replace(pages[0], title=tricks[0], markdown=f"{pages[0].markdown}\n\n{body}")
    site = site.model_copy(update={"guides": {**site.guides, MODEL: guide}})
    target = tmp_path / "book.pdf"
    export(Book(site, guide, site.languages["fi"], tuple(pages)), "pdf", target)
    document = pypdfium2.PdfDocument(target)
    text = "".join(part.get_textpage().get_text_bounded() for part in document)
    assert SECRET not in text
    assert "#read(" in text


def test_the_typesetter_reads_nothing_outside_its_folder(secret: Path, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    main = folder / "main.typ"
    for path in ("../secret.txt", str(secret)):
        main.write_text(f'#read("{path}")', encoding="utf-8")
        with pytest.raises(typst.TypstError):
            typst.compile(str(main), root=str(folder))


@pytest.mark.parametrize("width", ['1cm); #read("x"', "1cm", "50%"])
def test_the_width_of_a_picture_is_a_length_and_nothing_else(width: str, tmp_path: Path) -> None:
    (tmp_path / "x.png").write_bytes(b"x")
    (tmp_path / "book.json").write_text(json.dumps({"figures": {}, "locales": {}}), encoding="utf-8")
    said = subprocess.run(
        [
            pypandoc.get_pandoc_path(),
            "--sandbox",
            "--from=json",
            "--to=json",
            f"--lua-filter={_picture_filter(tmp_path)}",
        ],
        input=_document(str(tmp_path / "x.png"), width),
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout
    assert ("width: " in said) == (width in {"1cm", "50%"})
    assert "#read" not in said


def _picture_filter(folder: Path) -> Path:
    """The book's own filter, with a document of one picture in place of a book."""
    path = folder / "filter.lua"
    code = (FILTERS / "typst.lua").read_text(encoding="utf-8")
    start, end = code.index("local function set_image"), code.index("--- Each chapter is a call")
    head = f'local folder, copies = "{folder}", 0\nlocal stringify = pandoc.utils.stringify\nlocal function quoted(text) return text end\n'
    path.write_text(f"{head}{code[start:end]}\nreturn {{ {{ Image = set_image }} }}", encoding="utf-8")
    return path


def _document(source: str, width: str) -> str:
    image = {"t": "Image", "c": [["", [], [["width", width]]], [{"t": "Str", "c": "x"}], [source, ""]]}
    return json.dumps({"pandoc-api-version": [1, 23, 1], "meta": {}, "blocks": [{"t": "Para", "c": [image]}]})


@pytest.mark.parametrize(
    "text",
    [
        "`#read(1)`{=typst}",
        "```{=html}\n<script>x</script>\n```",
        "---\nheader-includes: x\n---\n",
        "\\input{/etc/passwd}",
        "$x$",
    ],
)
def test_pandoc_reads_no_raw_parts_and_no_metadata(text: str) -> None:
    read = json.loads(
        subprocess.run(
            [pypandoc.get_pandoc_path(), "--sandbox", f"--from={READER}", "--to=json"],
            input=f"Alku.\n\n{text}\n\nLoppu.",
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stdout
    )
    assert read["meta"] == {}
    assert not {"Raw", "Math"} & {kind[:3] if kind.startswith("Raw") else kind for kind in kinds(read["blocks"])}


def kinds(value: object) -> set[str]:
    """The kinds of all parts of a document of pandoc's."""
    if isinstance(value, list):
        return set().union(*map(kinds, value))
    if isinstance(value, dict):
        return {str(value.get("t", ""))} | set().union(*map(kinds, value.values()))
    return set()
