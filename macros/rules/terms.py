"""Rules on the glossary's forms, by which terms are found in running text."""

from __future__ import annotations

from collections.abc import Iterator

from macros.load import Content
from macros.model import Term
from macros.problem import Problem, nearest, say
from macros.rules.languages import named


def forms_lead_to_one_term(content: Content) -> Iterator[Problem]:
    """A form belongs to one term, and to a language of the site."""
    assert content.site
    document = content.documents["data/glossary.yml"]
    owners: dict[tuple[str, str], str] = {}
    for term, loc in document.find(Term):
        for language, forms in term.forms.items():
            if language not in named(content):
                told = say(
                    "unknown-language/text", language=language, nearest=nearest(language, content.site.languages)
                )
                yield Problem(document.path, document.line(*loc, "forms", language), told)
            for index, form in enumerate(forms):
                owner = owners.setdefault((language, form.lower()), term.id)
                if owner != term.id:
                    line = document.line(*loc, "forms", language, index)
                    yield Problem(document.path, line, say("term-form/taken", form=form, term=owner))
