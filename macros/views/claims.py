"""Claims with their standing and their sources."""

from __future__ import annotations

from macros.model import Claim, Language, Site
from macros.model.claim import ClaimStatus
from macros.views import lookup
from macros.views.citation import claim_sources
from macros.views.rendering import render

STATUSES: tuple[ClaimStatus, ...] = ("law", "observed", "hypothesis", "judgement", "editorial")


def mark(site: Site, language: Language, status: ClaimStatus) -> str:
    """The small tag that tells a claim's standing in a word."""
    return f'<span class="status status-{status}">{site.labels[f"status-{status}"][language.id]}</span>'


def sentence(site: Site, language: Language, claim: Claim) -> str:
    """A claim as running text with its sources and its tag."""
    parts = [claim.text[language.id], claim_sources(site, language, claim), mark(site, language, claim.status)]
    if claim.reading:
        parts.append(f'<span class="reading">{site.labels["reading"][language.id]} {claim.reading[language.id]}</span>')
    return " ".join(parts)


def claim_list(site: Site, language: Language, subject: str, topic: str) -> str:
    """List what is known of a topic, each claim with its standing and sources, and say what is not known.

    Example: {{ claim_list("etsiva-sosiaalityo", "target-groups") }}
    """
    found = lookup.topic(site, subject, topic)
    sentences = [sentence(site, language, claim) for claim in found.claims]
    return render("claim_list", site, language, topic=found, sentences=sentences)


def fact(site: Site, language: Language, subject: str, topic: str, claim: str) -> str:
    """Show one claim in running text, with its sources.

    Example: {{ fact("etsiva-sosiaalityo", "purpose", "three-tasks") }}
    """
    found = lookup.claim(lookup.topic(site, subject, topic), claim)
    return f"{found.text[language.id]} {claim_sources(site, language, found)}"


def status_legend(site: Site, language: Language) -> str:
    """Explain the tags that tell a claim's standing.

    Example: {{ status_legend() }}
    """
    marks = [(mark(site, language, status), site.labels[f"status-{status}-means"][language.id]) for status in STATUSES]
    return render("status_legend", site, language, marks=marks)
