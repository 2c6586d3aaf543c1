"""The command that packs: what it writes, what it says, and how it ends."""

from __future__ import annotations

import shutil
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest

from scripts.export import FORMATS
from tests.package.conftest import Command, given
from tests.package.importer import faults
from tests.package.registries import JULKARI, STOCK
from tests.workplaces import smallest


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory, command: Command) -> tuple[Path, str]:
    """The smallest workplace after "package", and what the command said."""
    root = smallest(tmp_path_factory.mktemp("packed") / "work")
    result = command(root, "package")
    assert (result.returncode, result.stderr) == (0, "")
    return root, result.stdout


def test_there_is_a_package_and_its_page_for_each_guide_and_language(packed: tuple[Path, str]) -> None:
    folder = packed[0] / "dist/julkari"
    assert sorted(path.name for path in folder.iterdir()) == [
        "SHA256SUMS",
        "malli.fi.html",
        "malli.fi.zip",
        "malli.sv.html",
        "malli.sv.zip",
    ]
    for name in ("malli.fi", "malli.sv"):
        with ZipFile(folder / f"{name}.zip") as package:
            assert faults(package, JULKARI) == []
            assert {entry.split("/")[0] for entry in package.namelist()} == {name}
            assert {f"{name}/{name}.{format_}" for format_ in FORMATS} < set(package.namelist())
            assert package.read(f"{name}/{name}.pdf").startswith(b"%PDF-")


def test_the_checksums_are_right_and_of_everything(packed: tuple[Path, str]) -> None:
    folder = packed[0] / "dist/julkari"
    rows = [line.split("  ") for line in (folder / "SHA256SUMS").read_text(encoding="ascii").splitlines()]
    assert [name for _, name in rows] == sorted(path.name for path in folder.iterdir() if path.name != "SHA256SUMS")
    for digest, name in rows:
        assert sha256((folder / name).read_bytes()).hexdigest() == digest


def test_each_package_is_told_and_then_what_is_missing(packed: tuple[Path, str]) -> None:
    said = packed[1].splitlines()
    packages = [line for line in said if line.startswith("dist/")]
    assert packages == [f"dist/julkari/malli.{id_}.zip: luonnos, {len(FORMATS)} tiedostoa" for id_ in ("fi", "sv")]
    after = said[said.index(packages[-1]) + 1 :]
    assert after[0].startswith("Näitä ei ole vielä annettu")
    assert "  Julkaisija (data/site.yml: publisher): kaikki" in after
    assert all(line.startswith("  ") for line in after[1:])


def test_the_same_is_told_in_the_language_that_is_asked_for(
    packed: tuple[Path, str], tmp_path: Path, command: Command
) -> None:
    shutil.copytree(packed[0], tmp_path / "work")
    said = command(tmp_path / "work", "package", "--lang", "sv", "--messages", "sv").stdout.splitlines()
    assert f"dist/julkari/malli.sv.zip: utkast, {len(FORMATS)} filer" in said
    assert "Detta har ingen ännu gett (och inget hittas på):" in said
    assert "  Utgivare (data/site.yml: publisher): alla" in said


def test_another_day_and_another_folder_give_the_same_bytes(
    packed: tuple[Path, str], tmp_path: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    root = smallest(tmp_path / "elsewhere" / "w")
    assert command(root, "package").returncode == 0
    for path in sorted((packed[0] / "dist/julkari").iterdir()):
        assert (root / "dist/julkari" / path.name).read_bytes() == path.read_bytes(), path.name


def test_together_a_guide_is_one_package_for_stock_dspace(tmp_path: Path, command: Command) -> None:
    root = given(tmp_path / "work")
    (root / "dist/julkari").mkdir(parents=True)
    (root / "dist/julkari/malli.fi.zip").touch()
    result = command(root, "package", "--together", "--profile", "stock", "--guide", "malli")
    assert (result.returncode, result.stderr) == (0, "")
    assert sorted(path.name for path in (root / "dist/julkari").iterdir()) == ["SHA256SUMS", "malli.html", "malli.zip"]
    with ZipFile(root / "dist/julkari/malli.zip") as package:
        assert faults(package, STOCK) == []
        names = set(package.namelist())
    assert {f"malli/malli.{id_}.{format_}" for id_ in ("fi", "sv") for format_ in FORMATS} < names


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--guide", "mali"], 'tarkoititko "malli"?'),
        (["--lang", "en", "--messages", "sv"], 'Språket "en" finns inte'),
        (["--profile", "eprints"], "invalid choice"),
    ],
)
def test_a_wrong_word_ends_with_2(arguments: list[str], told: str, packed: tuple[Path, str], command: Command) -> None:
    result = command(packed[0], "package", *arguments)
    assert result.returncode == 2
    assert told in result.stderr


def test_no_folder_is_left_aside(packed: tuple[Path, str]) -> None:
    assert list((packed[0] / "build").glob("aside-*")) == []
