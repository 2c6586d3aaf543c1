"""How each guide is cited, as files for reference managers: BibTeX, RIS and CSL-JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import rispy
from babel import Locale

from macros.model import Citation, Site
from macros.model.bibliography import Name
from macros.model.citation import citation
from macros.views.rendering import person

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""Macros that every BibTeX style defines."""

_SIGNS = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


def write_citations(site: Site, to: Path) -> None:
    """Write a file of each kind for every guide in every language: ``<guide>.<language>.bib``, ``.ris``, ``.csl.json``.

    Args:
        site: The content.
        to: The folder; it is there.
    """
    for guide in site.guides.values():
        for language in site.built_languages:
            record = citation(site, guide, language)
            for ending, written in WRITERS.items():
                (to / f"{guide.id}.{language.id}.{ending}").write_text(written(record), encoding="utf-8", newline="")


def csl(record: Citation) -> str:
    """The record as a list of one in CSL-JSON 1.0.2."""
    return json.dumps([record.csl()], ensure_ascii=False, indent=1) + "\n"


def ris(record: Citation) -> str:
    """The record in RIS; its lines end as that format asks."""
    date = [f"{part:02}" for part in record.date]
    fields = {
        "type_of_reference": "RPRT" if record.type == "report" else "GEN",
        "id": record.id,
        "authors": list(map(person, record.author)),
        "title": record.title,
        "year": date[0],
        "date": "/".join([*date, "", "", ""][:3]) + "/",
        "edition": record.edition,
        "publisher": record.publisher,
        "secondary_title": record.collection_title,
        "number": record.collection_number,
        "issn": record.isbn or record.issn,
        "doi": record.doi,
        "urls": [record.url] if record.url else [],
        "language": record.language,
        "keywords": record.keywords,
        "notes": [record.note] if record.note else [],
    }
    written: str = rispy.dumps([{name: value for name, value in fields.items() if value}], implementation=_Ris)
    return written


class _Ris(rispy.RisWriter):  # type: ignore[misc]
    NEWLINE = "\r\n"

    def set_header(self, count: int) -> str:  # noqa: ARG002 - rispy calls it so
        """Nothing: the format knows no numbers before its records."""
        return ""


def bibtex(record: Citation) -> str:
    """The record in BibTeX: ``@techreport`` once a body publishes it, ``@misc`` until then.

    Written here and not by pandoc, whose BibTeX lacks the institution, the day, ISBN, ISSN, DOI and the language. The
    fields beyond those of 1988 are those of biblatex; ``langid`` takes the names that babel knows.
    """
    year, *rest = map(str, record.date)
    fields = {
        "author": _braced(" and ".join(map(_bibtex_name, record.author))),
        "title": _braced(_braced(_tex(record.title))),
        "institution": _braced(_tex(record.publisher)),
        "series": _braced(_tex(record.collection_title)),
        "number": _braced(_tex(record.collection_number)),
        "edition": _braced(_tex(record.edition)),
        "year": _braced(year),
        "month": _MONTHS[int(rest[0]) - 1] if rest else "",
        "day": _braced("".join(rest[1:])),
        "isbn": _braced(record.isbn),
        "issn": _braced(record.issn),
        "doi": _braced(record.doi),
        "url": _braced(record.url),
        "langid": _braced((Locale.parse(record.language, sep="-").get_language_name("en") or "").lower()),
        "keywords": _braced(_tex(record.keyword)),
        "note": _braced(_tex(record.note)),
    }
    kind = "techreport" if record.type == "report" else "misc"
    lines = [f"  {name} = {value}" for name, value in fields.items() if value]
    return f"@{kind}{{{record.id},\n" + ",\n".join(lines) + "\n}\n"


def _braced(text: str | None) -> str:
    return f"{{{text}}}" if text else ""


def _bibtex_name(name: Name) -> str:
    """A person as ``Family, Given``; an organisation in braces, so that it is not taken apart."""
    return _braced(_tex(name.literal)) or _tex(person(name))


def _tex(text: str | None) -> str:
    return re.sub(r"[\\~^{}$&%#_]", lambda sign: _SIGNS.get(sign[0], f"\\{sign[0]}"), text or "")


WRITERS: dict[str, Callable[[Citation], str]] = {"bib": bibtex, "ris": ris, "csl.json": csl}
"""How a record becomes a file, by the file's ending."""
