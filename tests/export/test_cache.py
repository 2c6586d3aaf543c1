"""What has not changed is not made again, and nothing that has changed is taken for what has not."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from macros.problem import ContentError
from scripts.export import FORMATS, Book, Format, export, export_formats
from scripts.export import cache as room
from scripts.export.cache import keep, kept, key, tidy
from scripts.export.manuscript import manuscript
from tests.export.conftest import Broken


def test_a_file_made_before_is_taken_from_the_cache_and_is_the_same(
    book: Book, docx: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path / "cache"
    export(book, "docx", tmp_path / "one.docx", cache)
    monkeypatch.setattr("scripts.export._MAKERS", {})  # nothing can be made now
    export(book, "docx", tmp_path / "two.docx", cache)
    assert (tmp_path / "one.docx").read_bytes() == (tmp_path / "two.docx").read_bytes() == docx.read_bytes()


def test_formats_made_together_are_the_same_as_each_made_alone(
    book: Book, pdf: Path, docx: Path, tmp_path: Path
) -> None:
    export(book, "epub", tmp_path / "alone.epub")
    export_formats(book, {format_: tmp_path / f"together.{format_}" for format_ in FORMATS})
    for alone in (pdf, docx, tmp_path / "alone.epub"):
        assert alone.read_bytes() == (tmp_path / f"together{alone.suffix}").read_bytes(), alone.suffix


def test_of_formats_made_together_nothing_is_written_if_one_cannot_be_made(broken: Broken, tmp_path: Path) -> None:
    book = broken("index", "luku", "[luku](#missing)")
    with pytest.raises(ContentError, match="export-link"):
        export_formats(book, {format_: tmp_path / f"book.{format_}" for format_ in FORMATS}, tmp_path / "cache")
    assert not list(tmp_path.glob("book.*"))


def test_whatever_decides_a_file_changes_its_key(book: Book, broken: Broken, monkeypatch: pytest.MonkeyPatch) -> None:
    info = book.site.info.model_copy(update={"publisher": "Kustantaja"})
    others = {
        "a word of a page": broken("index", "luku", "jakso"),
        "the site's data": dataclasses.replace(book, site=book.site.model_copy(update={"info": info})),
        "the language": dataclasses.replace(book, language=book.site.languages["sv"]),
    }
    keys = {name: key(manuscript(other), "pdf") for name, other in others.items()}
    keys["nothing"] = key(manuscript(book), "pdf")
    keys["the format"] = key(manuscript(book), "epub")
    monkeypatch.setattr(room, "programs", lambda: b"another version")
    keys["the programs"] = key(manuscript(book), "pdf")
    assert len(set(keys.values())) == len(keys)
    monkeypatch.undo()
    assert key(manuscript(book), "pdf") == keys["nothing"]


def test_the_list_of_exported_files_on_a_page_changes_no_key(book: Book, broken: Broken) -> None:
    offered = '<div class="site-only downloads" markdown="1">\n\n- [PDF](x.pdf) ({} kB)\n\n</div>\n\n'
    smaller, larger = (broken("index", "## ", offered.format(size) + "## ") for size in (100, 200))
    assert key(manuscript(smaller), "pdf") == key(manuscript(larger), "pdf")


@pytest.mark.parametrize("harm", [b"", b"x", b"x" * 64 + b"\nnot that", "cut"])
def test_a_file_that_is_not_whole_any_more_is_not_used(harm: bytes | str, tmp_path: Path) -> None:
    keep(tmp_path, "key", b"content\nof two lines")
    assert kept(tmp_path, "key") == b"content\nof two lines"
    path = tmp_path / "key"
    path.write_bytes(path.read_bytes()[:-1] if isinstance(harm, str) else harm)
    assert kept(tmp_path, "key") is None


def test_a_cache_that_is_gone_is_no_harm(tmp_path: Path) -> None:
    assert kept(tmp_path / "nowhere", "key") is None
    tidy(tmp_path / "nowhere")


def test_what_was_used_longest_ago_is_thrown_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "KEPT", 2)
    for age, name in enumerate(("new", "used", "old")):
        keep(tmp_path, name, b"x")
        import os

        os.utime(tmp_path / name, (1000 - age, 1000 - age))
    tidy(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new", "used"]


@pytest.mark.parametrize("format_", ["pdf", "epub"])
def test_two_processes_may_keep_the_same_file(format_: Format, tmp_path: Path) -> None:
    keep(tmp_path, format_, b"one")
    keep(tmp_path, format_, b"one")
    assert kept(tmp_path, format_) == b"one"
    assert [path.name for path in tmp_path.iterdir()] == [format_]
