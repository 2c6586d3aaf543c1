"""The authors' reference of macros, made from the macros themselves."""

from __future__ import annotations

from macros.model import Language, Site
from macros.views import lookup
from macros.views.rendering import render
from macros.views.view import View


def reference_of(views: tuple[View, ...], site: Site, language: Language) -> str:
    """Every macro: what it shows in the language's words (label ``macro-<name>``), and a call to copy."""
    rows = [
        (view, lookup.find(site.labels, f"macro-{view.name.replace('_', '-')}", "label")[language.id]) for view in views
    ]
    return render("macro_reference", site, language, rows=rows)
