"""Every message to authors and at the command line has words in every language, plain ones, and each of them is used."""

from __future__ import annotations

import ast
import pickle
import re
import string
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml
from pydantic_core import ErrorDetails

from macros.expand import expand_file
from macros.faults import problem_of
from macros.load import load_site
from macros.messages import FOLDER, asked_for, catalogue, languages
from macros.messages.examples import examples
from macros.model import Term
from macros.problem import ContentError, Message, Problem, nearest, say
from macros.source import parse, read
from scripts.check import check
from scripts.output import as_github
from tests.test_cases import EXPECTED, NAMES, command_of, told
from tests.workplaces import CASES, PROJECT, SMALLEST, broken, smallest

FINNISH = catalogue("fi")
NOT_FOR_AUTHORS = (
    "array|boolean|callable|dict|exception|float|integer|iterable|jinja|json|mapping|(?-i:None)|null|nonetype|parser|pydantic|python|"
    "regex|scalar|string|stringi|sträng|syntax|syntaksi|token|traceback|tuple|typst|pandoc|mkdocs|unicode|variable|muuttuja|"
    "parametri|parameter|argument|argumentti|objekti|object"
)
"""Words of programmers, of libraries and of their types."""

ELSEWHERE = {
    "adaptation-log/sheet": "tests/adaptations/test_merging.py",
    "duplicate-id/order": "test_two_models_in_one_place_are_told",
    "export-alt/here": "tests/export/test_problems.py",
    "export-glyph/here": "tests/export/test_problems.py",
    "export-handout/full": "tests/kit/test_handout.py",
    "export-handout/refused": "tests/kit/test_handout.py",
    "export-heading/here": "tests/export/test_problems.py",
    "export-link/here": "tests/export/test_problems.py",
    "export-pdf/here": "tests/export/test_problems.py",
    "export-picture-kind/here": "tests/export/test_problems.py",
    "export-picture/here": "tests/export/test_problems.py",
    "export-twice/here": "tests/export/test_problems.py",
    "missing-file/innokyla": "tests/macros/test_innokyla.py",
    "missing-file/page": "test_files_that_cannot_be_opened_are_told",
    "missing-file/unopened": "test_files_that_cannot_be_opened_are_told",
    "published-differs/format": "tests/package/test_frozen.py",
    "rule-gap/case": "test_a_rule_without_conditions_that_forgets_a_model_is_told",
    "wrong-value/other": "test_a_fault_nobody_has_thought_of_is_told_in_our_own_words",
}
"""Messages that no broken example brings about, and the test that does."""


def inside(message: Message) -> Iterator[Message]:
    """A message and those inside it."""
    yield message
    for _, value in message.values:
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Message):
                yield from inside(part)


def names() -> set[str]:
    return {"/".join(name.split("/")[:2]) for name in FINNISH.templates}


def problem_names() -> set[str]:
    return {name for name in names() if not name.startswith(("phrases/", "commands/"))}


@cache
def said() -> frozenset[str]:
    """Names of messages that the code says by a name written out."""
    found = set()
    for path in [*PROJECT.glob("macros/**/*.py"), *PROJECT.glob("scripts/**/*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
    return frozenset(found)


def called() -> Iterator[str]:
    """Names given to say() and refusal() in the code."""
    for path in [*PROJECT.glob("macros/**/*.py"), *PROJECT.glob("scripts/**/*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("say", "refusal"):
                for part in ast.walk(node.args[0]):
                    if isinstance(part, ast.Constant) and "/" in str(part.value) and not str(part.value).endswith("/"):
                        yield str(part.value)


def test_what_the_code_says_is_in_the_catalogue() -> None:
    found = set(called())
    assert len(found) > 100, "the search for messages in the code finds too few"
    assert {name for name in found if name not in names() and not name.startswith("/")} == set()


def test_commands_say_all_their_lines() -> None:
    lines = {name.partition("/")[2] for name in names() if name.startswith("commands/")}
    assert {line for line in lines if not {line, f"commands/{line}"} & said()} == set()


@pytest.mark.parametrize("language", languages())
def test_each_language_has_the_same_messages_with_the_same_places_for_values(language: str) -> None:
    def places(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}

    words = catalogue(language)
    assert set(words.templates) == set(FINNISH.templates)
    assert (set(words.reasons), set(words.groups)) == (set(FINNISH.reasons), set(FINNISH.groups))
    for name in problem_names():
        both = places(words.templates[f"{name}/what"]) | places(words.templates[f"{name}/mend"])
        assert both == places(FINNISH.templates[f"{name}/what"]) | places(FINNISH.templates[f"{name}/mend"]), name
    for name in names() - problem_names():
        assert places(words.templates[name]) == places(FINNISH.templates[name]), name


@pytest.mark.parametrize("language", languages())
def test_no_message_speaks_the_language_of_programmers(language: str) -> None:
    words = catalogue(language)
    texts = [*words.templates.values(), *words.reasons.values(), *words.groups.values()]
    wrong = re.compile(rf"\b({NOT_FOR_AUTHORS})s?\b", re.IGNORECASE)
    assert [text for text in texts if wrong.search(re.sub(r"\{\w*\}|mkdocs\.yml|\.json", "", text))] == []
    assert wrong.search("the value is not a String")


@pytest.mark.parametrize("language", languages())
def test_messages_are_half_sentences_and_reasons_are_whole_ones(language: str) -> None:
    words = catalogue(language)
    for name in problem_names():
        for part in ("what", "mend"):
            text = words.templates[f"{name}/{part}"]
            assert text == text.strip()
            assert not text.endswith(".") or text.endswith("…"), text
            assert "  " not in text, text
    for code, reason in words.reasons.items():
        assert reason.endswith("."), code
        assert len(re.findall(r"\.(?= [A-ZÅÄÖ]|$)", reason)) <= 3, code


def test_all_broken_examples_together_bring_about_every_message(broken_examples: dict[str, list[Problem]]) -> None:
    seen = {part.name for found in broken_examples.values() for entry in found for part in inside(entry.message)}
    wanted = names() - {name for name in names() if name.startswith("commands/")}
    states = {f"phrases/{state}" for state in ("draft", "ready", "published")}  # of packages, which are no mistakes
    assert wanted - seen - set(ELSEWHERE) - states == set()
    assert set(ELSEWHERE) <= wanted - seen


def test_tests_named_elsewhere_are_there() -> None:
    for name, place in ELSEWHERE.items():
        if "/" in place:
            text = (PROJECT / place).read_text(encoding="utf-8")
            assert name in text or name.partition("/")[0] in text, name
        else:
            assert place in globals(), name


@pytest.fixture(scope="module")
def broken_examples(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Problem]]:
    """The problems of each broken example, by its name."""
    folder = tmp_path_factory.mktemp("examples")
    return {name: list(told(broken(name, folder / name), command_of(name))) for name in NAMES}


def test_every_code_is_explained_with_the_message_of_its_broken_example() -> None:
    explained = [entry for entries in examples().values() for entry in entries]
    assert sorted(entry.code for entry in explained) == sorted(FINNISH.reasons)
    assert list(examples()) == list(FINNISH.groups)
    for language, file in EXPECTED.items():
        real = {name: (CASES / name / file).read_text(encoding="utf-8") for name in NAMES}
        for entry in explained:
            if not entry.code.startswith("export-"):  # tests/export holds these to what exports tell
                text = f"{catalogue(language).lines(entry)}\n"
                assert any(text in other for other in real.values()), text


def test_the_page_of_mistakes_explains_every_code_in_every_language() -> None:
    site = load_site(PROJECT)
    for language in site.built_languages:
        page = expand_file(site, language, PROJECT, "tekijoille/virheet.md").markdown
        words = catalogue(language.id)
        for entries in examples().values():
            for entry in entries:
                section = page.split(f"### `{entry.code}` {{ #{entry.code} }}\n")[1].split("\n##")[0]
                assert f"```text\n{words.lines(entry)}\n```" in section
                assert re.sub(r"\]\([^)]*\)", "]", words.reasons[entry.code]) in re.sub(r"\]\([^)]*\)", "]", section)


def test_the_page_shows_json_as_it_is() -> None:
    for language in languages():
        text = (PROJECT / f"docs/{language}/tekijoille/virheet.md").read_text(encoding="utf-8")
        what, mend = catalogue(language).words(say("heading-id/none", heading="Kenelle"))
        shown = yaml.safe_load(text.split("```json\n")[1].split("```")[0])
        assert shown["problems"] == [
            {"path": "docs/fi/index.md", "line": 8, "code": "heading-id", "what": what, "mend": mend}
        ]


def test_the_documents_show_the_message_in_its_words() -> None:
    path = "data/models/etsiva-sosiaalityo/2023-11.yml"
    message = say("wrong-value/choice", value="judgment", field="status", nearest=nearest("judgment", ["judgement"]))
    for language in languages():
        words = catalogue(language)
        text = (PROJECT / f"docs/{language}/tekijoille/index.md").read_text(encoding="utf-8")
        last = words.text(say("commands/one-problem"))
        assert f"```text\n{words.lines(Problem(path, 68, message))}\n{last}\n```" in text


def test_the_table_of_wrong_calls_shows_messages_in_their_words() -> None:
    unused = say("phrases/nothing")
    told = (
        say("unknown-macro/here", name="model_sumary", nearest=unused),
        say("macro-argument/text", macro="cite", value="44"),
        say("unknown-id/term", id="core-elements", nearest=unused),
        say("macro-syntax/not-called", name="model_cards", usage="{{ model_cards() }}"),
        say("macro-syntax/closing", sign="}"),
    )
    for language in languages():
        text = (PROJECT / f"docs/{language}/tekijoille/makrot.md").read_text(encoding="utf-8")
        for message in told:
            assert f"`{catalogue(language).words(message).what}`" in text, language


def test_problems_are_sorted_by_place_and_can_be_sent_to_another_process() -> None:
    later = Problem("b.md", 1, say("tag/here", tag="!x"))
    problems = [
        later,
        Problem("a.md", 10, say("alias/use", name="x")),
        Problem("a.md", 9, say("unknown-id/model", id="x", nearest=nearest("x", ["a", "b"]))),
        Problem("a.md", 9, say("unknown-id/model", id="x", nearest=say("phrases/nothing"))),
        Problem("a.md", 9, say("rule-overlap/case", count=2, instrument="a", model="b")),
    ]
    ordered = sorted(problems)
    assert [(entry.path, entry.line, entry.code) for entry in ordered] == [
        ("a.md", 9, "rule-overlap"),
        ("a.md", 9, "unknown-id"),
        ("a.md", 9, "unknown-id"),
        ("a.md", 10, "alias"),
        ("b.md", 1, "tag"),
    ]
    assert pickle.loads(pickle.dumps(ordered)) == ordered
    assert len({*problems, *ordered}) == 5


def test_values_stand_in_a_message_as_they_are_written() -> None:
    text = catalogue("en").lines(
        Problem("x.yml", 1, say("unknown-id/model", id="{a}%s", nearest=say("phrases/nothing")))
    )
    assert text.startswith('x.yml:1: there is no model "{a}%s" [unknown-id]')


def test_annotations_hide_the_signs_that_would_end_them() -> None:
    entry = Problem("docs/fi/a,b:c%.md", 3, say("file-name/model", id="50 %\r\n::x", folder="y"))
    (line,) = as_github([entry], catalogue("en")).splitlines()
    assert line == (
        "::error file=docs/fi/a%2Cb%3Ac%25.md,line=3,title=file-name::"
        'the model "50 %25%0D%0A::x" stands in a folder called y [file-name]%0ATo mend: write "id: y" or rename the folder'
    )


def test_a_language_without_messages_gets_finnish_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    assert catalogue("smn").templates == FINNISH.templates
    monkeypatch.delenv("GUIDE_MESSAGES", raising=False)
    assert asked_for() == "fi"
    assert {f"{language}.yml" for language in languages()} | {"examples.yml"} == {p.name for p in FOLDER.glob("*.yml")}


def test_a_name_that_is_known_is_proposed_else_those_there_are() -> None:
    assert nearest("mecanisms", ["mechanisms", "outcomes"]) == say("phrases/nearest", name="mechanisms")
    assert nearest("x", ["b", "a", "a"]) == say("phrases/choices", names=("a", "b"))
    assert nearest("x", map(str, range(20)), most=2) == say("phrases/choices-more", names=("0", "1"))
    assert nearest("x", []) == say("phrases/nothing")


def test_a_fault_nobody_has_thought_of_is_told_in_our_own_words() -> None:
    detail: ErrorDetails = {"type": "finite_number", "loc": (0, "id"), "msg": "Input should be finite", "input": 1}
    source = parse("- id: 1\n", "data/glossary.yml")
    problem = problem_of(detail, source, tuple[Term, ...], (0, "id"), (0, "id"))
    assert problem == Problem("data/glossary.yml", 1, say("wrong-value/other", field="id"))


def test_files_that_cannot_be_opened_are_told(tmp_path: Path) -> None:
    root = smallest(tmp_path / "work")
    site = load_site(root)
    (root / "docs/fi/folder.md").mkdir()
    for address, name in (("absent.md", "missing-file/page"), ("folder.md", "missing-file/unopened")):
        with pytest.raises(ContentError) as caught:
            expand_file(site, site.source_language, root, address)
        assert caught.value.problems == [Problem(f"docs/fi/{address}", 1, say(name))]
    assert read(root, "data").problems == (Problem("data", 1, say("missing-file/unopened")),)


Edit = Callable[[str, str, str], None]


@pytest.fixture
def two_models(tmp_path: Path) -> tuple[Path, Edit]:
    """A workplace with two models, and how to change a text in it."""
    root = broken("comparison-gap", tmp_path / "work")

    def edit(name: str, old: str, new: str) -> None:
        text = (root / name).read_text(encoding="utf-8")
        assert old in text
        (root / name).write_text(text.replace(old, new), encoding="utf-8")

    return root, edit


def test_two_models_in_one_place_are_told(two_models: tuple[Path, Edit]) -> None:
    root, edit = two_models
    edit("data/models/toinen/model.yml", "order: 2", "order: 1")
    wanted = say("duplicate-id/order", number=1, model="malli")
    assert wanted in {problem.message for problem in check(root).problems}


def test_a_rule_without_conditions_that_forgets_a_model_is_told(two_models: tuple[Path, Edit]) -> None:
    root, _ = two_models
    text = (SMALLEST / "data/instruments.yml").read_text(encoding="utf-8")
    before, conditions, after = re.split(r"(    conditions:\n.*?)(?=    cases:)", text, maxsplit=1, flags=re.DOTALL)
    assert "has-system" in conditions
    (root / "data/instruments.yml").write_text(
        before + re.sub(r" +(when|unless): has-system\n", "", after), encoding="utf-8"
    )
    wanted = say("rule-gap/case", instrument="mittari", model="toinen")
    assert wanted in {problem.message for problem in check(root).problems}
