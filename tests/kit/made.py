"""The workshop kits of the guides as they are, each made once."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import Any

from pptx import Presentation

from scripts.kit.handout import make_handout
from scripts.kit.slides import make_slides
from tests.export.guides import book_of


@cache
def slides_of(guide: str, language: str) -> bytes:
    return make_slides(book_of(guide, language))


@cache
def handout_of(guide: str, language: str) -> bytes:
    return make_handout(book_of(guide, language))


def deck_of(guide: str, language: str) -> Any:
    return Presentation(BytesIO(slides_of(guide, language)))
