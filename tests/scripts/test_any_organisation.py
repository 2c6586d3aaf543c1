"""Another organisation's models, name, languages and colours are data: nothing of this project's own content shows in what it builds."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest

from scripts.__main__ import main
from tests.filling import fill
from tests.workplaces import PROJECT, smallest

OURS = re.compile(
    r"\bTHL|sosiaali|socialt|social work|hyvinvointi|kuntoutus|etsiv|kynnyks|toimintamallioppaat", re.IGNORECASE
)
SITE = """\
name: {fi: Kirjaston mallit, sv: Bibliotekets modeller}
description: {fi: Kirjaston omat mallit., sv: Bibliotekets egna modeller.}
editor: Kaupunginkirjasto
publisher: Kaupunginkirjasto
address: https://kirjasto.example/
repository: null
contact: null
notice: {fi: Kirjaston oma julkaisu., sv: Bibliotekets egen publikation.}
licence: {code: EUPL-1.2, content: CC BY 4.0}
"""
SIGN = """\
- id: kenno
  shape: hexagon
  light: {accent: "#1f4e9c", ground: "#eff3fa", frame: "#d8e2f3", ink: "#101f3a", quiet: "#4a5870"}
  dark: {accent: "#a5c3f5", ground: "#232c3d", frame: "#33425e", ink: "#eaf0fb", quiet: "#b3c0d6", solid: "#2b5cab"}
  line: "#3f74c8"
"""
GUIDE = "lukupiiri"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library's workplace, with a guide of its own begun, filled and built by the commands."""
    root = smallest(tmp_path_factory.mktemp("library") / "work")
    for code in ("macros", "overrides", "scripts"):
        shutil.copytree(PROJECT / code, root / code, ignore=shutil.ignore_patterns("__pycache__"))
    (root / "data/site.yml").write_text(SITE, encoding="utf-8")
    (root / "data/signs.yml").write_text(SIGN, encoding="utf-8")
    (root / "data/innokyla.yml").unlink()
    model = root / "data/models/malli/model.yml"
    model.write_text(model.read_text(encoding="utf-8").replace("sign: circle", "sign: kenno"), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        assert main(["new", "guide", GUIDE, "--sign", "kenno"]) == 0
        fill(root, GUIDE)
        assert main(["site"]) == 0
    return root


def texts(root: Path) -> Iterator[tuple[str, str]]:
    """Every text that was built, also inside of files that are packed, by its name."""
    for path in sorted([*(root / "site").rglob("*"), *(root / "dist").rglob("*")]):
        name = path.relative_to(root).as_posix()
        if path.suffix in (".epub", ".docx", ".zip"):
            with ZipFile(path) as packed:
                for inner in packed.namelist():
                    if not inner.endswith((".png", ".pdf", ".epub", ".docx", ".odttf")):
                        yield f"{name}/{inner}", packed.read(inner).decode("utf-8", "replace")
        elif path.suffix == ".pdf":
            with pikepdf.open(path) as pdf, pdf.open_metadata() as metadata:
                yield name, str(metadata)
        elif path.is_file() and path.suffix in (
            ".html",
            ".json",
            ".xml",
            ".css",
            ".txt",
            ".ttl",
            ".csv",
            ".bib",
            ".ris",
        ):
            yield name, path.read_text(encoding="utf-8")


def test_no_word_of_this_projects_own_content_is_in_what_another_builds(root: Path) -> None:
    found = list(texts(root))
    assert len(found) > 100
    assert {
        name: match[0] for name, text in found if (match := OURS.search(text)) and not name.endswith("LICENSES.txt")
    } == {}
    assert "Kaupunginkirjasto" in dict(found)["site/api/v1/index.json"]


def test_a_new_guide_shows_wherever_the_others_do(root: Path) -> None:
    for language in ("fi", "sv"):
        front = (root / f"site/{language}/index.html").read_text(encoding="utf-8")
        assert f'href="{GUIDE}/index.html"' in front
        for ending in ("pdf", "docx", "epub", "bib"):
            assert (root / f"site/downloads/{GUIDE}.{language}.{ending}").stat().st_size > 100
        assert (root / f"dist/julkari/{GUIDE}.{language}.zip").is_file()


def test_pages_pictures_and_files_take_the_signs_of_the_data(root: Path) -> None:
    page = (root / f"site/fi/{GUIDE}/index.html").read_text(encoding="utf-8")
    assert "dgm-sign-kenno" in page
    assert 'fill="#1f4e9c"' in page
    assert page.count('class="mark-kenno"') == 1
    sheet = (root / "site/fi/assets/stylesheets/signs.css").read_text(encoding="utf-8")
    assert "--colour-of-kenno: #1f4e9c;" in sheet
    assert "--dgm-solid: #2b5cab;" in sheet
    assert "#6f2b5b" not in "".join(path.read_text(encoding="utf-8") for path in (root / "site/fi").rglob("*.css"))
    with ZipFile(root / f"site/downloads/{GUIDE}.fi.epub") as epub:
        assert ".sign-kenno { --sign: #3f74c8; }" in epub.read("EPUB/guide.css").decode()
    with ZipFile(root / f"site/downloads/{GUIDE}.fi.docx") as word:
        assert "1F4E9C" in word.read("word/styles.xml").decode().upper()
