"""The fields of Innokylä hold all that must be told, in plain text, and say what is assumed and what is not known."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.expand import expand
from macros.load import load_site
from macros.model import Guide, Language, Site
from macros.passages import without_marks
from macros.problem import Misuse, say
from macros.rules.topics import REQUIRED
from macros.views import innokyla_file
from macros.views.innokyla import Filled, filled, innokyla_fields
from macros.views.text_places import file_of, find
from scripts.check import check
from tests.workplaces import PROJECT, smallest

SITE = load_site(PROJECT)
PLACES = [(guide, language) for guide in SITE.guides.values() for language in SITE.built_languages]


def named(place: object) -> str:
    return getattr(place, "id", "")


def by_id(guide: Guide, language: Language, site: Site = SITE) -> dict[str, Filled]:
    return {each.field.id: each for each in filled(site, language, guide)}


def whole(guide: Guide, language: Language) -> str:
    return "\n".join(each.text for each in filled(SITE, language, guide))


def sentence(text: str) -> str:
    return " ".join(without_marks(text).split())


everywhere = pytest.mark.parametrize(("guide", "language"), PLACES, ids=named)


def test_the_fields_are_those_of_the_page_in_their_order() -> None:
    assert [field.id for field in SITE.innokyla] == [
        "name",
        "short-description",
        "purpose",
        "period",
        "actors",
        "funder",
        "starting-point",
        "target-group",
        "core-elements",
        "context",
        "results",
        "conditions-for-use",
    ]


@everywhere
def test_every_claim_of_every_required_topic_is_in_some_text(guide: Guide, language: Language) -> None:
    text = whole(guide, language)
    topics = [topic for topic in guide.model.topics if topic.id in REQUIRED]
    assert len(topics) == len(REQUIRED)
    lost = [claim.id for topic in topics for claim in topic.claims if sentence(claim.text[language.id]) not in text]
    assert lost == []


@everywhere
def test_what_the_sources_do_not_tell_is_said_for_every_required_topic(guide: Guide, language: Language) -> None:
    text = whole(guide, language)
    unknown = SITE.labels["unknown"][language.id]
    topics = [topic for topic in guide.model.topics if topic.id in REQUIRED and topic.unknown]
    assert topics
    for topic in topics:
        assert topic.unknown
        assert f"{unknown} {sentence(topic.unknown[language.id])}" in text, topic.id


@everywhere
def test_no_field_is_empty(guide: Guide, language: Language) -> None:
    fields = filled(SITE, language, guide)
    assert [each.field.id for each in fields if not each.text.strip()] == []
    assert [each.field.id for each in fields if not each.origins] == []


@everywhere
def test_a_text_is_plain(guide: Guide, language: Language) -> None:
    """No links, citations, marks or Markdown; the numbers of lines and the lengths are those of what is copied."""
    for each in filled(SITE, language, guide):
        assert not re.search(r"\{lang=|\]\(|<\w|\*\*|`|^#|#ref-", each.text, re.MULTILINE), each.field.id
        assert re.sub(r"\D", "", each.length) == str(len(each.text))


@everywhere
def test_core_elements_are_numbered_and_each_says_how_settled_it_is(guide: Guide, language: Language) -> None:
    lines = by_id(guide, language)["core-elements"].text.split("\n")
    status = SITE.labels[f"edition-{guide.current.status}"][language.id]
    assert SITE.labels[f"edition-note-{guide.current.status}"][language.id] in lines[0]
    numbered = lines[1 : len(guide.elements) + 1]
    assert [line.split(".")[0] for line in numbered] == [str(element.number) for element in guide.elements]
    for element, line in zip(guide.elements, numbered, strict=True):
        assert f"{sentence(element.label[language.id])} ({status}). " in line


@everywhere
def test_an_assumption_and_an_inference_are_called_so(guide: Guide, language: Language) -> None:
    text = whole(guide, language)
    claims = [claim for topic in guide.model.topics if topic.id in REQUIRED for claim in topic.claims]
    for claim in claims:
        word = f"{sentence(claim.text[language.id])} ({SITE.labels[f'status-{claim.status}'][language.id]})"
        assert (word in text) == (claim.status in ("hypothesis", "editorial")), claim.id


@everywhere
def test_the_page_and_the_file_hold_the_same_texts(guide: Guide, language: Language) -> None:
    page, file = innokyla_fields(SITE, language, guide.id), innokyla_file(SITE, language, guide)
    for each in filled(SITE, language, guide):
        assert f"```text\n{each.text}\n```" in page
        assert f"\n\n{each.text}\n\n[" in file
        assert each.field.title[language.id] in file
    for text in (page, file):
        assert SITE.labels["innokyla-draft"][language.id] in text
    assert SITE.info.notice[language.id] in file
    not_reviewed = SITE.labels["translation-not-reviewed"][language.id]
    assert (not_reviewed in file) == (not language.reviewed)
    assert "{lang=" not in file


@everywhere
def test_the_page_says_of_each_field_where_its_text_comes_from(guide: Guide, language: Language) -> None:
    page = expand(SITE, language, _page(guide.id), f"tekijoille/innokyla/{guide.id}.md").markdown
    for each in filled(SITE, language, guide):
        section = page.split(f"{{ #innokyla-{each.field.id} }}")[1].split("\n### ")[0]
        for written in each.field.texts:
            found = find(SITE, guide, written)
            assert f"`{file_of(guide, found)}`" in section
            assert all(f"`{id_}`" in section for id_ in found.ids)
            assert (PROJECT / "data" / file_of(guide, found)).is_file()


@pytest.mark.parametrize("language", SITE.built_languages, ids=named)
def test_what_is_uncertain_stands_beside_the_text_and_not_in_it(language: Language) -> None:
    guide = SITE.guides["etsiva-sosiaalityo"]
    purpose = by_id(guide, language)["purpose"]
    readings = [claim.reading for topic in guide.model.topics[:1] for claim in topic.claims if claim.reading]
    assert purpose.readings == tuple(reading[language.id] for reading in readings)
    assert not any(sentence(reading) in purpose.text for reading in purpose.readings)


def test_a_field_of_one_claim_takes_that_claim_alone() -> None:
    language = SITE.languages["fi"]
    assert by_id(SITE.guides["etsiva-sosiaalityo"], language)["funder"].text == (
        "Rahoittajaksi on merkitty sosiaali- ja terveysministeriö."
    )


def test_a_preliminary_model_is_never_shown_as_settled() -> None:
    """Two of the models have preliminary core elements alone."""
    for id_ in ("sosiaalinen-kuntoutus", "matalan-kynnyksen-sosiaalityo"):
        text = by_id(SITE.guides[id_], SITE.languages["fi"])["core-elements"].text
        assert text.count("(alustava)") == len(SITE.guides[id_].elements)
        assert "(tarkennettu)" not in text


def test_published_texts_are_no_drafts() -> None:
    guide, language = SITE.guides["etsiva-sosiaalityo"], SITE.languages["fi"]
    given = SITE.publication(guide, language.id).model_copy(update={"status": "published"})
    site = SITE.model_copy(update={"publications": (given,)})
    draft = site.labels["innokyla-draft"][language.id]
    assert draft not in innokyla_fields(site, language, guide.id)
    assert draft not in innokyla_file(site, language, guide)
    assert site.labels["innokyla-draft"]["sv"] in innokyla_fields(site, site.languages["sv"], guide.id)


def test_names_that_innokyla_uses_are_cited() -> None:
    cited = {field.id: field.named_in.part for field in SITE.innokyla if field.named_in}
    assert {field.named_in.ref for field in SITE.innokyla if field.named_in} == {"innokyla-2023"}
    assert cited["starting-point"] == "Lähtötilanne ja strategiset liittymäkohdat"
    assert set(cited) & {"target-group", "core-elements", "context", "conditions-for-use"} == set()


def test_a_page_without_the_data_says_so() -> None:
    with pytest.raises(Misuse) as caught:
        innokyla_fields(SITE.model_copy(update={"innokyla": ()}), SITE.languages["fi"], "etsiva-sosiaalityo")
    assert caught.value.message == say("missing-file/innokyla")


def test_a_fault_elsewhere_is_not_told_a_second_time(tmp_path: Path) -> None:
    """A topic that a field needs is left out as faulty, or is missing: each is one problem."""
    root = _with_a_page(tmp_path / "work")
    path = root / "data/models/malli/model.yml"
    text = path.read_text(encoding="utf-8")
    assert check(root).problems == ()
    for old, new, code in (
        ("- id: purpose\n", "- id: purpose\n    colour: red\n", "unknown-field"),
        ("id: theory,", "id: theories,", "missing-topic"),
    ):
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
        assert [problem.code for problem in check(root).problems] == [code]


def test_a_wrong_text_is_told_where_the_field_stands_and_not_on_the_page(tmp_path: Path) -> None:
    root = _with_a_page(tmp_path / "work")
    path = root / "data/innokyla.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("model/purpose", "model/porpoise"), encoding="utf-8")
    assert [(problem.path, problem.line, problem.code) for problem in check(root).problems] == [
        ("data/innokyla.yml", 7, "unknown-id")
    ]


def _with_a_page(to: Path) -> Path:
    """The smallest workplace, in which a page shows the fields."""
    root = smallest(to)
    for language in ("fi", "sv"):
        (root / f"docs/{language}/malli/index.md").write_text(_page("malli"), encoding="utf-8")
    return root


def _page(guide: str) -> str:
    return (
        "---\ntitle: T\ndescription: D.\nterms: false\n---\n"
        f'## Fields {{ #fields }}\n\n{{{{ innokyla_fields("{guide}") }}}}\n'
    )
