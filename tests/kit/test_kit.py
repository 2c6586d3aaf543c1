"""The files of a kit: named, remembered, and offered on the pages."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.expand import expand
from macros.load import load_site
from macros.model.site import KIT_FORMATS, KitKind
from scripts import kit
from scripts.export import Book
from scripts.kit import kit_files, make_kit
from tests.export.guides import SITE, book_of
from tests.workplaces import smallest

OUTREACH = ("etsiva-sosiaalityo", "fi")


def test_no_file_of_a_kit_is_called_as_an_exported_guide_is() -> None:
    guide, language = SITE.guides["etsiva-sosiaalityo"], SITE.languages["sv"]
    assert kit_files(guide, language) == {
        "diat": "etsiva-sosiaalityo.diat.sv.pptx",
        "moniste": "etsiva-sosiaalityo.moniste.sv.pdf",
    }


def test_what_has_not_changed_is_not_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[KitKind] = []

    def maker(kind: KitKind) -> Callable[[Book], bytes]:
        def make(book: Book) -> bytes:
            made.append(kind)
            return kind.encode()

        return make

    monkeypatch.setattr(kit, "_MAKERS", {kind: maker(kind) for kind in KIT_FORMATS})
    book = book_of(*OUTREACH)
    files: dict[KitKind, Path] = {"diat": tmp_path / "slides", "moniste": tmp_path / "handout"}
    for _ in range(2):
        make_kit(book, files, tmp_path / "cache")
    assert made == ["diat", "moniste"]
    assert (tmp_path / "slides").read_bytes() == b"diat"
    make_kit(book_of("etsiva-sosiaalityo", "sv"), files, tmp_path / "cache")
    assert made == ["diat", "moniste"] * 2


def test_the_files_there_are_are_offered_with_kind_format_language_and_size(tmp_path: Path) -> None:
    root = smallest(tmp_path / "work")
    folder = root / "site/downloads/kit"
    folder.mkdir(parents=True)
    for name in ("malli.diat.sv.pptx", "malli.moniste.fi.pdf", "malli.diat.fi.pptx"):
        (folder / name).write_bytes(b"x" * 2000)
    site = load_site(root)
    text = '---\ntitle: T\ndescription: D.\n---\n\n{{ workshop_kit("malli") }}\n'
    page = expand(site, site.languages["fi"], text, "index.md")
    rows = [row for row in page.markdown.split("\n") if row.startswith("- ")]
    assert [re.findall(r'href="([^"]+)"', row) for row in rows] == [
        ["../downloads/kit/malli.diat.fi.pptx", "../downloads/kit/malli.moniste.fi.pdf"],
        ["../downloads/kit/malli.diat.sv.pptx"],
    ]
    assert "Työpajan diat, PPTX" in rows[0]
    assert "2\u00a0kB" in rows[0]
