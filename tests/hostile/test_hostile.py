"""What a hostile pull request may bring: each ends refused with its file and line, in time. README.md is the threat model."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.messages import catalogue
from scripts.check import check
from scripts.inventory import LARGEST, LONGEST_LINE
from tests.hostile.guard import LONGEST, no_longer_than
from tests.workplaces import PROJECT, smallest

HERE = Path(__file__).parent
ATTACKS: dict[str, dict[str, Any]] = {
    f"{path.stem}: {attack['attack']}": attack
    for path in sorted(HERE.glob("*.yml"))
    for attack in yaml.safe_load(path.read_text(encoding="utf-8"))
}
# Each makes a careless reader look at the rest of a text again from each of its signs.
SIGNS = [
    "`",
    "` ``",
    "`` ` ",
    "```x\n",
    "~~~x\n",
    "[",
    "![",
    "[](",
    "[x](x) ",
    "[x](y.md)\n",
    "<",
    "<a ",
    "<svg",
    "<!--",
    "<![CDATA[",
    "*a **a ",
    "{",
    "{#",
    "{{",
    "{%",
    "{# ",
    " ",
    "  \n",
    "\n> ",
    "- a\n",
    "-",
    "- - ",
    "[^1]",
    "[^1]: a\n",
    "[a]: b\n",
    "[a]: <",
    "| a ",
    "|a|\n|-|\n",
    "---\n",
    "# a\n",
    "## a { #a }\n",
    "## a {",
    "!!! a\n",
    "> [!NOTE]\n",
    "> [!NOTE]\n> a\n\n",
    '"',
    "a - b ",
    "2022-2023 ",
    "a\n: b\n\n",
    "http://a ",
    "ydinelementti ",
    "[a]{lang=fi} ",
    "[a]{mention} {lang=",
    "\u00a0",
    "\r",
]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return smallest(tmp_path_factory.mktemp("sound") / "work")


def lay(attack: dict[str, Any], root: Path) -> None:
    """Do to a workplace what an attack says."""
    path = root / attack["file"]
    path.parent.mkdir(parents=True, exist_ok=True)
    if "link" in attack:
        path.symlink_to(attack["link"])
    elif "pipe" in attack:
        os.mkfifo(path)
    elif "bytes" in attack:
        path.write_bytes(bytes.fromhex(attack["bytes"]))
    else:
        text = attack.get("whole", path.read_text(encoding="utf-8") if path.exists() else "")
        if "replace" in attack:
            old, new = attack["replace"]
            assert old in text
            text = text.replace(old, new, 1)
        text += f"\n{attack['add']}" if "add" in attack else ""
        if "repeat" in attack:
            part, times = attack["repeat"]
            text += part * times
        path.write_text(text if "repeat" in attack else f"{text}\n", encoding="utf-8")


@pytest.mark.parametrize("name", ATTACKS)
def test_a_hostile_input_is_refused_with_its_file_and_line(name: str, sound: Path, tmp_path: Path) -> None:
    attack = ATTACKS[name]
    root = shutil.copytree(sound, tmp_path / "work")
    lay(attack, root)
    lines = (root / attack["file"]).read_bytes().count(b"\n") + 1 if {"link", "pipe"}.isdisjoint(attack) else 1
    with no_longer_than(LONGEST):
        problems = check(root).problems
    found = [problem for problem in problems if problem.path == attack.get("at", attack["file"])]
    assert attack["code"] in {problem.code for problem in found}, [catalogue("en").lines(entry) for entry in problems]
    if "line" in attack:
        assert attack["line"] in {problem.line for problem in found if problem.code == attack["code"]}
    for problem in problems:
        assert 1 <= problem.line <= lines or problem.path != attack["file"]
        assert catalogue("fi").lines(problem).count("\n") == 1


@pytest.mark.parametrize("sign", SIGNS)
def test_a_page_full_of_one_sign_is_looked_through_in_time(sign: str, sound: Path, tmp_path: Path) -> None:
    root = shutil.copytree(sound, tmp_path / "work")
    page = root / "docs/fi/index.md"
    row = sign if "\n" in sign else sign * (LONGEST_LINE // len(sign)) + "\n"
    text = page.read_text(encoding="utf-8")
    full = text + row * ((LARGEST[".md"] - len(text.encode())) // len(row.encode()))
    page.write_text(full, encoding="utf-8")
    with no_longer_than(LONGEST):
        problems = check(root).problems
    assert "too-large" not in {problem.code for problem in problems}
    assert all(1 <= problem.line <= full.count("\n") + full.count("\r") + 1 for problem in problems)


def test_a_term_cannot_stand_for_anything_many_times_over(sound: Path, tmp_path: Path) -> None:
    root = shutil.copytree(sound, tmp_path / "work")
    glossary = root / "data/glossary.yml"
    text = glossary.read_text(encoding="utf-8")
    assert "fi: ydinelementti," in text
    stars = "a*" * 60
    text = text.replace("fi: ydinelementti,", f"fi: '{stars}',").replace(
        '  forms: {fi: ["ydinelement*"], ', "  forms: {"
    )
    glossary.write_text(text, encoding="utf-8")
    page = root / "docs/fi/index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n" + "a" * 200 + "\n", encoding="utf-8")
    with no_longer_than(LONGEST):
        check(root)


def test_every_line_of_the_threat_model_names_what_shows_it() -> None:
    text = (HERE / "README.md").read_text(encoding="utf-8")
    rows = [row for row in text.split("\n") if row.startswith("| ") and not row.startswith(("| what", "| who"))]
    assert len(rows) > 20
    files = sorted((*HERE.glob("*.yml"), *PROJECT.glob("tests/**/test_*.py")))
    known = {path.name: path.read_text(encoding="utf-8") if path.is_file() else "" for path in files}
    for row in rows:
        name, _, test = row.rstrip(" |").rpartition("| ")[2].strip("`").partition("` `")
        assert name.rpartition("/")[2] in known, row
        assert test in known[name.rpartition("/")[2]], row


def test_there_are_sixty_and_more() -> None:
    assert len(ATTACKS) >= 60
