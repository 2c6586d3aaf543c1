"""Words in running text: labels, names, terms, links to other pages."""

from __future__ import annotations

from macros.model import Language, Site
from macros.passages import without_marks
from macros.problem import Misuse, nearest, say
from macros.views import lookup


def label(site: Site, language: Language, id: str) -> str:  # noqa: A002 - the word authors know
    """Show a word of the page frame.

    Example: {{ label("core-elements") }}
    """
    return lookup.find(site.labels, id, "label")[language.id]


def model_name(site: Site, language: Language, model: str) -> str:
    """Show the name of a model.

    Example: {{ model_name("etsiva-sosiaalityo") }}
    """
    return lookup.guide(site, model).model.name[language.id]


def element_label(site: Site, language: Language, model: str, element: str, edition: str | None = None) -> str:
    """Show the label of a core element, for headings and running text.

    Example: {{ element_label("etsiva-sosiaalityo", "reaching-out") }}
    """
    found = lookup.edition(lookup.guide(site, model), edition)
    return lookup.element(found, element).label[language.id]


def term(site: Site, language: Language, id: str, text: str | None = None) -> str:  # noqa: A002
    """Link a word to its definition in the glossary; the definition also shows when the word is pointed at.

    Example: {{ term("core-element", "ydinelementit") }}
    """
    found = lookup.find(site.terms, id, "term")
    definition = without_marks(found.definition[language.id]).replace('"', "”")
    return f'[{text or found.term[language.id]}](/sanasto.md#term-{found.id} "{definition}")'


def guide_link(
    site: Site,
    language: Language,
    model: str,
    page: str | None = None,
    heading: str | None = None,
    *,
    text: str | None = None,
) -> str:
    """Link to a guide, to one of its pages, or to a heading on it.

    Example: {{ guide_link("etsiva-sosiaalityo", "ydinelementit", "reaching-out", text="ensimmäinen ydinelementti") }}
    """
    guide = lookup.guide(site, model)
    address = f"{guide.id}/{page or 'index'}.md"
    if address not in site.addresses:
        pages = [
            other.removeprefix(f"{guide.id}/").removesuffix(".md")
            for other in site.addresses
            if other.startswith(f"{guide.id}/")
        ]
        wanted = page or "index"
        raise Misuse(say("unknown-id/page", model=guide.id, page=wanted, nearest=nearest(wanted, pages)), wanted=page)
    target = f"/{address}" + (f"#{heading}" if heading else "")
    return f"[{text or guide.model.name[language.id]}]({target})"


def foreign(site: Site, language: Language, passage_language: str, text: str) -> str:
    """Mark a passage in another language, so that it is read aloud and hyphenated rightly.

    Example: {{ foreign("en", "empowerment") }}
    """
    lookup.find(site.languages, passage_language, "language")
    return f'<span lang="{passage_language}">{text}</span>'
