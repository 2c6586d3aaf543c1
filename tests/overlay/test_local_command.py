"""The command ``local``, and what the ledger says became of an element."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.fate import Fate, fate
from macros.load import load_site
from macros.messages import catalogue
from macros.model import Guide, LedgerRow, Transition
from macros.problem import say
from scripts.__main__ import main
from scripts.check import check
from tests.workplaces import PROJECT, smallest


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = smallest(tmp_path / "work")
    monkeypatch.chdir(root)
    return root


def files(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_a_local_edition_that_was_just_started_lacks_its_blanks_alone(work: Path) -> None:
    assert main(["local", "start"]) == 0
    assert {(problem.path, problem.code) for problem in check(work).problems} == {("local/local.yml", "blank")}
    text = (work / "local/local.yml").read_text(encoding="utf-8")
    for number in range(4):
        text = text.replace(text[text.index("[[") : text.index("]]") + 2], f"Alue {number}", 1)
    (work / "local/local.yml").write_text(text, encoding="utf-8")
    assert check(work).problems == ()


def test_a_command_that_cannot_be_done_writes_nothing(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files(work)
    assert main(["local", "status", "--messages", "en"]) == 2
    assert main(["local", "start", "--lang", "xx", "--messages", "en"]) == 2
    assert files(work) == before
    assert main(["local", "start", "--messages", "en"]) == 0
    before = files(work)
    for arguments in (["start"], ["accept"], ["accept", "malli/none"]):
        assert main(["local", *arguments, "--messages", "en"]) == 2
    assert files(work) == before
    told = capsys.readouterr().err
    words = catalogue("en")
    for message in (say("commands/local-none"), say("commands/local-there"), say("commands/local-name")):
        assert words.text(message) in told


def test_status_lists_what_is_open_and_what_has_changed(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["local", "start"])
    capsys.readouterr()
    assert main(["local", "status", "--messages", "en"]) == 0
    assert capsys.readouterr().out == "malli (2023-11): 0 of 1 core elements recorded\n  meeting: not recorded\n"
    entry = "- {guide: malli, element: meeting, carried_out: adapted, text: {fi: Torilla., sv: På torget.}}\n"
    (work / "local/adaptations.yml").write_text(entry, encoding="utf-8")
    assert main(["local", "accept", "--all"]) == 0
    edition = work / "data/models/malli/2023-11.yml"
    edition.write_text(edition.read_text(encoding="utf-8").replace("Kohdataan ihminen", "Nähdään ihminen"), "utf-8")
    capsys.readouterr()
    assert main(["local", "status", "--messages", "en"]) == 0
    assert "  meeting: the national text has changed" in capsys.readouterr().out
    found = {problem.message.name for problem in check(work).problems}
    assert found == {"local-element/inside", "blank/here"}


def test_recording_twice_changes_no_byte(work: Path) -> None:
    main(["local", "start"])
    entry = "- {guide: malli, element: meeting, carried_out: adapted, text: {fi: Torilla., sv: På torget.}}\n"
    (work / "local/adaptations.yml").write_text(entry, encoding="utf-8")
    main(["local", "accept", "malli/meeting"])
    before = files(work)
    main(["local", "accept", "--all"])
    assert files(work) == before


def _guide(*steps: tuple[str, str, str, str, tuple[str, ...]]) -> Guide:
    """The outreach guide with a ledger of its own: earlier, later, element, change, into."""
    guide = load_site(PROJECT).guides["etsiva-sosiaalityo"]
    some = guide.ledger[0]
    rows = [
        Transition(
            earlier=earlier,
            later=later,
            editorial=True,
            note=some.note,
            rows=(some.rows[0].model_copy(update={"element": element, "change": change, "into": into}),),
        )
        for earlier, later, element, change, into in steps
    ]
    assert isinstance(rows[0].rows[0], LedgerRow)
    return guide.model_copy(update={"ledger": tuple(rows)})


def test_the_fate_of_an_element_is_followed_over_several_editions() -> None:
    guide = _guide(
        ("2022-02", "2022-05", "early", "split", ("one",)),
        ("2022-05", "2023-11", "one", "reworded", ("reaching-out",)),
    )
    assert fate(guide, "2022-02", "early") == Fate("split", ("reaching-out",))
    assert fate(guide, "2022-05", "one") == Fate("reworded", ("reaching-out",))
    assert fate(guide, "2022-05", "other") is None


def test_a_ledger_that_leads_back_does_not_go_on_for_ever() -> None:
    guide = _guide(
        ("2022-05", "2022-02", "one", "kept", ("one",)),
        ("2022-02", "2022-05", "one", "kept", ("one",)),
    )
    assert fate(guide, "2022-02", "one") is None


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_documents_show_the_conflict_in_its_words(language: str) -> None:
    told = catalogue(language).words(
        say("local-element/merged", element="joined", edition="2022-05", current="2023-11", into=("meeting",))
    )
    page = (PROJECT / f"docs/{language}/tekijoille/paikallinen-versio.md").read_text(encoding="utf-8")
    assert f"local/adaptations.yml:2: {told.what} [local-element]\n" in page
