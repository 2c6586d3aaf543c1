"""The self-check: how each core element is carried out in one's own work, answered on the page or on paper."""

from __future__ import annotations

from macros.model import Language, Site
from macros.passages import without_marks
from macros.views import lookup
from macros.views.claims import sentence
from macros.views.core_elements import element_address
from macros.views.editions import edition_note
from macros.views.forms import form_answers
from macros.views.rendering import render

TEXTS = (
    "question",
    "one-by-one",
    "note",
    "clear",
    "private",
    "no-clients",
    "team",
    "date",
    "unanswered",
    "stray",
    "print",
    "export",
    "import",
    "delete",
    "saved",
    "not-saved",
    "deleted",
    "delete-confirm",
    "replace-confirm",
    "imported",
    "other-edition",
    "unchanged",
    "not-json",
    "not-ours",
    "newer",
    "other-model",
    "broken",
    "too-large",
)
"""What the page's script says, by the names of the labels after ``check-``."""


def self_check(site: Site, language: Language, model: str, form: str, subject: str, topic: str, claim: str) -> str:
    """Ask of each core element of the edition shown how it is carried out, with the answers of a form.

    The claim says what leaving an element out means. Answers stay in the reader's browser. Without script it is a list to
    answer on paper.

    Example: {{ self_check("etsiva-sosiaalityo", "fidelity-check", "background", "programme-theory", "core-element-cannot-be-dropped") }}
    """
    guide = lookup.guide(site, model)
    steps = form_answers(site, form)
    told = lookup.claim(lookup.topic(site, subject, topic), claim)
    rows = [
        (element, without_marks(element.label[language.id]), element_address(site, guide, guide.current, element))
        for element in guide.elements
    ]
    return render(
        "self_check",
        site,
        language,
        guide=guide,
        edition=guide.current,
        note=edition_note(site, language, model),
        rows=rows,
        steps=steps,
        texts=TEXTS,
        claim=sentence(site, language, told),
    )
