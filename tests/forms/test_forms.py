"""The forms: what stands on them is the data's, every place to fill in is a field, and other programs keep it so."""

from __future__ import annotations

from collections import Counter
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx as word
import pytest
from docx.oxml.ns import qn
from lxml import etree
from openpyxl import load_workbook
from openxml_audit import OdfValidator, OpenXmlValidator

from macros.load import load_site
from macros.passages import without_marks
from scripts.forms.contents import sheet
from scripts.forms.making import made, make
from scripts.forms.paper import Paper
from scripts.forms.sheet import Ask, Blank, Grid, Heading, Items, Words
from tests.libreoffice import WORD, converted, needs_libreoffice
from tests.workplaces import PROJECT

SITE = load_site(PROJECT)
OUTREACH, REHABILITATION = "etsiva-sosiaalityo", "sosiaalinen-kuntoutus"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
KINDS = [
    (form.id, guide, language, format_)
    for form in SITE.forms.values()
    for format_ in form.formats
    for guide, language in ((OUTREACH, "fi"), (REHABILITATION, "sv"))
]


def paper(form: str, guide: str = OUTREACH, language: str = "fi", area: str | None = None) -> Paper:
    return Paper(
        SITE, SITE.guides[guide], SITE.languages[language], SITE.forms[form], SITE.areas[area] if area else None
    )


def blanks(of: Paper) -> list[Blank]:
    found: list[Blank] = []
    for block in sheet(of).blocks:
        if isinstance(block, Ask):
            found.append(block.blank)
        elif isinstance(block, Grid):
            found += [cell for row in block.rows for cell in row if isinstance(cell, Blank)]
    return found


def words(of: Paper) -> str:
    parts: list[str] = []
    for block in sheet(of).blocks:
        parts += [block.text] if isinstance(block, Heading | Words) else block.texts if isinstance(block, Items) else []
        parts += (
            [cell for row in block.rows for cell in row if isinstance(cell, str)] if isinstance(block, Grid) else []
        )
    return "\n".join(parts)


def controls(data: bytes) -> list[dict[str, Any]]:
    """The content controls of a Word document."""
    found = []
    for control in word.Document(BytesIO(data)).element.iter(qn("w:sdt")):
        about = control.find(qn("w:sdtPr"))
        kind = next(
            name for name in ("dropDownList", "comboBox", "date", "text") if about.find(qn(f"w:{name}")) is not None
        )
        items = [item.get(qn("w:displayText")) for item in about.iter(qn("w:listItem"))]
        value = {
            name: element.get(qn("w:val"))
            for name in ("tag", "alias", "id")
            if (element := about.find(qn(f"w:{name}"))) is not None
        }
        found.append(
            {
                **value,
                "kind": kind,
                "items": items,
                "text": "".join(part.text or "" for part in control.iter(qn("w:t"))),
            }
        )
    return found


@pytest.mark.parametrize(("form", "guide", "language", "format_"), KINDS)
def test_a_form_is_sound_and_the_same_each_time(
    form: str, guide: str, language: str, format_: str, tmp_path: Path
) -> None:
    data = made(paper(form, guide, language), format_)
    assert made(paper(form, guide, language), format_) == data
    path = tmp_path / f"form.{format_}"
    path.write_bytes(data)
    result = (OdfValidator() if format_ == "odt" else OpenXmlValidator()).validate(path)
    assert [str(error) for error in result.errors] == []


@pytest.mark.parametrize("form", list(SITE.forms))
def test_every_blank_is_a_field_with_a_name_of_its_own(form: str) -> None:
    of = paper(form)
    found, wanted = controls(made(of, "docx")), blanks(of)
    assert [control["tag"] for control in found] == [blank.tag for blank in wanted]
    assert [control["text"] for control in found] == [blank.value or blank.hint for blank in wanted]
    for name in ("tag", "id"):
        assert [value for value, count in Counter(control[name] for control in found).items() if count > 1] == []
    assert all(0 < len(control["alias"]) <= 64 and len(control["tag"]) <= 64 for control in found)
    kinds = {"choice": ("dropDownList", "comboBox"), "date": ("date",), "line": ("text",), "text": ("text",)}
    assert all(control["kind"] in kinds[blank.kind] for control, blank in zip(found, wanted, strict=True))
    assert all(
        control["items"] == [text for _, text in blank.options] for control, blank in zip(found, wanted, strict=True)
    )


def test_a_form_can_be_moved_through_by_headings_and_its_tables_have_heads() -> None:
    document: Any = word.Document(BytesIO(made(paper("implementation-plan", REHABILITATION, "sv"), "docx")))
    levels = [int(one.style.name[-1]) for one in document.paragraphs if one.style.name.startswith("Heading")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all(table._tbl.xpath("w:tr[1]/w:trPr/w:tblHeader") for table in document.tables)
    assert document.styles.element.xpath("string(w:docDefaults//w:lang/@w:val)") == "sv-FI"


@pytest.mark.parametrize("guide", list(SITE.guides))
def test_the_check_asks_every_question_of_every_element_and_says_what_is_preliminary(guide: str) -> None:
    found = SITE.guides[guide]
    text = words(paper("fidelity-check", guide))
    for element in found.elements:
        assert element.questions
        assert all(question.text["fi"] in text for question in element.questions)
        assert (f"{element.label['fi']} (alustava)" in text) == (found.current.status == "preliminary")
    assert (SITE.labels["edition-note-preliminary"]["fi"] in text) == (found.current.status == "preliminary")


def test_what_is_at_risk_is_told_as_far_as_the_sources_go() -> None:
    rule, unknown = (SITE.labels[f"forms-{name}"]["fi"] for name in ("omission-rule", "no-logic-model"))
    model = SITE.guides[OUTREACH].current.logic_model
    assert model
    outreach, rehabilitation = words(paper("fidelity-check")), words(paper("fidelity-check", REHABILITATION))
    assert rule in outreach
    assert rule in rehabilitation
    assert all(box.text["fi"] in outreach for track in model.tracks for box in track.short_term + track.long_term)
    assert unknown in rehabilitation
    assert unknown not in outreach


def test_an_evaluation_plan_shows_what_is_unknown_as_unknown() -> None:
    text, told = words(paper("evaluation-plan", REHABILITATION)), SITE.labels["forms-not-told"]["fi"]
    for column in ("mechanisms", "short-term", "long-term"):
        assert f"{SITE.labels['forms-logic-model']['fi']} {SITE.labels[f'field-{column}']['fi']}.** {told}" in text
    assert words(paper("evaluation-plan")).count(told) == 0


def test_a_plan_for_an_area_knows_its_name_and_what_the_sources_say_of_it() -> None:
    of = paper("implementation-plan", area="pirkanmaa")
    assert {blank.value for blank in blanks(of) if blank.tag == "area"} == {"Pirkanmaa"}
    mine = [appearance for appearance in SITE.areas["pirkanmaa"].appearances if appearance.text]
    assert all(without_marks(appearance.text["fi"]) in words(of) for appearance in mine if appearance.text)
    assert "Etelä-Savo" not in words(of)
    assert of.name == "etsiva-sosiaalityo.implementation-plan.pirkanmaa.fi"


def test_the_open_document_has_its_fields_too() -> None:
    of = paper("implementation-plan")
    with ZipFile(BytesIO(made(of, "odt"))) as archive:
        root = etree.fromstring(archive.read("content.xml"))
        assert archive.infolist()[0].filename == "mimetype"
    fixed = [blank for blank in blanks(of) if blank.kind == "choice" and not blank.free]
    lists = list(root.iter(f"{TEXT}drop-down"))
    assert len(lists) == len(fixed)
    assert len(list(root.iter(f"{TEXT}placeholder"))) == len(blanks(of)) - len(fixed)
    assert [len(one) for one in lists] == [len(blank.options) + 1 for blank in fixed]


def test_the_workbook_offers_the_answers_and_says_what_follows() -> None:
    book = load_workbook(BytesIO(made(paper("fidelity-check"), "xlsx")))
    elements = SITE.guides[OUTREACH].elements
    _, questions, summary, lists = book.worksheets
    assert lists.sheet_state == "hidden"
    texts = [question.text["fi"] for element in elements for question in element.questions]
    assert [row[1].value for row in questions.iter_rows(min_row=2)] == texts
    answers = [option.text["fi"] for option in SITE.forms["fidelity-check"].answers]
    rules = [rule for rule in questions.data_validations.dataValidation if rule.type == "list"]
    assert [str(rule.sqref) for rule in rules] == [f"C2:C{len(texts) + 1}"]
    assert answers in [[cell.value for cell in column if cell.value] for column in lists.iter_cols()]
    for row in range(2, len(elements) + 2):
        formula = summary.cell(row, 3).value
        assert all(option.means["fi"] in formula for option in SITE.forms["fidelity-check"].answers if option.means)
        assert SITE.labels["forms-unanswered"]["fi"] in formula


def test_what_was_made_before_is_taken_from_where_it_was_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    of = paper("fidelity-check")
    make(of, of.form.formats, tmp_path, tmp_path / "kept")
    first = {path.name: path.read_bytes() for path in tmp_path.glob("*.*")}
    assert set(first) == {f"{of.name}.docx", f"{of.name}.xlsx"}
    monkeypatch.setattr("scripts.forms.making.written", lambda *_: pytest.fail("made again"))
    make(of, of.form.formats, tmp_path, tmp_path / "kept")
    assert {path.name: path.read_bytes() for path in tmp_path.glob("*.*")} == first


@needs_libreoffice
def test_another_program_keeps_the_fields_of_the_word_form(tmp_path: Path) -> None:
    form = tmp_path / "form.docx"
    form.write_bytes(made(paper("fidelity-check"), "docx"))
    saved = converted(form, WORD, tmp_path / "saved")
    before, after = controls(form.read_bytes()), controls(saved.read_bytes())
    assert [control["items"] for control in after] == [control["items"] for control in before]
    assert [control["text"] for control in after] == [control["text"] for control in before]
    # LibreOffice 7.4 makes a choice that can also be written one that cannot; later versions keep both.
    kinds = [[control["kind"].replace("comboBox", "dropDownList") for control in found] for found in (before, after)]
    assert kinds[0] == kinds[1]


@needs_libreoffice
def test_another_program_keeps_each_row_of_a_table_on_one_page(tmp_path: Path) -> None:
    form = tmp_path / "form.odt"
    form.write_bytes(made(paper("implementation-plan"), "odt"))
    saved = opened(converted(form, "odt", tmp_path / "saved"))
    used = set(saved.xpath("//table:table-row/@table:style-name", namespaces=saved.nsmap))
    assert used
    for name in used:
        found = saved.xpath(
            f"//style:style[@style:name='{name}']/style:table-row-properties/@fo:keep-together", namespaces=saved.nsmap
        )
        assert found == ["always"]


@needs_libreoffice
def test_another_program_keeps_the_fields_of_the_open_document(tmp_path: Path) -> None:
    form = tmp_path / "form.odt"
    form.write_bytes(made(paper("implementation-plan"), "odt"))
    before, after = (
        [
            (
                field.tag,
                field.get(f"{TEXT}name"),
                "".join(field.itertext()),
                [label.get(f"{TEXT}value") for label in field],
            )
            for field in opened(path).iter(f"{TEXT}drop-down", f"{TEXT}placeholder")
        ]
        for path in (form, converted(form, "odt", tmp_path / "saved"))
    )
    assert after == before
    assert before


def opened(path: Path) -> Any:
    with ZipFile(path) as archive:
        return etree.fromstring(archive.read("content.xml"))


@needs_libreoffice
def test_another_program_keeps_the_lists_of_the_workbook_and_works_out_what_follows(tmp_path: Path) -> None:
    filled = tmp_path / "form.xlsx"
    book = load_workbook(BytesIO(made(paper("fidelity-check"), "xlsx")))
    options = [option for option in SITE.forms["fidelity-check"].answers if option.means][1:]
    for row, option in enumerate(options, 2):
        book.worksheets[2].cell(row, 2).value = option.text["fi"]
    book.save(filled)
    saved = load_workbook(converted(filled, "xlsx", tmp_path / "saved"), data_only=True)
    _, questions, summary, _ = saved.worksheets
    assert [rule.type for rule in questions.data_validations.dataValidation].count("list") == 1
    told = [summary.cell(row, 3).value for row in range(2, len(options) + 3)]
    assert told == [
        *(without_marks(option.means["fi"]) for option in options if option.means),
        SITE.labels["forms-unanswered"]["fi"],
    ]
