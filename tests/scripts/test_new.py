"""A new guide is laid down with its blanks named, is in order once they are filled, and can then be published."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
import yaml

from macros.load import load, load_site
from macros.model.completeness import TidierItem
from macros.problem import ContentError
from scripts.__main__ import main
from scripts.check import check, publishable
from scripts.new import Begun, Plan, Refused, new_guide
from scripts.new.wording import FOLDER
from scripts.place import put_files
from tests.built import workplace
from tests.filling import fill
from tests.workplaces import smallest

GUIDE = "tuki"


def begin(root: Path, plan: Plan = Plan(GUIDE)) -> Begun:  # noqa: B008 - it is frozen
    return new_guide(load(root), plan)


def files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and "build" not in path.relative_to(root).parts
    }


def test_check_names_each_blank_of_a_new_guide_and_nothing_else(tmp_path: Path) -> None:
    root = smallest(tmp_path / "work")
    begun = begin(root)
    problems = check(root).problems
    assert {problem.code for problem in problems} == {"blank"}
    assert len(problems) == begun.blanks
    assert {problem.path for problem in problems} <= {*begun.new, *begun.changed}
    for problem in problems:
        row = (root / problem.path).read_text(encoding="utf-8").split("\n")[problem.line - 1]
        assert f"[[{dict(problem.message.values).get('name')}]]" in row or "0000-00" in row


@pytest.mark.parametrize("plan", [Plan(GUIDE), Plan(GUIDE, elements=("kohtaaminen", "tuki"))], ids=["bare", "elements"])
def test_among_others_too_a_guide_of_which_little_is_known_lacks_its_blanks_alone(plan: Plan, tmp_path: Path) -> None:
    root = workplace(tmp_path / "work")
    begun = begin(root, plan)
    problems = check(root).problems
    assert {problem.code for problem in problems} == {"blank"}
    assert len(problems) == begun.blanks


def test_a_new_guide_among_others_is_in_order_but_for_its_blanks_and_in_order_when_they_are_filled(
    tmp_path: Path,
) -> None:
    root = workplace(tmp_path / "work")
    begun = begin(root, Plan(GUIDE, sign="square", edition="2026-05", elements=("kohtaaminen", "tuki")))
    assert {problem.code for problem in check(root).problems} == {"blank"}
    assert f"docs/en/tekijoille/innokyla/{GUIDE}.md" in begun.new
    assert len({path.split("/", 2)[2] for path in begun.new if path.startswith("docs/")}) * 3 == len(
        [path for path in begun.new if path.startswith("docs/")]
    )
    fill(root, GUIDE)
    assert check(root).problems == ()
    assert [(item.id, item.coverage) for item in load_site(root).guides[GUIDE].completeness] == [
        (item, "described" if item == "name" else "unknown") for item in get_args(TidierItem)
    ]
    assert [guide.model.order for guide in load(root).site.guides.values()] == [1, 2, 3, 4]  # type: ignore[union-attr]


def test_what_stood_in_files_that_a_new_guide_adds_to_stands_as_it_was(tmp_path: Path) -> None:
    root = smallest(tmp_path / "work")
    before = files(root)
    begun = begin(root)
    after = files(root)
    assert set(after) - set(before) == set(begun.new)
    assert {path for path in before if before[path] != after[path]} == set(begun.changed)
    for path in begun.changed:
        rows = iter(after[path].decode().split("\n"))
        assert all(row in rows for row in before[path].decode().rstrip().split("\n"))


def test_two_guides_can_be_begun_one_after_the_other(tmp_path: Path) -> None:
    root = smallest(tmp_path / "work")
    begin(root)
    begin(root, Plan("toinen-tuki"))
    assert {problem.code for problem in check(root).problems} == {"blank"}
    nav = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8").split("\nnav:\n")[1])
    assert [next(iter(item)) for item in nav if isinstance(item, dict)] == ["Malli", GUIDE, "toinen-tuki"]


@pytest.mark.parametrize(
    ("plan", "name"),
    [
        (Plan("Tuki!"), "new-no-id"),
        (Plan("../tuki"), "new-no-id"),
        (Plan(GUIDE, elements=("Ensimmäinen",)), "new-no-id"),
        (Plan(GUIDE, elements=("sama", "sama")), "new-twice"),
        (Plan(GUIDE, edition="2026-13"), "new-no-edition"),
        (Plan(GUIDE, sign="ympyra"), "new-no-sign"),
        (Plan("pilots"), "new-taken"),
        (Plan("malli"), "new-there"),
        (Plan("lahteet"), "new-there"),
    ],
)
def test_a_guide_that_cannot_be_is_refused_and_nothing_is_written(plan: Plan, name: str, tmp_path: Path) -> None:
    root = smallest(tmp_path / "work")
    before = files(root)
    with pytest.raises(Refused) as refused:
        begin(root, plan)
    assert refused.value.message.name == f"commands/{name}"
    assert files(root) == before


def test_nothing_is_added_to_data_that_cannot_be_read(tmp_path: Path) -> None:
    root = smallest(tmp_path / "work")
    (root / "data/bibliography.yml").write_text("- id: x: y\n", encoding="utf-8")
    before = files(root)
    with pytest.raises(ContentError):
        begin(root)
    assert files(root) == before


def test_if_one_file_cannot_be_put_the_others_are_taken_back(tmp_path: Path) -> None:
    root, new = tmp_path / "root", tmp_path / "new"
    for folder in (root, new / "deep/er"):
        folder.mkdir(parents=True)
    (root / "there.txt").write_text("old", encoding="utf-8")
    for name in ("there.txt", "deep/er/a.txt"):
        (new / name).write_text("new", encoding="utf-8")
    with pytest.raises(OSError, match="lacking"):
        put_files(new, ("there.txt", "deep/er/a.txt", "lacking.txt"), root, tmp_path / "old")
    assert files(root) == {"there.txt": b"old"}
    assert sorted(path.name for path in root.iterdir()) == ["there.txt"]


def test_the_command_tells_what_it_laid_down_and_refuses_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(smallest(tmp_path / "work"))
    arguments = ["new", "guide", GUIDE, "--edition", "2026-05", "--elements", "a", "b", "--messages", "en"]
    assert main(arguments) == 0
    told = capsys.readouterr().out
    assert f"new: data/models/{GUIDE}/2026-05.yml\n" in told
    assert re.search(r"changed: mkdocs\.yml\n", told)
    assert main(arguments) == 2
    assert f'"{GUIDE}" is there already: data/models/{GUIDE}. Nothing was written.' in capsys.readouterr().err


def test_every_language_of_words_has_the_same_words() -> None:
    def keys(path: Path) -> set[str]:
        return {
            f"{section}/{key}/{sorted(re.findall(r'{[a-z]+}', text))}"
            for section, words in yaml.safe_load(path.read_text(encoding="utf-8")).items()
            for key, text in words.items()
        }

    first, *others = sorted(FOLDER.glob("*.yml"))
    assert [path.stem for path in (first, *others)] == ["en", "fi", "sv"]
    assert all(keys(path) == keys(first) for path in others)


def test_a_language_without_words_of_its_own_gets_english_ones(tmp_path: Path) -> None:
    root = smallest(tmp_path / "work")
    path = root / "data/languages.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text + "- {id: se, name: davvisámegiella, locale: se-FI, status: complete}\n", "utf-8")
    begin(root)
    assert "## For whom { #for-whom }" in (root / f"docs/se/{GUIDE}/index.md").read_text(encoding="utf-8")
    assert not {problem.code for problem in check(root).problems if f"/{GUIDE}/" in problem.path} - {"blank"}


def test_a_filled_guide_is_published_by_the_commands_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = smallest(tmp_path / "work")
    monkeypatch.chdir(root)
    assert main(["new", "guide", GUIDE]) == 0
    fill(root, GUIDE)
    with (root / "data/publications.yml").open("a", encoding="utf-8") as file:
        file.write(f'- guide: {GUIDE}\n  edition: 2026-03\n  language: fi\n  issued: "2026-04-01"\n  handle: 123/456\n')
    publishable(root)
    assert main(["package", "--guide", GUIDE, "--lang", "fi", "--messages", "en"]) == 0
    assert (root / f"dist/julkari/{GUIDE}.fi.zip").is_file()
    line = re.search(r"checksums: .*", capsys.readouterr().out)
    assert line
    with (root / "data/publications.yml").open("a", encoding="utf-8") as file:
        file.write(f"  status: published\n  {line[0]}\n")
    assert main(["check", "--messages", "en"]) == 0
    assert "compared: 3 published files are as they were" in capsys.readouterr().out
