"""The files a new guide has for itself."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any, get_args

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.model import Language, Site
from macros.model.completeness import TidierItem
from macros.model.innokyla import place_of
from macros.rules.topics import REQUIRED
from macros.views.comparison import TOPIC
from scripts.new.plan import Plan
from scripts.new.wording import Wording, quoted

PAGES = (
    "index",
    "ydinelementit",
    "logiikkamalli",
    "edellytykset",
    "tulokset",
    "kayttoonotto",
    "arviointi",
    "pilotit",
    "versiot",
)
"""Pages of a guide, in the order of the navigation."""
INNOKYLA = "tekijoille/innokyla"
"""Folder of the pages that have the fields of Innokylä ready to copy."""

# The templates write macro calls, so they have signs of their own.
_JINJA = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    undefined=StrictUndefined,
    variable_start_string="<<",
    variable_end_string=">>",
    block_start_string="<%",
    block_end_string="%>",
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
    autoescape=False,  # noqa: S701 - YAML and Markdown; words of our own
)


def guide_files(plan: Plan, site: Site, wording: Wording, signs: tuple[str, ...]) -> dict[str, str]:
    """Data and pages of a new guide.

    Args:
        plan: What is wanted.
        site: What there is.
        wording: The words.
        signs: Signs there are to choose from.

    Returns:
        Texts of the files by their paths in the workplace.
    """
    folder = f"data/models/{plan.id}"
    data: dict[str, Any] = {
        "id": plan.id,
        "reference": plan.reference,
        "order": max((guide.model.order for guide in site.guides.values()), default=0) + 1,
        "sign": plan.sign or wording.quoted("sign", choices=", ".join(signs)),
        "edition": plan.edition,
        "elements": plan.elements,
        "languages": wording.languages,
        "topics": _topics(site),
        "text": wording.text,
        "words": wording.words,
        "blank": wording.quoted,
        "items": get_args(TidierItem),
    }
    files = {
        f"{folder}/{file}": _JINJA.get_template(template).render(data)
        for file, template in (
            ("model.yml", "model.yml.jinja"),
            (f"{plan.edition}.yml", "edition.yml.jinja"),
            ("ledger.yml", "ledger.yml.jinja"),
            *([("completeness.yml", "completeness.yml.jinja")] if has_completeness(site) else []),
        )
    }
    for language in site.built_languages:
        files |= {
            f"docs/{language.id}/{plan.id}/{name}.md": _page(plan, site, wording, language, name) for name in PAGES
        }
        if has_innokyla(site):
            files[f"docs/{language.id}/{INNOKYLA}/{plan.id}.md"] = _innokyla(plan, wording, language)
    return files


def reference_entry(plan: Plan, wording: Wording) -> str:
    """The entry of the bibliography for the source the guide begins with."""
    return _JINJA.get_template("reference.yml.jinja").render(id=plan.id, reference=plan.reference, blank=wording.quoted)


def has_innokyla(site: Site) -> bool:
    """Whether the site has pages with the fields of Innokylä."""
    return bool(site.innokyla) and f"{INNOKYLA}/index.md" in site.addresses


def has_completeness(site: Site) -> bool:
    """Whether the site tells of its models how completely they are described."""
    return any(guide.completeness for guide in site.guides.values())


def _topics(site: Site) -> list[tuple[str, list[tuple[str, str]]]]:
    """Topics a model must have, each with ids of its claims and what they tell of."""
    asked = [place_of(written) for field in site.innokyla for written in field.texts]
    found: list[tuple[str, list[tuple[str, str]]]] = []
    for topic in REQUIRED:
        named = [place.part for place in asked if (place.subject, place.topic) == ("model", topic)]
        ids = dict.fromkeys([part for part in named if part not in ("", "unknown")] or [f"{topic}-1"])
        found.append((topic, [(id_, topic) for id_ in ids]))
    compared = dict.fromkeys(
        claim.id for guide in site.guides.values() if (glance := guide.topic(TOPIC)) for claim in glance.claims
    )
    return [*found, *([(TOPIC, [(id_, f"glance-{id_}") for id_ in compared])] if compared else [])]


def _page(plan: Plan, site: Site, wording: Wording, language: Language, name: str) -> str:
    id_, page = language.id, name if name != "index" else plan.id
    links = [(other, f"{other}.md") for other in PAGES[1:]]
    links += [(other, f"../{other}.md") for other in ("sanasto", "lahteet") if f"{other}.md" in site.addresses]
    key = "title" if name == "index" else "page-title"
    fronts = {
        "title": wording.quoted(key, id_, page=page),
        "description": wording.quoted("page-description", id_, page=page),
    }
    return _JINJA.get_template("page.md.jinja").render(
        id=plan.id,
        name=name,
        page=page,
        terms=True,
        elements=plan.elements,
        links=links,
        completeness=has_completeness(site),
        front=fronts.__getitem__,
        say=partial(wording.blank, language=id_),
        word=partial(wording.word, language=id_),
        heading=partial(wording.word, "headings", language=id_),
    )


def _innokyla(plan: Plan, wording: Wording, language: Language) -> str:
    word = partial(wording.word, "innokyla", language=language.id)
    name = wording.blank("name", language.id)
    return _JINJA.get_template("page.md.jinja").render(
        id=plan.id,
        name="innokyla",
        terms=False,
        front=lambda field: quoted(word(field).format(guide=name)),
        word=partial(wording.word, language=language.id),
        heading=partial(wording.word, "headings", language=language.id),
    )
