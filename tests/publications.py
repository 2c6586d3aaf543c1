"""Guides as they will be once somebody has published them; every number here is made up or an example of its standard."""

from __future__ import annotations

from macros.model import FileFormat, Guide, Publication, Site
from macros.model.bibliography import Name
from macros.model.publication import Series
from macros.model.site import Licence

ADDRESS = "https://oppaat.fi/"
AUTHORS = (Name(family="Åkerman-Virtanen", given="Eva Maria"), Name(literal="Työryhmä & {ystävät}"))
ISBN: dict[FileFormat, str] = {"docx": "978-0-306-40615-7", "pdf": "978-951-98548-9-2"}


def published(site: Site) -> Site:
    """The content with all that can be given to its guides, given."""
    info = site.info.model_copy(
        update={
            "publisher": "Kustantaja",
            "address": ADDRESS,
            "licence": Licence(code="EUPL-1.2", content="https://lisenssi.fi/"),
        }
    )
    entries = tuple(
        _publication(guide, language.id) for guide in site.guides.values() for language in site.built_languages
    )
    return site.model_copy(update={"info": info, "publications": entries})


def _publication(guide: Guide, language: str) -> Publication:
    return Publication(
        guide=guide.id,
        edition=guide.current.id,
        language=language,
        status="published",
        issued="2026-12-01",
        authors=AUTHORS,
        organisation="Laitos",
        series=Series(title="Sarja 50 % & _muut_", number="12/2026", issn="0024-9319"),
        isbn=ISBN,
        urn="URN:NBN:fi-fe2026120100001",
        doi="10.1000/182_3",
        subjects=("sosiaalityö", "kuntoutus"),
    )
