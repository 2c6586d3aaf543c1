"""Runs of twelve words, as fingerprints: the project can be held against its sources without holding them.

``python -m tests.originality.shingles SOURCE …`` writes the fingerprints of text files anew.
"""

from __future__ import annotations

import hashlib
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

LENGTH = 12
"""Words in a run: from so many on, the same words are no coincidence."""

FINGERPRINTS = Path(__file__).parent / "fingerprints.txt"


def words(text: str) -> list[str]:
    """The words of a text in small letters without marks over them; machine-read sources have lost those."""
    plain = "".join(mark for mark in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(mark))
    return re.findall(r"\w+", plain)


def runs(found: list[str]) -> Iterator[list[str]]:
    """Every run of LENGTH words."""
    return (found[start : start + LENGTH] for start in range(len(found) - LENGTH + 1))


def fingerprint(run: list[str]) -> str:
    """48 bits of a run's digest, in hexadecimal."""
    return hashlib.sha256(" ".join(run).encode()).hexdigest()[:12]


def fingerprints(texts: Iterable[str]) -> set[str]:
    """Fingerprints of every run in some texts."""
    return {fingerprint(run) for text in texts for run in runs(words(text))}


def main(paths: list[str]) -> None:
    """Write the fingerprints of the files named, sorted, one a line."""
    found = fingerprints(Path(path).read_text(encoding="utf-8") for path in paths)
    FINGERPRINTS.write_text("".join(f"{mark}\n" for mark in sorted(found)), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
