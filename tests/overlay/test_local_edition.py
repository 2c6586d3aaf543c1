"""An area lays its edition over the real guides, and keeps it when the national edition changes."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from macros.expand import expand_file
from macros.load import load, load_site
from macros.problem import Problem
from macros.rules.overlay import adaptations_are_of_elements_as_they_stand
from scripts.__main__ import main
from tests.built import workplace
from tests.workplaces import PROJECT

HERE = Path(__file__).parent
MODEL = "data/models/etsiva-sosiaalityo"


@pytest.fixture(scope="module")
def area(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real content with a local edition, its adaptations recorded."""
    root = workplace(tmp_path_factory.mktemp("area") / "work")
    shutil.copytree(HERE / "local", root / "local")
    assert run(root, "local", "accept", "--all") == 0
    return root


def run(root: Path, *arguments: str) -> int:
    """A command in a workplace, in this process; its exit code."""
    before = Path.cwd()
    os.chdir(root)
    try:
        return main(list(arguments))
    finally:
        os.chdir(before)


def conflicts(root: Path) -> list[Problem]:
    return list(adaptations_are_of_elements_as_they_stand(load(root)))


def local_files(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (root / "local").rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def built(area: Path) -> Path:
    """The local edition, built with the command of the national one."""
    done = subprocess.run(
        [sys.executable, "-m", "scripts", "build"], cwd=area, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return area / "site"


def test_every_national_page_stands_and_local_ones_stand_beside_them(built: Path) -> None:
    national = {path.relative_to(PROJECT / "docs/fi").as_posix() for path in (PROJECT / "docs/fi").rglob("*.md")}
    for address in national:
        page = address.removesuffix("index.md").removesuffix(".md")
        assert (built / "fi" / page / "index.html").is_file()
    assert (built / "fi/paikallinen/tori.svg").is_file()
    front = (built / "fi/index.html").read_text(encoding="utf-8")
    assert 'href="paikallinen/index.html"' in front
    assert sorted(path.name for path in built.iterdir() if len(path.name) == 2) == ["fi"]


def test_the_site_says_plainly_whose_local_edition_it_is(built: Path) -> None:
    for address in ("", "etsiva-sosiaalityo/", "paikallinen/"):
        page = (built / "fi" / address / "index.html").read_text(encoding="utf-8")
        notice = page.partition('class="imprint-notice"')[2].partition("</p>")[0]
        assert "Tämä on paikallinen versio: Esimerkkilän oppaat. Sen on tehnyt Esimerkkilän alue." in notice
        assert "eivät ole THL:n virallinen julkaisu" in notice
        assert "<strong>Paikallinen versio: Esimerkkilän oppaat.</strong>" in page
    assert "tiimi@esimerkkila.example" in (built / "fi/etsiva-sosiaalityo/index.html").read_text(encoding="utf-8")
    assert "https://esimerkkila.example/oppaat/fi/" in (built / "fi/sitemap.xml").read_text(encoding="utf-8")


def test_an_element_that_is_not_carried_out_stays_and_says_so(area: Path) -> None:
    """Files to download are made of the same text."""
    site = load_site(area)
    language = site.source_language
    elements = expand_file(site, language, area, "etsiva-sosiaalityo/ydinelementit.md").markdown
    sections = re.split(r"^## ", elements, flags=re.MULTILINE)
    (section,) = (text for text in sections if "{ #structural-influence }" in text)
    assert "Ei toteuteta." in section
    assert "Työstä ei ole sovittu." in section
    assert "Mallin odotettu vaikutus vaarantuu, jos ydinelementti jää pois." in section
    national = load_site(PROJECT)
    plain = expand_file(national, national.source_language, PROJECT, "etsiva-sosiaalityo/ydinelementit.md").markdown
    assert set(plain.split("\n")) <= set(elements.split("\n"))  # nothing of the national text is gone
    front = expand_file(site, language, area, "etsiva-sosiaalityo/index.md").markdown
    for told in (
        "Ei toteuteta: [Vaikuttaminen ",
        "Toteutetaan osittain: [Sovitut ",
        "Mallin odotettu vaikutus vaarantuu, jos ydinelementti jää pois.",
    ):
        assert told in front
    other = expand_file(site, language, area, "sosiaalinen-kuntoutus/index.md").markdown
    assert "Kaikkia ydinelementtejä ei toteuteta" not in other


def test_a_page_keeps_its_lines_with_the_notes_in_it(area: Path) -> None:
    site = load_site(area)
    page = expand_file(site, site.source_language, area, "etsiva-sosiaalityo/ydinelementit.md")
    written = page.source.split("\n")
    rows = page.markdown.split("\n")
    assert len(page.lines) >= len(rows) - 1
    for row, line in zip(rows, page.lines, strict=False):
        if row.startswith("### "):
            assert written[line - 1] == row


def test_what_is_given_to_the_national_guides_is_not_given_to_a_local_edition(area: Path) -> None:
    content = load(area)
    assert content.site
    assert load_site(PROJECT).publications
    assert content.site.publications == ()
    assert "data/publications.yml" not in content.documents


def test_a_new_national_edition_is_gone_through_element_by_element(area: Path, tmp_path: Path) -> None:
    root = tmp_path / "work"
    shutil.copytree(area, root, ignore=shutil.ignore_patterns("site", "build"))
    assert conflicts(root) == []
    before = local_files(root)
    shutil.copy(HERE / "2025-06.yml", root / MODEL / "2025-06.yml")
    with (root / MODEL / "ledger.yml").open("a", encoding="utf-8") as ledger:
        ledger.write((HERE / "ledger.yml").read_text(encoding="utf-8"))

    found = {problem.line: problem.message for problem in conflicts(root)}
    assert {line: message.name for line, message in found.items()} == {
        2: "local-element/changed",
        6: "local-element/merged",
        10: "local-element/merged",
        15: "local-element/dropped",
    }
    assert found[2].given()["now"] == "Ihmisten tavoittaminen"
    assert found[6].given()["into"] == found[10].given()["into"] == ("support-together",)
    assert local_files(root) == before  # nothing is lost, and nothing is changed by itself

    assert run(root, "local", "accept", "etsiva-sosiaalityo/reaching-out", "etsiva-sosiaalityo/individual-support") == 0
    assert [problem.line for problem in conflicts(root)] == [6, 10, 15]  # what is gone cannot be waved through
    path = root / "local/adaptations.yml"
    entries = re.split(r"^(?=- guide)", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    kept = [entries[0], entries[2].replace("agreed-cooperation", "support-together")]
    path.write_text("".join(kept), encoding="utf-8")
    assert [problem.message.name for problem in conflicts(root)] == ["local-element/unrecorded"]
    assert run(root, "local", "accept", "--all") == 0
    assert conflicts(root) == []
    basis = (root / "local/basis.yml").read_text(encoding="utf-8")
    assert "structural-influence" not in basis
    assert basis.count('edition: "2025-06"') == 2
