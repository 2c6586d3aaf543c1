"""Base forms and parts of words, analysed once and remembered."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scripts.morphology import ANALYSERS, Reading, readings
from scripts.morphology.memory import Memory
from scripts.morphology.readings import CACHE


@pytest.mark.parametrize(
    ("word", "reading"),
    [
        ("kynnyksen", Reading("kynnys")),
        ("Palvelutarpeen", Reading("palvelutarve", (("palvelu", "palvelu"), ("tarpeen", "tarve")), ("palvella",))),
        ("arvioinnin", Reading("arviointi", (), ("arvioida",))),
    ],
)
def test_a_word_is_led_back_to_its_base_form_its_parts_and_its_roots(
    word: str, reading: Reading, tmp_path: Path
) -> None:
    assert readings([word], "voikko", tmp_path) == {word.lower(): (reading,)}


def test_of_several_readings_those_with_the_fewest_parts_are_kept(tmp_path: Path) -> None:
    (found,) = readings(["vertaisohjaaja"], "voikko", tmp_path).values()
    assert {len(reading.parts) for reading in found} == {2}


def test_a_word_that_nobody_knows_has_no_reading(tmp_path: Path) -> None:
    assert readings(["xyzzyx"], "voikko", tmp_path) == {"xyzzyx": ()}


def test_what_is_remembered_is_not_analysed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = readings(["palvelutarpeen", "työn"], "voikko", tmp_path)
    version, _ = ANALYSERS["voikko"]
    monkeypatch.setitem(ANALYSERS, "voikko", (version, lambda word: pytest.fail(f"{word} was analysed again")))
    assert readings(["työn", "palvelutarpeen"], "voikko", tmp_path) == first


def test_another_version_of_the_dictionary_is_asked_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    readings(["työn"], "voikko", tmp_path)
    monkeypatch.setitem(ANALYSERS, "voikko", ("2", lambda _: [("uusi", [], [])]))
    assert readings(["työn"], "voikko", tmp_path) == {"työn": (Reading("uusi"),)}


@pytest.mark.parametrize("spoilt", ["", "[1, 2]", '{"työn": [["työ"'])
def test_a_spoilt_memory_is_made_anew(spoilt: str, tmp_path: Path) -> None:
    right = readings(["työn"], "voikko", tmp_path)
    (path,) = (tmp_path / CACHE).iterdir()
    path.write_text(spoilt, encoding="utf-8")
    assert readings(["työn"], "voikko", tmp_path) == right
    assert "työn" in json.loads(path.read_text(encoding="utf-8"))


def test_two_that_learn_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "words.json"
    with Memory(path) as one, Memory(path) as other:
        assert one.recall(["a"], str.upper) == {"a": "A"}
        assert other.recall(["b"], str.upper) == {"b": "B"}
    assert json.loads(path.read_text(encoding="utf-8")) == {"a": "A", "b": "B"}


def test_a_folder_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "build").write_text("a file stands in the way", encoding="utf-8")
    assert readings(["kynnyksen"], "voikko", tmp_path) == {"kynnyksen": (Reading("kynnys"),)}
