"""No page takes over twelve words in a row from the documents the guides were compiled from."""

from __future__ import annotations

import re
from pathlib import Path

from macros.load import load_site
from tests.originality.shingles import FINGERPRINTS, LENGTH, fingerprint, runs, words
from tests.prose import blocks, pages
from tests.workplaces import PROJECT

SITE = load_site(PROJECT)
KNOWN = frozenset(FINGERPRINTS.read_text(encoding="utf-8").split())


def exempt() -> re.Pattern[str]:
    """Labels of core elements, titles and names: those carry over to the letter; and addresses."""
    found = {
        text
        for guide in SITE.guides.values()
        for edition in guide.editions
        for element in edition.core_elements
        for text in element.label.root.values()
    }
    for reference in SITE.references.values():
        found |= {text for text in (reference.title, reference.container_title) if text}
        found |= {name for author in reference.author for name in (author.family, author.literal) if name}
    found |= {name for area in SITE.areas.values() for name in area.name.root.values()}
    whole = "|".join(re.escape(text) for text in sorted(found, key=len, reverse=True) if len(text) > 3)
    return re.compile(rf"https?://\S+|\b(?:{whole})(?!\w)")


def taken_over(text: str, letters: re.Pattern[str]) -> list[str]:
    """Runs of a text that stand in a source, what carries over to the letter cut out."""
    return [
        " ".join(run)
        for piece in letters.sub("\N{PILCROW SIGN}", text).split("\N{PILCROW SIGN}")
        for run in runs(words(piece))
        if fingerprint(run) in KNOWN
    ]


def test_the_fingerprints_are_those_of_whole_documents() -> None:
    assert len(KNOWN) > 5000
    assert all(len(mark) == 12 for mark in KNOWN)


def test_a_sentence_of_a_source_is_found_and_our_own_telling_of_it_is_not() -> None:
    quoted = (  # from the page in Innokylä that the bibliography calls innokyla-2023
        "Ohjelmateoriassa ja logiikkamallissa kuvataan ydinelementit, jotka ovat toimintamallin tai intervention "
        "keskeisimmät osat, joita ei voida jättää pois"
    )
    own = "Ydinelementti on mallin osa, jota ilman odotettu vaikutus on vaarassa jäädä saamatta kokonaan tai osittain"
    assert len(taken_over(quoted, exempt())) == len(words(quoted)) - LENGTH + 1
    assert taken_over(own, exempt()) == []


def test_a_label_may_be_repeated_to_the_letter() -> None:
    label = SITE.guides["etsiva-sosiaalityo"].elements[0].label["fi"]
    assert len(words(label)) >= LENGTH
    assert taken_over(f"Nimi on {label} kokonaan.", exempt()) == []
    assert taken_over(label, re.compile("$^")) != []


def test_no_page_takes_over_a_dozen_words_in_a_row(built_site: Path) -> None:
    letters = exempt()
    found = {
        f"{language.id}/{address}: {run}"
        for language in SITE.built_languages
        for address, path in pages(built_site, language.id)
        for block in blocks(path)
        for run in taken_over(block.whole, letters)
    }
    assert sorted(found) == []
