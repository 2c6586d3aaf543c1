"""Handing translations over and taking them back: nothing is lost, and nothing else is touched."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from translate.storage import pypo

from macros.load import load
from macros.messages import catalogue
from macros.problem import ContentError
from scripts import translations
from scripts.check import check
from scripts.translations.catalogue import Format, Item, read, write
from scripts.translations.give import item_of
from scripts.translations.marks import faults
from scripts.translations.rewriting import in_page, in_yaml
from tests.scripts.test_command_line import run
from tests.translations.workplaces import PAGE, SECTION, edit, found, keep, open_units, recorded
from tests.workplaces import PROJECT

FORMATS = get_args(Format)
both = pytest.mark.parametrize("format_", FORMATS)


def give(root: Path, language: str, format_: Format, *, changed: bool = False) -> bytes:
    content, site = translations.readable(root)
    history = translations.History(root, list(site.languages), site.source_language.id)
    units = translations.findings(content, [language])
    return translations.give(units, site.source_language.id, language, format_, history, changed=changed)


def take(root: Path, content: bytes) -> str:
    """What is told, in English."""
    (root / "back").write_bytes(content)
    loaded, _ = translations.readable(root)
    lines = translations.take(root, loaded, "back")
    (root / "back").unlink()
    return "\n".join(map(catalogue("en").text, lines))


def bring(root: Path, format_: Format, **texts: str) -> str:
    """Take back some units of the workplace's first page with other texts."""
    content = give(root, "sv", format_)
    language, items = read(content)
    by_key = {item.key: item for item in items}
    changed = [
        replace(by_key[key], target=text, progress="draft")
        for name, text in texts.items()
        for key in [SECTION if name == "section" else f"{PAGE}@{name}"]
    ]
    return take(root, write(changed, "fi", language, format_))


def files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for folder in ("docs", "data")
        for path in sorted((root / folder).rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real content."""
    root = tmp_path_factory.mktemp("real")
    for name in ("data", "docs"):
        shutil.copytree(PROJECT / name, root / name)
    shutil.copy(PROJECT / "mkdocs.yml", root)
    return root


@both
@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_round_trip_of_all_real_content_changes_not_one_byte(format_: Format, language: str, real: Path) -> None:
    before = files(real)
    content = give(real, language, format_)
    assert content == give(real, language, format_)
    units = len(load(real).units)
    assert take(real, content) == f"{language}: {units} units read, 0 texts written, 0 lines of the ledger renewed"
    assert files(real) == before


def below(key: str) -> str:
    """What parts a paragraph from what a unit of a page ends with: a heading, a list, a macro."""
    return "\n\nÖ" if key.startswith("docs/") and not key.endswith(("@title", "@description")) else ""


def test_every_text_comes_back_when_every_text_was_changed(tmp_path: Path, real: Path) -> None:
    root = tmp_path / "all"
    shutil.copytree(real, root)
    content, _ = translations.readable(root)
    items = [item_of(finding) for finding in translations.findings(content, ["sv"])]
    more = " Ö: ”x” & 'y' \"z\" # [q], så – %."
    new = [replace(item, target=f"{item.target}{below(item.key)}{more}") for item in items]
    take(root, write(new, "fi", "sv", "xliff"))
    content, _ = translations.readable(root)
    texts = {finding.key: finding.text for finding in translations.findings(content, ["sv"])}
    assert texts == {item.key: item.target for item in new}
    assert {problem.code for problem in check(root).problems} == {"quotes"}, "for those that the test wrote"
    comments = [
        row
        for path, text in files(root).items()
        if path.endswith(".yml")
        for row in text.split(b"\n")
        if row[:1] == b"#"
    ]
    assert comments == [
        row
        for path, text in files(real).items()
        if path.endswith(".yml")
        for row in text.split(b"\n")
        if row[:1] == b"#"
    ]
    assert files(root)["docs/fi/index.md"] == files(real)["docs/fi/index.md"]


def test_no_mark_of_the_real_translations_counts_as_lost() -> None:
    content, _ = translations.readable(PROJECT)
    told = [
        (finding.language, finding.key, fault)
        for finding in translations.findings(content, ())
        for fault in faults(finding.key, finding.source or "", finding.text, finding.text or "")
    ]
    assert told == []


@both
def test_a_translation_goes_in_its_place_and_is_recorded_as_a_draft(format_: Format, tmp_path: Path) -> None:
    root = recorded(tmp_path / "work", "reviewed")
    before = files(root)
    text = (found(root)[SECTION].text or "").replace("Modellen hjälper", "Modellen hjälper alltid")
    told = bring(root, format_, section=text, title="Modell: ny")
    assert told == "sv: 2 units read, 2 texts written, 2 lines of the ledger renewed"
    after = files(root)
    assert {path for path, content in after.items() if content != before[path]} == {
        "docs/sv/malli/index.md",
        "data/translations/sv.yml",
    }
    expected = before["docs/sv/malli/index.md"].replace(b"hj\xc3\xa4lper", b"hj\xc3\xa4lper alltid")
    assert after["docs/sv/malli/index.md"] == expected.replace(b"title: Modell", b'title: "Modell: ny"')
    assert {found(root)[key].recorded.state for key in (SECTION, f"{PAGE}@title")} == {"draft"}
    assert open_units(root) == {}


@both
def test_a_unit_that_lags_stays_so_until_the_translator_says_it_is_done(format_: Format, tmp_path: Path) -> None:
    root = recorded(tmp_path / "work")
    keep(root)
    edit(root, "docs/fi/malli/index.md", "Malli auttaa", "Malli auttaa aina")
    content = give(root, "sv", format_, changed=True)
    assert b"Malli auttaa. Katso" in content, "the earlier source text goes with it"
    assert [item.key for item in read(content)[1]] == [SECTION]
    take(root, content)
    assert open_units(root) == {SECTION: "changed"}
    done = {"xliff": (b"needs-review-translation", b"translated"), "po": (b"#, fuzzy\n", b"")}[format_]
    take(root, content.replace(*done))
    assert open_units(root) == {}
    assert found(root)[SECTION].recorded.state == "draft"


def test_a_source_that_changes_while_a_file_is_out_lags_when_it_is_back(tmp_path: Path) -> None:
    root = recorded(tmp_path / "work")
    content = give(root, "sv", "xliff").replace("Modellen hjälper".encode(), "Modellen bistår".encode())
    edit(root, "docs/fi/malli/index.md", "auttaa", "auttaa aina")
    take(root, content)
    assert "Modellen bistår" in (root / "docs/sv/malli/index.md").read_text(encoding="utf-8")
    assert open_units(root) == {SECTION: "changed"}


@both
def test_states_travel(format_: Format) -> None:
    given = [Item("a", "A", "X", "reviewed"), Item("b", "B", "Y", "machine"), Item("c", "C", "", "new")]
    given += [Item("d", "D", "Z\n\n  z", "needs-review", "0123456789ab"), Item("e", 'E  \\ " { } < &', "V", "draft")]
    language, back = read(write(given, "fi", "sv", format_))
    assert language == "sv"
    if format_ == "po":  # it says of a unit that it is done, or not
        given = [
            replace(item, progress=None if item.progress in ("reviewed", "machine", "draft") else item.progress)
            for item in given
        ]
    assert back == given


def test_the_files_are_what_other_programs_read() -> None:
    po = pypo.pofile.parsestring(write([Item("a#b", "A", "X", "draft", earlier="")], "fi", "sv", "po"))
    assert [(unit.getcontext(), unit.source, unit.target) for unit in po.units[1:]] == [("a#b", "A", "X")]
    xliff = write([Item("a#b", "A", "X", "draft")], "fi", "sv", "xliff").decode()
    assert 'xmlns="urn:oasis:names:tc:xliff:document:1.2"' in xliff
    assert 'approved="yes"' not in xliff


def test_a_section_that_was_lacking_is_put_where_it_stands_in_the_source() -> None:
    text = "---\ntitle: A\ndescription: B\n---\n\n## One { #one }\n\n1\n\n## Three { #three }\n\n3\n"
    order = [f"docs/a.md{name}" for name in ("@title", "@description", "@lead", "#one", "#two", "#three")]
    new = {"docs/a.md#two": "## Two { #two }\n\n2", "docs/a.md@lead": "Lead."}
    head, tail = text.split("## One")
    assert in_page("a.md", text, new, order) == f"{head}Lead.\n\n## One" + tail.replace(
        "## Three", "## Two { #two }\n\n2\n\n## Three"
    )


@pytest.mark.parametrize(
    ("old", "words", "new"),
    [
        ("x: {fi: a, sv: b} # c\n", "d", "x: {fi: a, sv: d} # c\n"),
        ("x: {fi: a, sv: b}\n", "d, e", 'x: {fi: a, sv: "d, e"}\n'),
        ("x: {fi: a}\n", "d", 'x: {fi: a, sv: "d"}\n'),
        ("x:\n  fi: a\n  sv: 'b'\ny: 1\n", "d's", "x:\n  fi: a\n  sv: 'd''s'\ny: 1\n"),
        ("x:\n  fi: a\n\n# c\ny: 1\n", "d", 'x:\n  fi: a\n  sv: "d"\n\n# c\ny: 1\n'),
        (
            "x:\n  fi: a\n  sv: >-\n    b\n    c\n\n# c\ny: 1\n",
            "d # e: f",
            "x:\n  fi: a\n  sv: >-\n    d # e: f\n\n# c\ny: 1\n",
        ),
        ("x: {fi: a, sv: b}\n", "yes", 'x: {fi: a, sv: "yes"}\n'),
        ("x: {fi: a, sv: b}\n", "d\x85e", "x: {fi: a, sv: d e}\n"),
    ],
)
def test_a_text_of_the_data_is_written_as_its_neighbours_and_in_quotes_where_it_must(
    old: str, words: str, new: str
) -> None:
    assert in_yaml(old, {("x", "sv"): words}) == new


def test_line_ends_of_windows_stay(tmp_path: Path) -> None:
    root = recorded(tmp_path / "work")
    path = root / "docs/sv/malli/index.md"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    before = path.read_bytes()
    bring(root, "xliff", section=(found(root)[SECTION].text or "").replace("hjälper", "bistår"))
    assert path.read_bytes() == before.replace("hjälper".encode(), "bistår".encode())


def test_a_unit_that_is_gone_is_left_out_and_told(tmp_path: Path) -> None:
    root = recorded(tmp_path / "work")
    told = take(root, write([Item("docs/gone.md#x", "A", "B", "draft")], "fi", "sv", "xliff"))
    assert told.startswith("left out, there is no such unit any more: docs/gone.md#x\n")


def test_a_file_is_written_where_it_can_be_and_only_then(tmp_path: Path) -> None:
    root = recorded(tmp_path / "work")
    arguments = ("translations", "export", "--lang", "sv", "--format", "po")
    result = run(root, *arguments, "nowhere/x.po", "--messages", "en")
    assert (result.returncode, result.stdout) == (2, "")
    assert "nowhere/x.po cannot be written" in result.stderr
    assert run(root, *arguments, "x.po").returncode == 0
    done = run(root, "translations", "import", "x.po", "--messages", "en")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("0 texts written, 0 lines of the ledger renewed\n")


def test_a_problem_names_the_line_of_the_file_on_which_the_unit_stands(tmp_path: Path) -> None:
    root = recorded(tmp_path / "work")
    key = max((each.key for each in found(root).values() if "{}" in (each.source or "")), key=len)
    content = give(root, "sv", "po").decode()
    start, rest = content[: content.index(key[:50])], content[content.index(key[:50]) :]
    source, target = rest.split("msgstr", 1)
    broken = f"{start}{source}msgstr{target.replace('{}', '', 1)}"
    with pytest.raises(ContentError) as caught:
        take(root, broken.encode())
    assert [problem.line for problem in caught.value.problems] == [start.count("\n") + 1]
