"""Published editions are frozen: what was published comes out the same, or the author is told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.load import Content, load
from macros.messages import catalogue
from scripts.export import FORMATS
from scripts.package.frozen import changes, digests, replaced, shown
from tests.package.conftest import GIVEN, Command, edit, given

PUBLISHED = GIVEN.replace("  language: fi\n", "  language: fi\n  status: published\n")
MADE = {f"malli.fi.{format_}": f"{number}" * 64 for number, format_ in enumerate(FORMATS)}
ALL = "  checksums: {" + ", ".join(f'{name.split(".")[2]}: "{digest}"' for name, digest in MADE.items()) + "}\n"


def content(root: Path, publications: str) -> Content:
    return load(given(root / "work", publications))


def told(found: Content, made: dict[str, str]) -> list[tuple[int, str, str]]:
    return [
        (problem.line, problem.code, catalogue("en").words(problem.message).what) for problem in changes(found, made)
    ]


def with_checksums(line: str) -> str:
    return PUBLISHED.replace(
        "- guide: malli\n  edition: 2023-11\n  language: sv",
        f"{line}- guide: malli\n  edition: 2023-11\n  language: sv",
    )


def test_files_that_are_as_they_were_are_in_order(tmp_path: Path) -> None:
    assert told(content(tmp_path, with_checksums(ALL)), MADE) == []


def test_a_file_that_differs_is_named_at_its_entry(tmp_path: Path) -> None:
    found = content(tmp_path, "# Julkaisut\n" + with_checksums(ALL))
    assert told(found, MADE | {"malli.fi.docx": "f" * 64}) == [
        (2, "published-differs", "malli.fi.docx is published and would change")
    ]


def test_checksums_that_are_missing_are_given_as_the_line_to_add(tmp_path: Path) -> None:
    (problem,) = changes(content(tmp_path, PUBLISHED), MADE)
    assert (problem.path, problem.line, problem.code) == ("data/publications.yml", 1, "checksum-missing")
    line = problem.message.given()["line"]
    assert told(content(tmp_path / "again", with_checksums(f"  {line}\n")), MADE) == []


def test_one_checksum_that_is_missing_is_added_to_the_others(tmp_path: Path) -> None:
    (problem,) = changes(content(tmp_path, with_checksums(f'  checksums: {{pdf: "{"0" * 64}"}}\n')), MADE)
    assert problem.message.given()["formats"] == FORMATS[1:]
    line = problem.message.given()["line"]
    assert told(content(tmp_path / "again", with_checksums(f"  {line}\n")), MADE) == []


def test_a_draft_may_change(tmp_path: Path) -> None:
    assert told(content(tmp_path, GIVEN), MADE) == []


def test_what_was_not_exported_is_not_looked_at(tmp_path: Path) -> None:
    assert told(content(tmp_path, with_checksums(ALL)), {}) == []
    assert told(content(tmp_path / "without", PUBLISHED), {"malli.sv.pdf": "a" * 64}) == []


def test_an_edition_that_is_no_longer_shown_is_passed_over_with_the_reason(tmp_path: Path) -> None:
    found = content(tmp_path, with_checksums(ALL).replace("edition: 2023-11", "edition: 2022-02", 1))
    assert shown(found) == []
    assert told(found, MADE | {"malli.fi.pdf": "f" * 64}) == []
    (reason,) = replaced(found)
    told_so = catalogue("en").text(reason)
    assert told_so.startswith("data/publications.yml:1: not compared: malli (fi) shows the edition 2023-11 now")


def test_a_format_that_is_not_made_cannot_have_been_published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scripts.package.frozen.FORMATS", FORMATS[:1])
    told_now = told(content(tmp_path, with_checksums(ALL)), dict(list(MADE.items())[:1]))
    assert (1, "published-differs", "malli.fi.docx is published, but no such file is made") in told_now


def test_checksums_are_of_the_bytes_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"abc")
    assert digests(tmp_path) == {"x": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}


def test_check_compares_nothing_and_makes_nothing_if_nothing_is_published(tmp_path: Path, command: Command) -> None:
    root = given(tmp_path / "work")
    result = command(root, "check")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.count("\n") == 1
    assert not (root / "build").exists()


def test_from_a_draft_to_a_publication_that_holds(tmp_path: Path, command: Command) -> None:
    """The way of an officer: pack, publish, write the line down, and be told of every later change."""
    root = given(tmp_path / "work")
    packed = command(root, "package", "--lang", "fi", "--messages", "en")
    line = re.search(r"into the entry malli, 2023-11, fi: (checksums: .*)", packed.stdout)
    assert line
    package = (root / "dist/julkari/malli.fi.zip").read_bytes()

    publications = root / "data/publications.yml"
    publications.write_text(PUBLISHED, encoding="utf-8")
    result = command(root, "check", "--messages", "en")
    assert result.returncode == 1
    assert result.stdout.endswith(f"write in this entry: {line[1]}\n")

    publications.write_text(with_checksums(f"  {line[1]}\n"), encoding="utf-8")
    result = command(root, "check", "--messages", "en")
    assert (result.returncode, result.stderr) == (0, "")
    assert f"compared: {len(FORMATS)} published files are as they were" in result.stdout
    again = command(root, "package", "--lang", "fi")
    assert "malli.fi.zip: julkaistu" in again.stdout
    assert (root / "dist/julkari/malli.fi.zip").read_bytes() == package

    edit(root / "docs/fi/malli/index.md", "Malli auttaa.", "Malli auttaa aina.")
    for arguments in (["check"], ["export", "--lang", "fi", "--format", "pdf"]):
        result = command(root, *arguments)
        assert result.returncode == 1, arguments
        assert "malli.fi.pdf on julkaistu, ja se muuttuisi [published-differs]" in result.stdout
        assert "tee uusi versio, tai peru muutos" in result.stdout
    assert not (root / "site/downloads").exists()
    assert (root / "dist/julkari/malli.fi.zip").read_bytes() == package
