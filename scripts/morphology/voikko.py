"""Finnish words by Voikko's dictionary and grammar, which pyvoikko brings (GPL-3)."""

from __future__ import annotations

import re
from importlib.metadata import version
from pathlib import Path

from scripts.morphology.memory import digest

VERSION = f"{version('pyvoikko')}-{digest(Path(__file__))}"
"""The dictionary comes with the package and changes with it; what is taken from it changes with this file."""

_ROOT = re.compile(r"\[Xp\]([^\[\]]+)\[X\]")


def analyse(word: str) -> list[tuple[str, list[tuple[str, str]], list[str]]]:
    """The readings of a word in small letters: base form, parts with their base forms, roots.

    Those with the fewest parts are given, since Voikko knows unlikely ones too (*vertaisoh-jaaja*).
    """
    import pyvoikko  # reads its dictionary, which takes half a second

    found = set()
    for reading in pyvoikko.analyse(word):
        if not reading.BASEFORM:
            continue
        base = reading.BASEFORM.lower()
        parts = tuple(
            (part.FORM.lower(), (part.BASEFORM or part.FORM).lower()) for part in reading.COMPOUND_PARTS or ()
        )
        roots = {root.lower() for root in _ROOT.findall(reading.FSTOUTPUT)} - {base, *(base for _, base in parts)}
        found.add((base, parts, tuple(sorted(roots))))
    fewest = min((len(parts) for _, parts, _ in found), default=0)
    return [(base, list(parts), list(roots)) for base, parts, roots in sorted(found) if len(parts) == fewest]
