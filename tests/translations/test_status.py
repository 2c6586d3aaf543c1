"""What a translator is told: which units, where, and which words have changed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from scripts import translations
from scripts.translations.difference import difference
from tests.scripts.test_command_line import run
from tests.translations.workplaces import SECTION, edit, found, git, keep, recorded

TERM = "data/glossary.yml#core-element/definition"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A workplace in which a section and a text of the data lag behind."""
    root = recorded(tmp_path / "work")
    keep(root)
    edit(root, "docs/fi/malli/index.md", "Malli auttaa", "Malli auttaa melkein aina")
    edit(root, "data/glossary.yml", "Mallin osa", "Mallin tärkeä osa")
    return root


def status(root: Path) -> str:
    result = run(root, "translations", "status", "--messages", "en")
    assert (result.returncode, result.stderr) == (0, "")
    return result.stdout


def test_each_unit_is_told_with_its_place_and_the_words_that_changed(root: Path) -> None:
    text = status(root)
    assert text.startswith(f"svenska: {len(found(root))} units, 2 to look at, 0 reviewed\n")
    assert f"docs/sv/malli/index.md:10: {SECTION}\n" in text
    assert "Malli [-auttaa.-]{+auttaa melkein aina.+} Katso" in " ".join(text.split())
    assert f"data/glossary.yml:3: {TERM}\n" in text
    assert "Mallin {+tärkeä+} osa." in text


def test_the_earlier_text_is_found_however_far_back_it_stands(root: Path) -> None:
    for word in ("hyvin", "todella", "oikein"):
        git(root, "commit", "-qam", word)
        edit(root, "data/glossary.yml", "tärkeä osa", f"{word} tärkeä osa")
    assert "Mallin {+hyvin todella oikein tärkeä+} osa." in status(root)


def test_without_the_history_it_says_so(root: Path) -> None:
    shutil.rmtree(root / ".git")
    assert status(root).count("(the earlier text is not in the history of the files)") == 2


def test_the_same_as_json(root: Path) -> None:
    entries = json.loads(run(root, "translations", "status", "--format", "json", "--lang", "sv").stdout)
    assert [entry["unit"] for entry in entries] == [TERM, SECTION]
    assert entries[0] == {
        "unit": TERM,
        "language": "sv",
        "standing": "changed",
        "state": "draft",
        "path": "data/glossary.yml",
        "line": 3,
        "earlier": "Mallin osa.",
        "source": "Mallin tärkeä osa.",
        "translation": "En del av modellen.",
        "difference": "Mallin {+tärkeä+} osa.",
    }


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("a b c", "a x c", "a [-b-]{+x+} c"),
        ("a b", "a b c", "a b {+c+}"),
        ("a b c", "b c", "[-a-] b c"),
        (" ".join("0123456789" * 3) + " a", " ".join("0123456789" * 3) + " b", "… 2 3 4 5 6 7 8 9 [-a-]{+b+}"),
    ],
)
def test_a_difference_shows_changes_among_their_neighbours(old: str, new: str, told: str) -> None:
    assert difference(old, new) == told


def test_a_page_that_lacks_a_section_can_still_be_asked_about(root: Path) -> None:
    edit(root, "docs/fi/malli/index.md", "## Kenelle", "## Uusi { #new }\n\nUutta.\n\n## Kenelle")
    text = status(root)
    assert "docs/sv/malli/index.md:1: docs/malli/index.md#new\n  new: not in the ledger yet (–)" in text
    content, _ = translations.readable(root)
    assert content.site


def test_accept_takes_a_whole_page_and_refuses_a_name_that_is_none(root: Path) -> None:
    wrong = run(root, "translations", "accept", "docs/mali/index.md", "--messages", "en")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert 'did you mean "docs/malli/index.md' in wrong.stderr
    assert run(root, "translations", "accept").returncode == 2
    done = run(root, "translations", "accept", "--unchanged", "docs/malli/index.md", "data/glossary.yml")
    assert (done.returncode, done.stdout) == (0, "sv: 6 reviewed\n")
