"""A local edition laid over the national content, and where its pages stand.

All of it is in the folder ``local/``, which the national content never touches: so taking a new national edition is a merge
without conflicts of files, and what the new edition means for each adapted element is a matter of rules.
"""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from pathlib import Path

from macros.model import Adaptation, CoreElement, LocalInfo, Overlay, Site, Text
from macros.model.overlay import SECTION
from macros.model.text import fill
from macros.schema import Document
from macros.units import digest

FOLDER = "local"
INFO = f"{FOLDER}/local.yml"
ADAPTATIONS = f"{FOLDER}/adaptations.yml"
BASIS = f"{FOLDER}/basis.yml"
PUBLICATIONS = "data/publications.yml"
README = f"{FOLDER}/README.md"


def page_path(language: str, address: str) -> str:
    """The file of a page, relative to the workplace.

    Args:
        language: Id of its language.
        address: Where it stands among the pages of the language: ``index.md``, or ``paikallinen/index.md`` of a local edition.
    """
    if address.startswith(f"{SECTION}/"):
        return f"{FOLDER}/docs/{language}/{address.removeprefix(f'{SECTION}/')}"
    return f"docs/{language}/{address}"


def addresses(root: Path, language: str) -> list[str]:
    """Every page of a language, those of a local edition included, sorted."""
    national = (name for name in _pages(root / "docs" / language) if not name.startswith(f"{SECTION}/"))  # a rule tells
    return sorted({*national, *local_addresses(root, language)})


def local_addresses(root: Path, language: str) -> list[str]:
    """The pages of a local edition in a language, its front page first."""
    found = [f"{SECTION}/{name}" for name in _pages(root / FOLDER / "docs" / language)]
    return sorted(found, key=lambda address: (not address.endswith("/index.md"), address))


def _pages(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in folder.rglob("*.md") if path.is_file()]


def paths(root: Path) -> set[str]:
    """The data files of a local edition, relative to the workplace; the one it cannot do without also if it is lacking."""
    folder = root / FOLDER
    if not folder.is_dir():
        return set()
    found = {
        path.relative_to(root).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith(".") and not path.is_relative_to(folder / "docs")
    }
    return {INFO} | found - {README}


def laid_over(site: Site, documents: MutableMapping[str, Document]) -> Site:
    """The site with the local edition, if the workplace has one.

    Its name, address and contact stand in place of the national ones. Languages it is not built in become planned ones. What
    has been given to the national guides as publications is not given to it.

    Args:
        site: The national content.
        documents: All data files; that of publications is taken out of them.
    """
    info = documents[INFO].value if INFO in documents else None
    if not isinstance(info, LocalInfo):
        return site
    documents.pop(PUBLICATIONS, None)
    given: tuple[Adaptation, ...] = documents[ADAPTATIONS].value if ADAPTATIONS in documents else ()
    overlay = Overlay(info=info, national_name=site.info.name, adaptations={each.key: each for each in reversed(given)})
    languages = {
        id_: language.model_copy(update={"status": "planned"})
        if info.languages and id_ not in info.languages and language.status == "complete"
        else language
        for id_, language in site.languages.items()
    }
    changed: dict[str, object] = {"name": info.name, "notice": _notice(site, info)}
    source = next((id_ for id_, language in languages.items() if language.status == "source"), "")
    changed["publisher"] = info.by[source]
    changed |= {
        field: value for field in ("address", "repository", "contact") if (value := getattr(info, field)) is not None
    }
    return site.model_copy(
        update={
            "info": site.info.model_copy(update=changed),
            "languages": languages,
            "publications": (),
            "overlay": overlay,
        }
    )


def _notice(site: Site, info: LocalInfo) -> Text:
    """The word on what kind of publication it is, after the plain word that it is a local edition."""
    told = site.labels.get("local-notice")
    languages = (id_ for id_ in site.languages if id_ in info.name and id_ in site.info.notice)
    return Text(
        {
            id_: f"{fill(told[id_], name=info.name[id_], by=info.by[id_])} {site.info.notice[id_]}"
            if told
            else site.info.notice[id_]
            for id_ in languages
        }
        or dict(site.info.notice.root)
    )


def element_digest(element: CoreElement, language: str) -> str:
    """The digest of what a core element says in a language: its name, its sentence and its claims."""
    texts = [element.label, element.summary, *(claim.text for claim in element.claims)]
    return digest("\n".join(text[language] for text in texts))


def basis_of(documents: Mapping[str, Document]) -> Mapping[str, object]:
    """What is recorded of the texts that adaptations were made against, by ``guide/element``."""
    return documents[BASIS].value if BASIS in documents else {}
