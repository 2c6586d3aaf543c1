"""The files with the fields of Innokylä: one for each guide and language, the same bytes for the same content."""

from __future__ import annotations

import codecs
from pathlib import Path

from macros.load import load_site
from macros.views import innokyla_file
from scripts.innokyla import write_innokyla
from tests.workplaces import PROJECT

SITE = load_site(PROJECT)


def test_every_guide_has_a_file_in_every_language(tmp_path: Path) -> None:
    write_innokyla(SITE, tmp_path)
    names = {f"{guide}.{language.id}.innokyla.txt" for guide in SITE.guides for language in SITE.built_languages}
    assert {path.name for path in tmp_path.iterdir()} == names


def test_a_file_says_that_it_is_utf_8_and_holds_the_fields(tmp_path: Path) -> None:
    write_innokyla(SITE, tmp_path)
    for guide in SITE.guides.values():
        for language in SITE.built_languages:
            octets = (tmp_path / f"{guide.id}.{language.id}.innokyla.txt").read_bytes()
            assert octets.startswith(codecs.BOM_UTF8)
            assert octets.decode("utf-8-sig") == innokyla_file(SITE, language, guide)
            assert b"\r" not in octets


def test_two_writings_give_the_same_bytes(tmp_path: Path) -> None:
    for name, site in (("one", SITE), ("two", load_site(PROJECT))):
        (tmp_path / name).mkdir()
        write_innokyla(site, tmp_path / name)
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_without_fields_there_is_no_file(tmp_path: Path) -> None:
    write_innokyla(SITE.model_copy(update={"innokyla": ()}), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_the_pages_of_the_built_site_offer_their_file(built_site: Path) -> None:
    for guide in SITE.guides:
        for language in SITE.built_languages:
            page = built_site / language.id / "tekijoille/innokyla" / guide / "index.html"
            name = f"{guide}.{language.id}.innokyla.txt"
            assert f'href="../../../../downloads/{name}"' in page.read_text(encoding="utf-8")
            assert (built_site / "downloads" / name).is_file()
