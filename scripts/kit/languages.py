"""The language of every run of text in a presentation, by which programs read it aloud and check its spelling."""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from pptx.oxml.ns import qn

_MARK = re.compile("\ue000([^\ue001]*)\ue001|(\ue002)")
"""Where a passage in another language begins and ends; see filters/slides.lua."""


def set_languages(root: Any, locale: str, locales: Mapping[str, str]) -> None:
    """Name the language of each run below an element, and take out the signs by which passages are marked.

    Args:
        root: A slide, notes, a layout or a master.
        locale: The language tag of what is not marked.
        locales: The language tag of each language's id.
    """
    for paragraph in root.iter(qn("a:p")):
        spoken = locale
        for run in list(paragraph):
            if run.tag == qn("a:r"):
                spoken = _set_run(run, spoken, locale, locales)
            elif run.tag == qn("a:fld"):
                for look in run.findall(qn("a:rPr")):
                    look.set("lang", locale)
            elif run.tag == qn("a:endParaRPr"):
                run.set("lang", locale)


def _set_run(run: Any, spoken: str, locale: str, locales: Mapping[str, str]) -> str:
    """Part a run at the signs in it; returns the language that its end is in."""
    words = run.find(qn("a:t")).text or ""
    pieces: list[tuple[str, str]] = []
    start = 0
    for mark in _MARK.finditer(words):
        pieces.append((words[start : mark.start()], spoken))
        spoken = locale if mark[2] else locales.get(mark[1], mark[1])
        start = mark.end()
    pieces.append((words[start:], spoken))
    for text, tag in pieces:
        if text:
            piece = deepcopy(run)
            piece.find(qn("a:t")).text = text
            piece.get_or_add_rPr().set("lang", tag)
            run.addprevious(piece)
    run.getparent().remove(run)
    return spoken
