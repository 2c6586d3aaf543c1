"""The page above the languages for addresses where there is no page: hosts show it for the whole site."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment

from macros.model import Language, Site

NAME = "404.html"
"""What hosts look for, in the site's root and some of them also in each folder."""
_PART = re.compile(r"<section .*?</section>", re.DOTALL)


class _Part(NamedTuple):
    """What a language says: its id, the title, and the part of its own page."""

    language: str
    title: str
    html: str


def write_lost(jinja: Environment, site: Site, languages: Sequence[Language], to: Path) -> None:
    """Put the parts of the languages' own pages together into one; a script shows that of the address' language alone.

    Args:
        jinja: Environment of the theme's templates.
        site: The content.
        languages: Those that are built, the source first.
        to: The built site.
    """
    page = jinja.get_template("partials/lost.html").render(
        found=list(_parts(site, languages, to)), asset=f"{languages[0].id}/"
    )
    (to / NAME).write_text(page, encoding="utf-8")


def _parts(site: Site, languages: Sequence[Language], to: Path) -> Iterator[_Part]:
    for language in languages:
        part = _PART.search((to / language.id / NAME).read_text(encoding="utf-8"))
        assert part, "the template has a section"
        yield _Part(language.id, site.labels["theme-not-found"][language.id], part[0])
