"""The models side by side."""

from __future__ import annotations

from macros.model import Claim, Guide, Language, Site
from macros.model.edition import NO_EDITION
from macros.views import lookup
from macros.views.claims import sentence
from macros.views.instruments import chosen_forms
from macros.views.rendering import day, render

TOPIC = "at-a-glance"
"""The topic of each model whose claims are compared; the same claim ids in every model."""


def model_comparison(site: Site, language: Language) -> str:
    """Compare the models side by side: the claims of their topic "at-a-glance", the edition shown, and the instruments.

    Example: {{ model_comparison() }}
    """
    guides = list(site.guides.values())
    topics = {guide.id: lookup.topic(site, guide.id, TOPIC) for guide in guides}
    aspects = dict.fromkeys(claim.id for topic in topics.values() for claim in topic.claims)
    rows = [
        (
            aspect,
            lookup.find(site.labels, f"glance-{aspect}", "label")[language.id],
            [_cell(site, language, topics[guide.id].claims, aspect) for guide in guides],
        )
        for aspect in aspects
    ]
    forms = {guide.id: chosen_forms(site, language, guide) for guide in guides}
    return render("model_comparison", site, language, guides=guides, rows=rows, forms=forms)


def edition_comparison(site: Site, language: Language) -> str:
    """Compare the editions of all models side by side, oldest first: what is known of each, and which the guide shows.

    Example: {{ edition_comparison() }}
    """
    guides = list(site.guides.values())
    ids = sorted({edition.id for guide in guides for edition in guide.editions})
    rows = [
        (
            id_,
            "…" if id_ == NO_EDITION else day(id_, language.locale),  # a guide just begun: check lists the blank
            [(guide, guide.edition(id_), _elements(site, guide)) for guide in guides],
        )
        for id_ in ids
    ]
    return render("edition_comparison", site, language, guides=guides, rows=rows)


def _elements(site: Site, guide: Guide) -> str:
    page = f"{guide.id}/ydinelementit.md"
    return page if page in site.addresses else f"{guide.id}/index.md"


def _cell(site: Site, language: Language, claims: tuple[Claim, ...], aspect: str) -> str:
    found = next((claim for claim in claims if claim.id == aspect), None)
    return sentence(site, language, found) if found else site.labels["unknown-cell"][language.id]
