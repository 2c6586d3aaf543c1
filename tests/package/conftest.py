"""The smallest workplace with everything given that can be given, and deposits of it with files made up for the test."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.load import load_site
from macros.model import Site
from scripts.export import FORMATS
from scripts.package import Deposit, deposits
from tests.workplaces import PROJECT, smallest

Command = Callable[..., subprocess.CompletedProcess[str]]

GIVEN = """\
- guide: malli
  edition: 2023-11
  language: fi
  issued: "2026-05-04"
  authors:
    - {family: Meikäläinen, given: Maija}
    - {family: Virtanen, given: Ville}
    - {literal: "Työ & arki > ry"}
  organisation: Laitos
  series: {title: Ohjaus, number: 12/2026, issn: 0024-9319}
  isbn: {pdf: 978-951-98548-9-2, docx: 978-0-306-40615-7}
  urn: "URN:ISBN:978-951-98548-9-2"
  doi: 10.1000/182
  handle: 10024/5678
  collection: 10024/1234
  subjects: [sosiaalityö]
- guide: malli
  edition: 2023-11
  language: sv
  issued: "2026-05-05"
  authors: [{family: Meikäläinen, given: Maija}]
  urn: "URN:NBN:fi-fe20260504999"
  subjects: [socialt arbete]
"""
IN_MODEL = """\
abstract: {fi: "Opas kertoo\\n\\nmallin osat > & [threshold]{lang=en}.", sv: Guiden berättar om modellen.}
keywords: {fi: [ydinelementit], sv: [kärnelement]}
"""


def given(root: Path, publications: str = GIVEN) -> Path:
    """The smallest workplace with everything given."""
    smallest(root)
    (root / "data/publications.yml").write_text(publications, encoding="utf-8")
    edit(root / "data/models/malli/model.yml", "topics:", f"{IN_MODEL}topics:")
    edit(root / "data/site.yml", "publisher: null", "publisher: Kustantaja")
    edit(root / "data/site.yml", "content: null", 'content: "CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)"')
    return root


def edit(path: Path, old: str, new: str) -> None:
    """Replace one text in a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def exported(folder: Path, site: Site) -> Path:
    """A folder with a file for each export, none of them a real one."""
    folder.mkdir()
    for guide in site.guides:
        for language in site.languages:
            for format_ in FORMATS:
                (folder / f"{guide}.{language}.{format_}").write_bytes(f"{guide} {language} {format_}".encode() * 100)
    return folder


@pytest.fixture(scope="session")
def full(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return load_site(given(tmp_path_factory.mktemp("full") / "work"))


@pytest.fixture(scope="session")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return load_site(smallest(tmp_path_factory.mktemp("bare") / "work"))


@pytest.fixture(scope="session")
def exports(full: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return exported(tmp_path_factory.mktemp("exports") / "files", full)


@pytest.fixture(scope="session")
def deposit(full: Site, exports: Path) -> Deposit:
    """The Finnish guide, with everything given."""
    return next(deposits(full, full.guides.values(), full.built_languages, exports, together=False))


@pytest.fixture(scope="session")
def draft(bare: Site, exports: Path) -> Deposit:
    """The Finnish guide, with nothing given."""
    return next(deposits(bare, bare.guides.values(), bare.built_languages, exports, together=False))


@pytest.fixture(scope="session")
def joint(full: Site, exports: Path) -> Deposit:
    """The guide with all its languages, with everything given."""
    return next(deposits(full, full.guides.values(), full.built_languages, exports, together=True))


@pytest.fixture(scope="session")
def command() -> Command:
    """A command an author gives in a workplace."""

    def run(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "scripts", *arguments],
            cwd=root,
            env=os.environ | {"PYTHONPATH": str(PROJECT), "NO_MKDOCS_2_WARNING": "1"},
            capture_output=True,
            text=True,
            check=False,
        )

    return run
