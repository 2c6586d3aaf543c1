"""The kit for workshops: the slides of a guide, and a handout of two pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import get_args

from macros.model import Guide, Language
from macros.model.site import KIT_FORMATS, KitKind
from scripts.export import Book
from scripts.export.cache import keep, kept, key_of, programs
from scripts.kit.handout import handout_texts, make_handout
from scripts.kit.slides import make_slides, slide_texts

_MAKERS: Mapping[KitKind, Callable[[Book], bytes]] = {"diat": make_slides, "moniste": make_handout}
_TEXTS: Mapping[KitKind, Callable[[Book], list[str]]] = {"diat": slide_texts, "moniste": handout_texts}

__all__ = ["kit_files", "make_kit"]


def kit_files(guide: Guide, language: Language) -> dict[KitKind, str]:
    """The names of the files of a guide's kit in a language, by their kind; none is called as an exported guide is."""
    return {kind: f"{guide.id}.{kind}.{language.id}.{KIT_FORMATS[kind]}" for kind in get_args(KitKind)}


def make_kit(book: Book, files: Mapping[KitKind, Path], cache: Path | None = None) -> None:
    """Write the kit of a guide.

    Args:
        book: The guide, its language and its pages.
        files: The file to write for each kind.
        cache: Folder of files made before; what has not changed is taken from there. None: make it anew.

    Raises:
        ContentError: With a Problem for what an author has to mend first; nothing is written then.
    """
    code = programs(Path(__file__).parent, libraries=("python-pptx",))
    made: dict[KitKind, bytes] = {}
    for kind in files:
        name = key_of(book, kind, _TEXTS[kind](book), code) if cache else ""
        found = kept(cache, name) if cache else None
        made[kind] = found or _MAKERS[kind](book)
        if cache and not found:
            keep(cache, name, made[kind])
    for kind, to in files.items():
        to.write_bytes(made[kind])
