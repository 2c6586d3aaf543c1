"""Spell checkers by language: Voikko for Finnish, hunspell with the system's dictionaries for the others."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pyvoikko

HUNSPELL = {"sv": ("sv_FI", "sv_SE"), "en": ("en_GB",)}
"""Dictionaries for a language, the best one first."""

FOLDER = Path(__file__).parent


def accepted(language: str) -> re.Pattern[str]:
    """Words the checkers do not know and we do: one a line, ``*`` for any ending, ``#`` before a comment."""
    lines = (FOLDER / f"accepted.{language}.txt").read_text(encoding="utf-8").splitlines()
    words = [word for line in lines if (word := line.split("#")[0].strip())]
    return re.compile("|".join(re.escape(word).replace(r"\*", r"\w*") for word in words), re.IGNORECASE)


def dictionary(language: str) -> str | None:
    """Name of the hunspell dictionary there is for a language; None if there is none or no hunspell."""
    program = shutil.which("hunspell")
    if program is None:
        return None
    listed = subprocess.run([program, "-D"], capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    there = {Path(line.strip()).name for line in (listed.stdout + listed.stderr).splitlines()}
    return next((name for name in HUNSPELL[language] if name in there), None)


def misspelt(language: str, words: Iterable[str]) -> set[str]:
    """Those of some words that a language does not know; a word with hyphens is known if all its parts are."""
    known = accepted(language)
    parts = {
        part: word
        for word in words
        if not known.fullmatch(word)
        for part in re.split(r"[-–]", word)
        if len(part) > 1 and not known.fullmatch(part)
    }
    unknown = _voikko(parts) if language == "fi" else _hunspell(language, parts)
    return {parts[part] for part in unknown}


def _voikko(words: Iterable[str]) -> set[str]:
    # An abbreviation's ending stands after a colon (THL:n); names are looked for in small letters, as Voikko has them.
    return {word for word in words if not pyvoikko.analyse(word.split(":")[0].lower())}


def _hunspell(language: str, words: Iterable[str]) -> set[str]:
    name = dictionary(language)
    assert name, f"no hunspell dictionary for {language}"
    # "-l" lists the words it does not know; each stands on a line of its own.
    result = subprocess.run(
        ["hunspell", "-d", name, "-i", "utf-8", "-l"],
        input="\n".join(sorted(words)),
        capture_output=True,
        text=True,
        check=True,
    )
    return set(result.stdout.split())
