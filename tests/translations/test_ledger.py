"""What the ledger records, and how each unit stands to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.load import load, load_site
from macros.model import Text
from macros.units import data_texts, digest, page_parts
from scripts.check import check
from scripts.translations.ledger import ledger_text
from tests.translations.workplaces import PAGE, SECTION, accept, edit, found, open_units, recorded
from tests.workplaces import PROJECT


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_real_ledgers_are_sorted_lines_as_the_program_writes_them(language: str) -> None:
    ledger = load(PROJECT).ledgers[language]
    text = (PROJECT / f"data/translations/{language}.yml").read_text(encoding="utf-8")
    assert text == ledger_text(ledger)
    assert text.count("\n") == len(ledger) + 1


def test_every_text_of_the_data_is_a_unit_and_knows_its_key() -> None:
    content = load(PROJECT)
    languages = ["fi", "sv", "en"]
    for path, document in content.documents.items():
        if path.startswith("data/translations/"):
            continue
        typed = {loc: text.root for text, loc in document.find(Text)}
        raw = {loc: text for _, loc, text in data_texts(path, document.source.value, languages)}
        assert raw.keys() == typed.keys(), path
        keys = [key for key, _, _ in data_texts(path, document.source.value, languages)]
        assert len(keys) == len(set(keys)), path


def test_every_heading_an_author_wrote_begins_a_unit() -> None:
    result = check(PROJECT)
    for language, pages in result.pages.items():
        for address, page in pages.items():
            text = (PROJECT / page.path).read_text(encoding="utf-8")
            keys = [part.key for part in page_parts(address, text)]
            assert len(keys) == len(set(keys))
            assert keys[:2] == [f"docs/{address}@title", f"docs/{address}@description"]
            for key in keys[2:]:
                assert key.endswith("@lead") or f"#{key.split('#')[1]} }}" in page.markdown, (language, key)


def test_a_hash_in_code_begins_no_section() -> None:
    text = "---\ntitle: A\ndescription: B\n---\n\nLead.\n\n```\n## No { #no }\n```\n\n    ## No { #no }\n\n## Yes { #yes }\n\nText.\n"
    parts = page_parts("a.md", text)
    assert [(part.key, part.line) for part in parts] == [
        ("docs/a.md@title", 2),
        ("docs/a.md@description", 3),
        ("docs/a.md@lead", 6),
        ("docs/a.md#yes", 14),
    ]
    assert [text[part.start : part.end] for part in parts[2:]] == [part.text for part in parts[2:]]


def test_how_a_text_is_divided_into_lines_does_not_count() -> None:
    assert digest("One two\n  three") == digest("One two three ") != digest("One two, three")


def test_an_entry_put_between_others_moves_no_key(tmp_path: Path) -> None:
    root = recorded(tmp_path / "work")
    new = "- {id: first, term: {fi: ensimmäinen, sv: första}, definition: {fi: Uusi., sv: Ny.}, from_sources: false, sources: []}\n"
    path = root / "data/glossary.yml"
    path.write_text(new + path.read_text(encoding="utf-8"), encoding="utf-8")
    added = ("definition", "term")
    assert open_units(root) == {f"data/glossary.yml#first/{field}": "new" for field in added}


@pytest.mark.parametrize(
    ("edits", "standing"),
    [
        ([("fi", "auttaa", "auttaa aina")], {SECTION: "changed"}),
        ([("sv", "hjälper", "hjälper alltid")], {SECTION: "edited"}),
        ([("fi", "auttaa", "auttaa aina"), ("sv", "hjälper", "hjälper alltid")], {SECTION: "revised"}),
        ([("fi", "title: Malli", "title:   Malli")], {}),
        ([("fi", "Malli.\n---", "Toinen.\n---")], {f"{PAGE}@description": "changed"}),
    ],
)
def test_a_unit_stands_as_its_texts_do(
    edits: list[tuple[str, str, str]], standing: dict[str, str], tmp_path: Path
) -> None:
    root = recorded(tmp_path / "work")
    for language, old, new in edits:
        edit(root, f"docs/{language}/malli/index.md", old, new)
    assert open_units(root) == standing
    assert check(root).problems == ()


def test_content_without_a_ledger_passes_and_is_not_reviewed(tmp_path: Path) -> None:
    root = recorded(tmp_path / "work", "reviewed")
    assert load_site(root).languages["sv"].reviewed
    (root / "data/translations/sv.yml").unlink()
    assert check(root).problems == ()
    assert not load_site(root).languages["sv"].reviewed
    assert set(open_units(root).values()) == {"new"}


def test_accepting_records_what_stands_and_touches_no_other_line(tmp_path: Path) -> None:
    root = recorded(tmp_path / "work")
    ledger = root / "data/translations/sv.yml"
    before = ledger.read_text(encoding="utf-8").splitlines()
    edit(root, "docs/fi/malli/index.md", "auttaa", "auttaa aina")
    edit(root, "docs/sv/malli/index.md", "hjälper", "hjälper alltid")
    assert accept(root, {SECTION}) == ["sv: 1 draft"]
    after = ledger.read_text(encoding="utf-8").splitlines()
    assert [new.split(":")[0] for old, new in zip(before, after, strict=True) if old != new] == [SECTION]
    assert open_units(root) == {}


def test_no_change_needed_is_a_review_unless_another_state_is_given(tmp_path: Path) -> None:
    root = recorded(tmp_path / "work")
    for times, state in ((1, None), (2, "draft")):
        edit(root, "docs/fi/malli/index.md", "auttaa", "auttaa aina")
        assert open_units(root) == {SECTION: "changed"}, times
        accept(root, {SECTION}, state, unchanged=True)
        assert found(root)[SECTION].recorded.state == (state or "reviewed")
        assert open_units(root) == {}


def test_accepting_all_leaves_what_lags_and_lowers_no_state(tmp_path: Path) -> None:
    root = recorded(tmp_path / "work", "reviewed")
    edit(root, "docs/fi/malli/index.md", "auttaa", "auttaa aina")
    edit(root, "docs/sv/index.md", "title: ", "title: Nya ")
    assert open_units(root) == {SECTION: "changed", "docs/index.md@title": "edited"}
    assert accept(root, None) == ["sv: 1 draft", "sv: 1 left as they were, see translations status"]
    assert open_units(root) == {SECTION: "changed"}
    accept(root, None, "machine")
    states = {each.recorded.state for key, each in found(root).items() if key not in (SECTION, "docs/index.md@title")}
    assert states == {"reviewed"}


def test_accepting_takes_lines_without_a_unit_out(tmp_path: Path) -> None:
    root = recorded(tmp_path / "work")
    for language in ("fi", "sv"):
        path = root / f"docs/{language}/malli/index.md"
        path.write_text(path.read_text(encoding="utf-8").split("## ")[0], encoding="utf-8")
    assert open_units(root) == {SECTION: "orphaned"}
    assert {problem.code for problem in check(root).problems} == {"orphan"}
    assert accept(root, {SECTION}) == ["sv: 1 orphaned"]
    assert open_units(root) == {}
