"""Forms that areas fill in, offered as files."""

from __future__ import annotations

from macros.model import Form, FormFile, Language, Site
from macros.model.form import Option
from macros.problem import Misuse, say
from macros.views import lookup
from macros.views.rendering import render


def form_list(site: Site, language: Language) -> str:
    """List the forms: what each is for, and the way to its page.

    Example: {{ form_list() }}
    """
    return render("form_list", site, language, forms=site.forms.values())


def form_downloads(site: Site, language: Language, form: str, model: str | None = None) -> str:
    """Offer a form as files, for each model or for one; in the reader's language.

    Example: {{ form_downloads("implementation-plan") }}
    """
    found = lookup.find(site.forms, form, "form-sheet")
    guides = [lookup.guide(site, model)] if model else list(site.guides.values())
    rows = [(guide, *_files(site, language, found, guide.id)) for guide in guides]
    return render("form_downloads", site, language, form=found, rows=rows)


def form_steps(site: Site, language: Language, form: str) -> str:
    """List the steps in which the questions of a form are answered, and what follows from each.

    Example: {{ form_steps("fidelity-check") }}
    """
    return render("form_steps", site, language, answers=form_answers(site, form))


def form_answers(site: Site, form: str) -> tuple[Option, ...]:
    """The steps in which the questions of a form are answered; there are some, or it is misused."""
    found = lookup.find(site.forms, form, "form-sheet")
    if not found.answers:
        raise Misuse(say("unknown-id/steps", form=found.id), wanted="answers")
    return found.answers


def _files(site: Site, language: Language, form: Form, guide: str) -> tuple[list[FormFile], list[tuple[str, FormFile]]]:
    """The files of a form in the order of its formats, and those for an area by the area's name."""
    wanted = (form.id, guide, language.id)
    order: list[str] = list(form.formats)
    made = [
        file for file in site.form_files if (file.form, file.guide, file.language) == wanted and file.format in order
    ]
    whole = sorted((file for file in made if file.area is None), key=lambda file: order.index(file.format))
    areas = [(site.areas[file.area].name[language.id], file) for file in made if file.area and file.area in site.areas]
    return whole, sorted(areas, key=lambda named: named[0].casefold())
