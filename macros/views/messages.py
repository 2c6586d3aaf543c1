"""The authors' list of messages, made from the catalogue."""

from __future__ import annotations

from macros.messages import catalogue
from macros.messages.examples import examples
from macros.model import Language, Site
from macros.views.rendering import render


def message_reference(site: Site, language: Language) -> str:
    """Explain every message of the check: why there is the rule, and an example.

    Example: {{ message_reference() }}
    """
    words = catalogue(language.id)
    groups = [
        (group, words.groups[group], [(entry.code, words.reasons[entry.code], words.lines(entry)) for entry in entries])
        for group, entries in examples().items()
    ]
    return render("message_reference", site, language, groups=groups)
