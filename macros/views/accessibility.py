"""The parts of the accessibility statement that follow from data: what was tested and found, and where feedback goes."""

from __future__ import annotations

from babel.lists import format_list

from macros.model import Language, Site
from macros.views.rendering import babel_locale, render


def accessibility_status(site: Site, language: Language) -> str:
    """Say how far the site meets the requirements, as far as a person has judged it.

    Example: {{ accessibility_status() }}
    """
    return render("accessibility_status", site, language, assessment=site.accessibility.assessment)


def accessibility_faults(site: Site, language: Language) -> str:
    """List what is not accessible: what the last tests found, and what a person did.

    Example: {{ accessibility_faults() }}
    """
    assessment, tested = site.accessibility.assessment, site.accessibility.tested
    return render("accessibility_faults", site, language, assessment=assessment, tested=tested)


def accessibility_tests(site: Site, language: Language) -> str:
    """Tell when and how the site was last tested, and how many pages came after that.

    Example: {{ accessibility_tests() }}
    """
    tested = site.accessibility.tested
    there = len(site.addresses) * len(site.built_languages)
    looked_at = sum(tested.pages.get(built.id, 0) for built in site.built_languages) if tested else 0
    widths = (
        format_list([str(width) for width in tested.widths], locale=babel_locale(language.locale)) if tested else ""
    )
    return render(
        "accessibility_tests", site, language, tested=tested, untested=max(0, there - looked_at), widths=widths
    )


def feedback_route(site: Site, language: Language) -> str:
    """Say where feedback goes: to the contact of the site, if one has been given.

    Example: {{ feedback_route() }}
    """
    contact = site.info.contact
    address = f"mailto:{contact}" if contact and "@" in contact and ":" not in contact else contact
    return render("feedback_route", site, language, contact=contact, address=address)
