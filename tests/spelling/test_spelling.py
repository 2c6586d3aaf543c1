"""Every word of the built pages is one its language knows, or stands in the list of accepted words."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest

from macros.load import load_site
from tests.prose import blocks, pages
from tests.spelling.dictionaries import FOLDER, HUNSPELL, accepted, dictionary, misspelt
from tests.workplaces import PROJECT

SITE = load_site(PROJECT)
LANGUAGES = tuple(language.id for language in SITE.built_languages)

_ADDRESS = re.compile(
    r"https?://\S+|\b[\w.-]+\.(?:fi|com|example|md|yml|org|ttl|csv|pdf|docx|epub)\b\S*|\bURN:\S+|#\w+"
)
_WORD = re.compile(r"[^\W\d_]+(?:[-–’'.:][^\W\d_]+)*")


def words_of(site: Path, language: str) -> dict[str, set[str]]:
    """Every word in a language on any page, also as a passage on a page in another, with the pages it stands on."""
    found: dict[str, set[str]] = defaultdict(set)
    for page_language in LANGUAGES:
        for address, path in pages(site, page_language):
            for block in blocks(path, "page-contents"):  # it says the headings again
                for word in _WORD.findall(_ADDRESS.sub(" ", block.text(language))):
                    found[word.replace("’", "'")].add(f"{page_language}/{address}")
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_spelt_as_its_language_has_it(language: str, built_site: Path) -> None:
    if language in HUNSPELL and dictionary(language) is None:
        pytest.skip(f"no hunspell dictionary for {language}: install hunspell and {' or '.join(HUNSPELL[language])}")
    found = words_of(built_site, language)
    assert len(found) > 500
    unknown = sorted(misspelt(language, found))
    assert [f"{word} ({', '.join(sorted(found[word])[:2])})" for word in unknown] == []


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_misspelt_word_is_found(language: str) -> None:
    if language in HUNSPELL and dictionary(language) is None:
        pytest.skip(f"no hunspell dictionary for {language}")
    right = {"fi": "ydinelementeistä", "sv": "arbetet", "en": "social-work"}[language]
    wrong = {"fi": "ydinelemetti", "sv": "arbettet", "en": "soshial-work"}[language]
    assert misspelt(language, [right, wrong]) == {wrong}


@pytest.mark.parametrize("path", sorted(FOLDER.glob("accepted.*.txt")), ids=lambda path: path.name)
def test_the_lists_of_accepted_words_are_in_order(path: Path) -> None:
    lines = [line.split("#")[0].strip() for line in path.read_text(encoding="utf-8").splitlines()]
    words = [word for word in lines if word]
    assert words == sorted(set(words), key=str.casefold)
    assert accepted(path.name.split(".")[1])
