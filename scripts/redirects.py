"""Pages at addresses that pages have left: each sends the reader on, also where the server cannot."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment

from macros.model import Language, Site
from scripts.addresses import with_file


class Move(NamedTuple):
    """An address that a page has left, and the new one; both after the site's own address: ``fi/etsiva-tyo/``."""

    language: str
    old: str
    new: str


def moves(site: Site, languages: Sequence[Language]) -> list[Move]:
    """Every address that a page has left, language by language."""
    return [
        Move(language.id, f"{language.id}/{entry.old}", f"{language.id}/{entry.new}")
        for language in languages
        for entry in site.redirects
        if entry.holds_for(language.id)
    ]


def write_redirects(jinja: Environment, site: Site, languages: Sequence[Language], to: Path) -> None:
    """Write a page at every old address, which leads on by itself and by a link, and names the new address as its own.

    Args:
        jinja: Environment of the theme's templates.
        site: The content.
        languages: Those that are built.
        to: The built site.
    """
    template = jinja.get_template("partials/moved.html")
    for move in moves(site, languages):
        up = "../" * move.old.count("/")
        page = template.render(
            language=move.language,
            told=site.labels["page-moved"][move.language],
            canonical=site.info.address + move.new.partition("#")[0],
            target=with_file(up + move.new),
        )
        folder = to / move.old
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "index.html").write_text(page, encoding="utf-8")
