"""The same search on a site that has grown to 1,200 pages a language: time and bytes."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from html import escape
from pathlib import Path

from macros.model import Language, Site
from scripts.search import write_search
from scripts.search.sections import INDEX, Document, read_documents
from tests.benchmarks.search.engines import Engine, Material, Ours
from tests.benchmarks.search.growth import grown
from tests.benchmarks.search.sites import MATERIAL, OURS

PAGES = 1200
GROWN: tuple[Engine, ...] = (Ours(OURS.name, "ours-grown"), Material(MATERIAL.name, "material-grown"))


def build_grown(work: Path, site: Site, language: Language, to: Path) -> int:
    """Put beside the sites of a language their front pages with the indexes of a grown site.

    The made-up pages are in the indexes alone: nobody opens them.

    Returns:
        How many files our index has.
    """
    own, plain = (to / engine.folder / language.id for engine in GROWN)
    shutil.copytree(to / OURS.folder / language.id, own)
    shutil.copytree(to / MATERIAL.folder / language.id, plain)
    _as_material(grown(read_documents(plain), PAGES), plain / INDEX)
    shutil.rmtree(own / "search")
    (own / "search").mkdir()
    shutil.copy(plain / INDEX, own / INDEX)
    write_search(site, language, own, work)
    return sum(path.is_file() for path in (own / "search").rglob("*"))


def _as_material(documents: Sequence[Document], index: Path) -> None:
    """Write pages into Material's index, with the settings it has."""
    written = json.loads(index.read_text(encoding="utf-8"))
    written["docs"] = [
        {
            "location": page.address + (f"#{section.anchor}" if section.anchor else ""),
            "title": escape(section.title, quote=False),
            "text": escape(section.text, quote=False),
        }
        for page in documents
        for section in page.sections
    ]
    index.write_text(json.dumps(written, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
