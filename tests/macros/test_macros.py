"""Each macro shows what it should, in every language, and is documented for authors."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.expand import expand
from macros.load import load_site
from macros.model import Site
from macros.outline import outline
from macros.problem import ContentError
from macros.views import ALL
from tests.workplaces import PROJECT, smallest

GOLDEN = Path(__file__).parent / "golden"

CALLS = {
    "accessibility_faults": "{{ accessibility_faults() }}",
    "accessibility_status": "{{ accessibility_status() }}",
    "accessibility_tests": "{{ accessibility_tests() }}",
    "adaptations": '{{ adaptations("malli") }}',
    "area_list": '{{ area_list() }}\n\n{{ area_list("talk-2023") }}',
    "bibliography": '{{ bibliography("laki") }}',
    "change_list": "{{ change_list() }}",
    "cite": '{{ cite("lahde", slide="44–45") }} {{ cite("laki", section="3") }} {{ cite("lahde") }}',
    "cite_guide": '{{ cite_guide("malli") }}',
    "claim_list": '{{ claim_list("malli", "purpose") }}\n\n{{ claim_list("malli", "theory") }}\n\n{{ claim_list("background", "origin") }}',
    "core_element_box": '{{ core_element_box("malli", "meeting") }}',
    "core_element_cards": '{{ core_element_cards("malli") }}',
    "core_element_comparison": '{{ core_element_comparison("malli") }}',
    "description_completeness": '{{ description_completeness("malli") }}',
    "core_element_list": '{{ core_element_list("malli") }}\n\n{{ core_element_list("malli", "2022-02") }}',
    "discrepancies": '{{ discrepancies("malli") }}',
    "downloads": '{{ downloads("malli") }}',
    "edition_comparison": "{{ edition_comparison() }}",
    "edition_list": '{{ edition_list("malli") }}',
    "edition_note": '{{ edition_note("malli") }}',
    "element_label": '{{ element_label("malli", "meeting") }} {{ element_label("malli", "early", "2022-02") }}',
    "element_questions": '{{ element_questions("malli", "meeting") }}',
    "event_list": '{{ event_list() }}\n\n{{ event_list("workshop") }}',
    "fact": '{{ fact("malli", "legal-basis", "by-law") }}',
    "feedback_route": "{{ feedback_route() }}",
    "foreign": '{{ foreign("en", "empowerment") }}',
    "form_downloads": '{{ form_downloads("tarkistus") }}',
    "form_list": "{{ form_list() }}",
    "form_steps": '{{ form_steps("tarkistus") }}',
    "former_elements": '{{ former_elements("malli") }}',
    "glossary": "{{ glossary() }}",
    "glossary_files": "{{ glossary_files() }}",
    "guide_link": '{{ guide_link("malli") }} {{ guide_link("malli", "ydinelementit", "meeting", text="osa") }}',
    "hypothesis_table": '{{ hypothesis_table("malli") }}',
    "innokyla_fields": '## T { #t }\n\n{{ innokyla_fields("malli") }}',
    "instrument_choice": '{{ instrument_choice("mittari") }}',
    "instrument_chooser": '## T { #form-interview }\n\n## U { #form-measure }\n\n{{ instrument_chooser("mittari") }}',
    "instrument_list": "{{ instrument_list() }}",
    "instrument_parts": '{{ instrument_parts("mittari") }}',
    "label": '{{ label("core-elements") }}',
    "ledger_table": '{{ ledger_table("malli", "2022-02", "2023-11") }}',
    "local_edition_note": "{{ local_edition_note() }}",
    "logic_model_diagram": '{{ logic_model_diagram("malli") }}',
    "logic_model_paths": '{{ logic_model_paths("malli") }}',
    "logic_model_table": '{{ logic_model_table("malli", "client") }}',
    "macro_reference": "{{ macro_reference() }}",
    "message_reference": "{{ message_reference() }}",
    "model_cards": "{{ model_cards() }}",
    "model_comparison": "{{ model_comparison() }}",
    "model_name": '{{ model_name("malli") }}',
    "model_summary": '{{ model_summary("malli") }}',
    "publication_list": '{{ publication_list("kuvaus", "lahde") }}',
    "self_check": '## T { #t }\n\n{{ self_check("malli", "tarkistus", "malli", "legal-basis", "by-law") }}',
    "site_notice": "{{ site_notice() }}",
    "status_legend": "{{ status_legend() }}",
    "term": '{{ term("core-element", "ydinelementin") }}',
    "workshop_kit": '{{ workshop_kit("malli") }}',
}

SITE = load_site(PROJECT)
FRONT = "---\ntitle: T\ndescription: D.\n---\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    root = smallest(tmp_path_factory.mktemp("work"))
    shutil.copy(GOLDEN.parent / "completeness.yml", root / "data/models/malli/completeness.yml")
    downloads = root / "site/downloads"
    downloads.mkdir(parents=True)
    (downloads / "malli.fi.pdf").write_bytes(b"x" * 1234)
    (downloads / "sanasto.ttl").write_bytes(b"x" * 1234)
    for ending in ("bib", "ris", "csl.json"):
        (downloads / f"malli.fi.{ending}").write_bytes(b"x" * 123)
    (downloads / "malli.fi.innokyla.txt").write_bytes(b"x" * 123)
    (downloads / "forms").mkdir()
    (downloads / "forms/malli.tarkistus.fi.xlsx").write_bytes(b"x" * 1234)
    (downloads / "forms/malli.tarkistus.fi.docx").write_bytes(b"x" * 1234)
    (downloads / "malli.sv.docx").write_bytes(b"x" * 2_345_678)
    return load_site(root)


def test_every_macro_has_a_golden_page() -> None:
    assert set(CALLS) == {view.name for view in ALL}


@pytest.mark.parametrize("language", ["fi", "sv"])
@pytest.mark.parametrize("name", sorted(CALLS))
def test_the_macro_shows_what_it_did(name: str, language: str, site: Site, request: pytest.FixtureRequest) -> None:
    """Run with ``--update-golden`` after a wanted change, and read the difference."""
    shown = expand(site, site.languages[language], FRONT + CALLS[name] + "\n", "malli/index.md").markdown
    if name == "logic_model_diagram":
        shown = shown[: shown.index("<svg")] + "<svg …>\n" + shown[shown.rindex("</svg>") + len("</svg>") :]
    path = GOLDEN / f"{name}.{language}.md"
    if request.config.getoption("--update-golden"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(shown, encoding="utf-8")
    assert shown == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("view", ALL, ids=lambda view: view.name)
def test_every_macro_is_documented_for_authors_in_every_language(view: object, site: Site) -> None:
    name = view.name.replace("_", "-")  # type: ignore[attr-defined]
    for language in site.built_languages:
        front = FRONT.replace("D.", "D.\nterms: false")
        reference = expand(site, language, front + "{{ macro_reference() }}\n", "tekijoille/makrot.md").markdown
        section = reference.split(f"{{ #macro-{name} }}")[1].split("### ")[0]
        assert site.labels[f"macro-{name}"][language.id] in section
        assert f"{{{{ {view.name}(" in section  # type: ignore[attr-defined]


@pytest.mark.parametrize("view", ALL, ids=lambda view: view.name)
def test_the_example_in_the_reference_works_on_the_real_content(view: object) -> None:
    site = load_site(PROJECT)
    for language in site.built_languages:
        page = expand(site, language, FRONT + view.example + "\n", "etsiva-sosiaalityo/index.md")  # type: ignore[attr-defined]
        assert page.markdown.strip()


def test_the_reference_stands_in_the_authors_documentation() -> None:
    for language in SITE.built_languages:
        assert "{{ macro_reference() }}" in (PROJECT / f"docs/{language.id}/tekijoille/makrot.md").read_text(
            encoding="utf-8"
        )


def test_a_page_cannot_reach_past_the_macros(site: Site) -> None:
    hostile = [
        "{{ ''.__class__.__mro__ }}",
        "{{ label.__globals__ }}",
        "{{ site.info }}",
        "{% include 'x' %}",
        "{% set x = 1 %}",
        "{{ label('core-elements') | attr('x') }}",
        "{{ label(*['core-elements']) }}",
        "{{ self }}",
        "{{ range(10) }}",
    ]
    for text in hostile:
        with pytest.raises(ContentError) as caught:
            expand(site, site.languages["fi"], f"{FRONT}{text}\n", "index.md")
        assert caught.value.problems[0].line == 5, text


@given(st.text(alphabet=st.sampled_from(list("{}%#()[]<>!*_`|~-: \n\"'/.abc")), max_size=80))
def test_no_page_whatever_makes_it_stumble(text: str) -> None:
    page, problems = None, []
    try:
        page = expand(SITE, SITE.languages["fi"], FRONT + text, "index.md")
    except ContentError as error:
        problems = error.problems
    assert (page is None) == bool(problems)
    assert all(4 < problem.line <= 5 + text.count("\n") for problem in problems)
    assert page is None or len(outline(page).headings) <= len(text)


def test_brackets_without_end_are_told_and_not_fatal(site: Site) -> None:
    with pytest.raises(ContentError):
        expand(site, site.languages["fi"], FRONT + "{{ " + "(" * 5000 + "\n", "index.md")


def test_text_between_raw_marks_is_shown_as_it_stands(site: Site) -> None:
    page = expand(site, site.languages["fi"], FRONT + "`{% raw %}{{ label(…) }}{% endraw %}`\n", "index.md")
    assert page.markdown == "`{{ label(…) }}`\n"


def test_each_line_knows_where_it_came_from(site: Site) -> None:
    text = (
        FRONT + 'yksi\n\n{{ core_element_cards("malli") }}\n\n> [!TIP]\n> kaksi\n\nkolme {{ label("core-elements") }}\n'
    )
    page = expand(site, site.languages["fi"], text, "index.md")
    rows = page.markdown.split("\n")
    assert page.line(rows.index("yksi")) == 5
    assert {page.line(index) for index, row in enumerate(rows) if "card" in row} == {7}
    assert page.line(rows.index("kaksi")) == 10
    assert page.line(next(index for index, row in enumerate(rows) if row.startswith("kolme"))) == 12


def test_a_passage_in_another_language_is_marked_outside_code(site: Site) -> None:
    text = FRONT + "Sana [empowerment]{lang=en} ja `[x]{lang=en}`.\n"
    shown = expand(site, site.languages["fi"], text, "index.md").markdown
    assert shown == 'Sana <span lang="en">empowerment</span> ja `[x]{lang=en}`.\n'


def test_comparisons_stand_also_while_the_only_model_cannot_be_read(site: Site) -> None:
    none = site.model_copy(update={"guides": {}})
    text = FRONT + "{{ model_comparison() }}\n\n{{ edition_comparison() }}\n"
    assert "<span" in expand(none, site.languages["fi"], text, "index.md").markdown


def test_the_first_use_of_a_term_is_linked_and_no_other(site: Site) -> None:
    text = FRONT + "## Ydinelementti { #one }\n\n`ydinelementti` ja ydinelementeistä. Ydinelementti taas.\n"
    shown = expand(site, site.languages["fi"], text, "malli/index.md").markdown
    link = '[ydinelementeistä](../sanasto.md#term-core-element "Mallin osa.")'
    assert shown == f"## Ydinelementti {{ #one }}\n\n`ydinelementti` ja {link}. Ydinelementti taas.\n"


def test_a_shorter_term_inside_a_longer_one_is_not_linked() -> None:
    text = FRONT + "Matalan kynnyksen sosiaalityö. Matalan kynnyksen sosiaalityötä. Kynnyksen taa.\n"
    shown = expand(SITE, SITE.languages["fi"], text, "index.md").markdown
    assert re.findall(r"\[([^\]]+)\]\(sanasto", shown) == ["Matalan kynnyksen sosiaalityö", "Kynnyksen"]


def test_a_term_that_the_page_links_itself_is_not_linked_again(site: Site) -> None:
    text = FRONT + 'Ydinelementti ja {{ term("core-element", "osa") }}.\n'
    shown = expand(site, site.languages["fi"], text, "index.md").markdown
    assert shown == 'Ydinelementti ja [osa](sanasto.md#term-core-element "Mallin osa.").\n'


def test_a_page_can_do_without_links_to_terms(site: Site) -> None:
    text = FRONT.replace("description: D.", "description: D.\nterms: false") + "Ydinelementti.\n"
    assert expand(site, site.languages["fi"], text, "index.md").markdown == "Ydinelementti.\n"
    text = FRONT + "| Ydinelementti |\n|---|\n| osa |\n"
    assert "sanasto" not in expand(site, site.languages["fi"], text, "index.md").markdown
