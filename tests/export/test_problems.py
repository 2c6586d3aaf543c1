"""What keeps a book from being exported is told as a Problem at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.messages.examples import examples
from macros.problem import ContentError, Problem, say
from scripts.export import FORMATS, Book, Format, export
from scripts.export.manuscript import manuscript
from scripts.export.pdf import refused
from tests.export.conftest import Broken
from tests.export.sample import MODEL, text_of

ANCHOR = "Kappale ruotsiksi"
PAGE = f"docs/fi/{MODEL}/ydinelementit.md"


def _problems(broken: Broken, text: str, format_: Format, folder: Path) -> list[Problem]:
    target = folder / f"book.{format_}"
    with pytest.raises(ContentError) as caught:
        export(broken("ydinelementit", ANCHOR, f"{text}\n\n{ANCHOR}"), format_, target)
    assert not target.exists()
    return caught.value.problems


CASES = {
    "export-link": "[linkki](index.md#ei-ole)",
    "export-twice": "### Otsikko { #support }",
    "export-alt": "![](kuva.png)",
    "export-heading": "##### Liian syvä { #too-deep }",
    "export-picture": "![Kuva jostakin](puuttuu.png)",
}


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("code", CASES)
def test_a_fault_is_named_with_its_file_and_line(code: str, format_: Format, broken: Broken, tmp_path: Path) -> None:
    problems = _problems(broken, CASES[code], format_, tmp_path)
    line = (
        text_of("ydinelementit").split("\n").index(f"{ANCHOR}: " + '<span lang="sv">uppsökande socialt arbete</span>.')
        + 1
    )
    found = [problem for problem in problems if problem.code == code]
    assert found
    assert all(problem.path == PAGE for problem in found)
    if code != "export-twice":  # the first of the two is shown
        assert [problem.line for problem in found] == [line]


def test_a_sign_the_fonts_lack_is_named_with_its_file_and_line(broken: Broken, tmp_path: Path) -> None:
    problems = _problems(broken, "Merkit ⟶ ja 漢", "pdf", tmp_path)
    assert {problem.code for problem in problems} == {"export-glyph"}
    assert {problem.path for problem in problems} == {PAGE}
    assert {problem.message for problem in problems} == {
        say("export-glyph/here", name="⟶"),
        say("export-glyph/here", name="漢"),
    }


def test_a_picture_no_reading_device_need_show_is_named_with_its_file_and_line(broken: Broken, tmp_path: Path) -> None:
    (problem,) = _problems(broken, "![Kuva jostakin](kuva.tif)", "epub", tmp_path)
    assert (problem.code, problem.path) == ("export-picture-kind", PAGE)
    assert text_of("ydinelementit").split("\n")[problem.line - 1].startswith(ANCHOR)


def test_all_faults_are_told_at_once(broken: Broken, tmp_path: Path) -> None:
    problems = _problems(broken, "[a](#ei)\n\n[b](index.md#ei)\n\n![](x.png)", "docx", tmp_path)
    assert [problem.code for problem in problems].count("export-link") == 2
    assert "export-alt" in {problem.code for problem in problems}


def test_what_the_typesetter_refuses_is_told_at_its_page_in_our_own_words(book: Book) -> None:
    text = manuscript(book)
    chapter = next(index for index, each in enumerate(text.chapters, 1) if each.path == PAGE)
    source = f"#import\n// chapter {chapter}\nbody\n"
    found = list(refused(text, source, "error: something odd\n  ┌─ main.typ:3:1\n"))
    assert found == [Problem(PAGE, 1, say("export-pdf/here"))]


@pytest.mark.parametrize("code", [*CASES, "export-glyph", "export-picture-kind", "export-pdf"])
def test_the_examples_for_authors_are_what_exports_tell(code: str, broken: Broken, tmp_path: Path) -> None:
    (example,) = [entry for entries in examples().values() for entry in entries if entry.code == code]
    assert example.path == PAGE
    if code == "export-pdf":
        assert example.message == say("export-pdf/here")
        return
    text = {**CASES, "export-glyph": "Merkki ⟶", "export-picture-kind": "![Kuva jostakin](kuva.tif)"}[code]
    format_: Format = "pdf" if code == "export-glyph" else "epub"
    assert example in _problems(broken, text, format_, tmp_path)
