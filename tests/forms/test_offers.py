"""What the site offers of the forms: each for whoever fills it in, and the plan also for each area that the sources tie to the model."""

from __future__ import annotations

from pathlib import Path

from lxml import html

from macros.load import load_site
from macros.model import FormFile
from macros.views.forms import form_downloads
from scripts.forms import file_names, offered
from scripts.forms.contents import sheet
from scripts.forms.sheet import Ask
from tests.workplaces import PROJECT

SITE = load_site(PROJECT)
PLAN = "implementation-plan"


def test_the_plan_is_there_for_each_area_that_the_sources_tie_to_the_model_and_for_no_other() -> None:
    for guide in SITE.guides:
        tied = {id_ for id_, area in SITE.areas.items() if guide in {one.guide for one in area.appearances}}
        made = [paper for paper, _ in offered(SITE) if paper.guide.id == guide and paper.area]
        assert tied
        assert {paper.area.id for paper in made if paper.area} == tied
        assert {paper.form.id for paper in made} == {PLAN}
        assert {paper.language for paper in made} == set(SITE.built_languages)


def test_the_area_is_chosen_already_on_its_own_form() -> None:
    for paper, _ in offered(SITE):
        for ask in (block for block in sheet(paper).blocks if isinstance(block, Ask) and block.blank.tag == "area"):
            assert ask.blank.value == (paper.area.name[paper.language.id] if paper.area else "")


def test_no_two_forms_are_the_same_file() -> None:
    names = file_names(offered(SITE))
    assert len(set(names)) == len(names)


def test_the_page_names_the_areas_in_the_order_of_the_readers_language() -> None:
    files = tuple(
        FormFile(guide="etsiva-sosiaalityo", form=PLAN, language="sv", format=format_, size=1000, area=area)
        for format_, area in (("odt", None), ("docx", None), ("docx", "pirkanmaa"), ("docx", "helsinki"))
    )
    site = SITE.model_copy(update={"form_files": files})
    shown = form_downloads(site, SITE.languages["sv"], PLAN, "etsiva-sosiaalityo")
    assert [link.rpartition("/")[2] for _, _, link, _ in html.fromstring(shown).iterlinks()] == [
        f"etsiva-sosiaalityo.{PLAN}.{rest}" for rest in ("sv.docx", "sv.odt", "pirkanmaa.sv.docx", "helsinki.sv.docx")
    ]


def test_a_file_of_an_area_is_known_for_what_it_is_when_the_folder_is_read(tmp_path: Path) -> None:
    (tmp_path / "data").symlink_to(PROJECT / "data")
    (tmp_path / "docs").symlink_to(PROJECT / "docs")
    folder = tmp_path / "site/downloads/forms"
    folder.mkdir(parents=True)
    written = [paper for paper, _ in offered(SITE) if paper.area and paper.language.id == "fi"]
    for paper in written:
        (folder / f"{paper.name}.docx").write_bytes(b"as many")
    found = load_site(tmp_path, folder.parent).form_files
    assert {(file.guide, file.area, file.size) for file in found} == {
        (paper.guide.id, paper.area.id, 7) for paper in written if paper.area
    }
    assert {file.name for file in found} == {f"{paper.name}.docx" for paper in written}
