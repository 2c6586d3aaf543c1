"""Pages read easily: short sentences, in every language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.load import load_site
from tests.prose import blocks, pages
from tests.workplaces import PROJECT

LANGUAGES = tuple(language.id for language in load_site(PROJECT).built_languages)
LIMIT = 20
"""Words in a sentence, on average over a page."""

_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ”“])")


def sentences(text: str) -> list[str]:
    """Sentences of a paragraph; what has no verb's worth of words (a mark, a number) is none."""
    return [part for part in _END.split(text) if len(part.split()) > 3]


def average(path: Path, language: str) -> float:
    """Words in a sentence of the page's paragraphs and lists, on average."""
    found = [
        sentence
        for block in blocks(path)
        if block.tag in ("p", "li", "dd")
        for sentence in sentences(block.text(language))
    ]
    return sum(len(sentence.split()) for sentence in found) / max(1, len(found))


def test_sentences_are_told_apart() -> None:
    assert sentences("Tämä on ensimmäinen virke. Tämä on toinen virke, 2.5. klo 12.") == [
        "Tämä on ensimmäinen virke.",
        "Tämä on toinen virke, 2.5. klo 12.",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_short_on_every_page(language: str, built_site: Path) -> None:
    long = {
        address: round(mean, 1)
        for address, path in pages(built_site, language)
        if (mean := average(path, language)) > LIMIT
    }
    assert long == {}
