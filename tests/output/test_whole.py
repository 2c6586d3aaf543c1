"""A built site is looked at before it is put in place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.load import load_site
from macros.messages import catalogue
from scripts.build import BuildError
from scripts.export import FORMATS
from scripts.whole import verify_packages, verify_site
from tests.output.commands import digests
from tests.output.conftest import Built

DOWNLOADS = [
    name
    for language in ("fi", "sv")
    for name in (
        *(f"malli.{language}.{format_}" for format_ in FORMATS),
        f"kit/malli.diat.{language}.pptx",
        f"kit/malli.moniste.{language}.pdf",
    )
]
HARMS: dict[str, tuple[Callable[[Path], object], str]] = {
    "a page is missing": (lambda site: (site / "fi/malli/index.html").unlink(), "fi/malli/index.html is missing"),
    "a page breaks off": (
        lambda site: cut(site / "sv/sanasto/index.html", 2000),
        "sv/sanasto/index.html breaks off",
    ),
    "a file is empty": (lambda site: cut(site / "downloads/malli.fi.pdf", 0), "downloads/malli.fi.pdf is empty"),
    "the search is missing": (
        lambda site: (site / "fi/search/index.js").unlink(),
        "fi/search/index.js is missing",
    ),
    "a download is missing": (
        lambda site: (site / "downloads/malli.sv.docx").unlink(),
        "downloads/malli.sv.docx is missing",
    ),
    "slides are missing": (
        lambda site: (site / "downloads/kit/malli.diat.fi.pptx").unlink(),
        "downloads/kit/malli.diat.fi.pptx is missing",
    ),
    "a style sheet is missing": (
        lambda site: (site / "sv/assets/stylesheets/guide.css").unlink(),
        "guide.css, which is not there",
    ),
    "a heading is missing": (
        lambda site: replace(site / "fi/sanasto/index.html", 'id="', 'id="x'),
        "but the page has no such heading",
    ),
}


def cut(path: Path, length: int) -> None:
    path.write_bytes(path.read_bytes()[:length])


def replace(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_a_built_site_is_whole(built: Built) -> None:
    site = load_site(built.root)
    before = digests(built.root)
    verify_site(built.root / "site", site, site.built_languages, DOWNLOADS)  # both raise what they find
    verify_packages(built.root / "dist/julkari")
    assert digests(built.root) == before


@pytest.mark.parametrize("name", HARMS)
def test_a_site_that_is_not_whole_is_refused(name: str, built: Built) -> None:
    site = load_site(built.root)
    harm, told = HARMS[name]
    harm(built.root / "site")
    with pytest.raises(BuildError) as refusal:
        verify_site(built.root / "site", site, site.built_languages, DOWNLOADS)
    lines = [catalogue("en").text(line) for line in refusal.value.lines]
    assert lines[0] == "What was built is not whole:"
    assert any(told in line for line in lines)


def test_one_language_alone_may_lead_to_the_others(built: Built) -> None:
    site = load_site(built.root)
    for path in sorted((built.root / "site/sv").rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    verify_site(built.root / "site", site, [site.languages["fi"]])  # it raises what it finds
    with pytest.raises(BuildError):
        verify_site(built.root / "site", site, site.built_languages)


def test_a_package_that_is_not_as_its_checksum_says_is_refused(built: Built) -> None:
    packages = built.root / "dist/julkari"
    cut(packages / "malli.fi.zip", 500)
    with pytest.raises(BuildError, match=r"malli\.fi\.zip"):
        verify_packages(packages)
