"""The first files of a local edition, with a blank for all that only the area knows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from macros.model import Language, Site
from macros.overlay import ADAPTATIONS, FOLDER, INFO


def start(root: Path, site: Site, languages: Sequence[Language]) -> list[str]:
    """Lay down the files of a local edition.

    Args:
        root: The workplace; it has none yet.
        site: The national content.
        languages: The languages to build it in.

    Returns:
        The files, relative to the workplace.
    """
    files = {INFO: _info(site, languages), ADAPTATIONS: _adaptations(site)}
    files |= {f"{FOLDER}/docs/{language.id}/index.md": _front(site, language) for language in languages}
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return sorted(files)


def _info(site: Site, languages: Sequence[Language]) -> str:
    return (
        "# Whose local edition it is; see the authors' page paikallinen-versio.\n"
        + _blanks(site, languages, "name")
        + _blanks(site, languages, "by")
        + f"languages: [{', '.join(language.id for language in languages)}]\n"
        + "# address: https://…/   repository: https://…   contact: https://…\n"
        + "contacts: []\n"
    )


def _blanks(site: Site, languages: Iterable[Language], field: str) -> str:
    rows = (f'  {language.id}: "[[{site.labels[f"local-start-{field}"][language.id]}]]"\n' for language in languages)
    return f"{field}:\n{''.join(rows)}"


def _adaptations(site: Site) -> str:
    guide = next(iter(site.guides.values()))
    texts = "{" + ", ".join(f"{language.id}: …" for language in site.built_languages) + "}"
    return (
        "# How the area carries out the core elements. carried_out: as-described, adapted, partly, not.\n"
        "# Write entries in place of [], then: python -m scripts local accept --all\n"
        f"# - guide: {guide.id}\n"
        f"#   element: {guide.elements[0].id}\n"
        "#   carried_out: adapted\n"
        f"#   text: {texts}\n"
        f"#   reason: {texts}\n"
        "[]\n"
    )


def _front(site: Site, language: Language) -> str:
    id_, labels = language.id, site.labels
    guides = (
        f'\n## {guide.model.title[id_]} {{ #{guide.id} }}\n\n{{{{ adaptations("{guide.id}") }}}}\n'
        for guide in site.guides.values()
    )
    return (
        f'---\ntitle: "{labels["local-pages"][id_]}"\ndescription: "{labels["local-start-description"][id_]}"\n---\n\n'
        f"{{{{ local_edition_note() }}}}\n{''.join(guides)}"
    )
