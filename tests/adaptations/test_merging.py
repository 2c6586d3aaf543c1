"""Logs of many areas put together: each bad entry is told by file and row, and the good ones are kept."""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator
from openpyxl import load_workbook

from macros.load import load_site
from macros.model.adaptation import Adaptation, AdaptationLog, values_of
from scripts.adaptations import FaultyLogsError, perform
from scripts.adaptations.merging import as_json, as_workbook, merged
from scripts.adaptations.reading import read_logs
from scripts.api.contents import datasets
from scripts.api.schema import schema_of
from scripts.forms.making import made
from scripts.forms.paper import Paper
from tests.workplaces import PROJECT

SITE = load_site(PROJECT)
FORM = SITE.forms["adaptation-log"]
AREAS = [area.name["fi"] for area in SITE.areas.values() if area.kind == "county"]
FAULTS: dict[str, Any] = {
    "date": "2026-02-30",
    "phase": "later",
    "element": "no-such-element",
    "fidelity": "yes",
    "what": "",
    "goal": None,
    "surprise": "x",
}


def entry(chance: random.Random, guide: str) -> dict[str, Any]:
    fields = {name: chance.choice(values) for name in Adaptation.model_fields if (values := values_of(name))}
    element = chance.choice([None, *(one.id for one in SITE.guides[guide].elements)])
    day = date(2026, 1, 1) + timedelta(days=chance.randrange(300))
    return {
        "date": day.isoformat(),
        "what": f"Muutos {chance.randrange(999)}",
        "why": "Syy",
        "element": element,
        **fields,
    }


def log(chance: random.Random, *, faulty: bool) -> tuple[dict[str, Any], set[int]]:
    """A log, and the places of its faulty entries."""
    guide = chance.choice(list(SITE.guides))
    entries = [entry(chance, guide) for _ in range(chance.randrange(1, 7))]
    bad = {place for place in range(len(entries)) if faulty and chance.random() < 0.4}
    for place in bad:
        name = chance.choice(list(FAULTS))
        entries[place][name] = FAULTS[name]
    return {"model": guide, "area": chance.choice(AREAS), "adaptations": entries}, bad


def sheet_of(given: dict[str, Any], language: str) -> bytes:
    """The workbook of the form, filled in as a person would."""
    guide = SITE.guides[given["model"]]
    book = load_workbook(BytesIO(made(Paper(SITE, guide, SITE.languages[language], FORM), "xlsx")))
    about, entries = book.worksheets[:2]
    area = next(field.label[language] for field in FORM.fields if field.id == "area")
    next(row for row in about.iter_rows() if row[0].value == area)[1].value = given["area"]
    fields = FORM.sections[1].fields
    for row, one in enumerate(given["adaptations"], 2):
        for column, field in enumerate(fields, 1):
            value = one.get(field.id.replace("-", "_"))
            options = {option.id: option.text[language] for option in field.options}
            if field.id == "element":
                known = {element.id: f"{element.number}. {element.label[language]}" for element in guide.elements}
                options |= known
                value = "none" if value is None else value
            entries.cell(row, column).value = options.get(value, value)
    saved = BytesIO()
    book.save(saved)
    return saved.getvalue()


def test_two_hundred_logs_with_faults_among_them(tmp_path: Path) -> None:
    chance = random.Random(8)
    wanted: set[tuple[str, int]] = set()
    good = 0
    paths = []
    for number in range(200):
        given, bad = log(chance, faulty=number % 2 == 0)
        text = json.dumps(given, ensure_ascii=False, indent=1)
        path = tmp_path / f"{number:03}.json"
        if number % 40 == 39:
            path.write_text(text[:-9], encoding="utf-8")  # breaks off
            wanted.add((path.name, text[:-9].count("\n") + 1))
        else:
            path.write_text(text, encoding="utf-8")
            good += len(given["adaptations"]) - len(bad)
            starts = [line for line, row in enumerate(text.split("\n"), 1) if row == "  {"]
            ends = [line for line, row in enumerate(text.split("\n"), 1) if row in ("  },", "  }")]
            lines = {(path.name, line) for place in bad for line in range(starts[place], ends[place] + 1)}
            wanted |= lines
        paths.append(path.name)
    logs, problems = read_logs(tmp_path, paths, SITE, FORM)
    told = {(problem.path, problem.line) for problem in problems}
    assert told <= wanted
    assert {path for path, _ in told} == {path for path, _ in wanted}
    whole = merged(logs)
    assert sum(len(one.adaptations) for one in logs) >= good
    assert sum(row.count for row in whole.summary) == len(whole.adaptations)
    assert as_json(merged(reversed(logs))) == as_json(whole)


def test_entries_with_a_fault_are_left_out_and_each_is_told(tmp_path: Path) -> None:
    chance = random.Random(1)
    for name, value in FAULTS.items():
        given: dict[str, Any] = {
            "model": "etsiva-sosiaalityo",
            "area": "Kainuu",
            "adaptations": [entry(chance, "etsiva-sosiaalityo") for _ in "ab"],
        }
        given["adaptations"][0][name] = value
        path = tmp_path / "log.json"
        path.write_text(json.dumps(given), encoding="utf-8")
        logs, problems = read_logs(tmp_path, [path.name], SITE, FORM)
        assert len(problems) == 1, name
        left = 2 if name == "surprise" else 1  # what nobody asked for is told, and the entry is as good without it
        assert [len(one.adaptations) for one in logs] == [left], name


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_workbook_in_any_language_says_the_same_as_json(language: str, tmp_path: Path) -> None:
    chance = random.Random(3)
    given, _ = log(chance, faulty=False)
    (tmp_path / "a.json").write_text(json.dumps(given), encoding="utf-8")
    (tmp_path / "a.xlsx").write_bytes(sheet_of(given, language))
    ((first,), none), ((second,), nothing) = (read_logs(tmp_path, [name], SITE, FORM) for name in ("a.json", "a.xlsx"))
    assert none == nothing == []
    assert first == second


def test_a_fault_in_a_workbook_is_told_by_its_row(tmp_path: Path) -> None:
    chance = random.Random(4)
    given: dict[str, Any] = {
        "model": "etsiva-sosiaalityo",
        "area": "Kainuu",
        "adaptations": [entry(chance, "etsiva-sosiaalityo") for _ in "abc"],
    }
    given["adaptations"][1]["phase"] = "joskus"
    path = tmp_path / "log.xlsx"
    path.write_bytes(sheet_of(given, "fi"))
    (found,), problems = read_logs(tmp_path, [path.name], SITE, FORM)
    assert [(problem.line, problem.message.name) for problem in problems] == [(3, "wrong-value/choice")]
    assert len(found.adaptations) == 2


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.xlsx", b"no workbook", "adaptation-log/workbook"),
        ("a.json", b"{", "adaptation-log/json"),
        ("a.json", b"\xff", "encoding/here"),
        ("a.json", b"[" * 100_000, "adaptation-log/json"),
        ("a.txt", b"", "adaptation-log/kind"),
        ("none.json", None, "adaptation-log/missing"),
        ("a.json", b'{"model": "no-model", "area": "A", "adaptations": []}', "unknown-id/model"),
        ("a.json", b'{"model": "etsiva-sosiaalityo", "adaptations": []}', "missing-field/here"),
    ],
)
def test_a_file_that_is_no_log_is_told_and_the_others_are_read(
    name: str, data: bytes | None, told: str, tmp_path: Path
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    good = tmp_path / "good.json"
    good.write_text(json.dumps(log(random.Random(5), faulty=False)[0]), encoding="utf-8")
    logs, problems = read_logs(tmp_path, [name, good.name], SITE, FORM)
    assert [problem.message.name for problem in problems] == [told]
    assert len(logs) == 1


def test_a_workbook_without_the_table_is_told(tmp_path: Path) -> None:
    guide = SITE.guides["etsiva-sosiaalityo"]
    (tmp_path / "x.xlsx").write_bytes(
        made(Paper(SITE, guide, SITE.languages["fi"], SITE.forms["fidelity-check"]), "xlsx")
    )
    _, problems = read_logs(tmp_path, ["x.xlsx"], SITE, FORM)
    assert [problem.message.name for problem in problems] == ["adaptation-log/sheet"]


def test_the_command_writes_what_is_good_and_tells_the_rest(tmp_path: Path) -> None:
    chance = random.Random(6)
    given: dict[str, Any] = {
        "model": "etsiva-sosiaalityo",
        "area": "Kainuu",
        "adaptations": [entry(chance, "etsiva-sosiaalityo") for _ in "ab"],
    }
    given["adaptations"][0]["phase"] = "later"
    source, to = tmp_path / "log.json", tmp_path / "all.xlsx"
    source.write_text(json.dumps(given), encoding="utf-8")
    with pytest.raises(FaultyLogsError) as caught:
        perform(PROJECT, [str(source)], str(to), "sv", lambda _: None)
    assert len(caught.value.problems) == 1
    summary, every = load_workbook(to).worksheets
    assert [row[2].value for row in summary.iter_rows(min_row=2)] == ["Kainuu"]
    assert every.max_row == 2
    wrong = perform(PROJECT, [str(source)], str(tmp_path / "all.csv"), "sv", lambda _: None)
    assert wrong
    assert wrong.name == "commands/merge-kind"


def test_the_same_logs_make_the_same_files() -> None:
    logs = [AdaptationLog.model_validate(log(random.Random(7), faulty=False)[0])]
    whole = merged(logs)
    assert as_workbook(whole, SITE, FORM, SITE.languages["fi"]) == as_workbook(whole, SITE, FORM, SITE.languages["fi"])


def test_the_published_schema_takes_the_example_and_logs_and_refuses_faults() -> None:
    found = next(one for one in datasets(SITE) if one.path == "adaptation-log.example.json")
    validator = Draft202012Validator(schema_of(found, "https://example.org/s.json"))
    validator.validate(found.value.model_dump(mode="json", exclude_defaults=True))
    chance = random.Random(9)
    validator.validate(log(chance, faulty=False)[0])
    given, _ = log(chance, faulty=False)
    for name in ("phase", "date", "surprise"):
        broken = json.loads(json.dumps(given))
        broken["adaptations"][0][name] = FAULTS[name] if name != "date" else "yesterday"
        assert not validator.is_valid(broken), name


def test_the_form_offers_every_value_a_log_can_hold() -> None:
    for field in FORM.sections[1].fields:
        values = values_of(field.id.replace("-", "_"))
        assert [option.id for option in field.options if option.id != "none"] == list(values), field.id
    assert get_args(Adaptation.model_fields["phase"].annotation) == values_of("phase")
