"""What is deposited as one item: a guide in one language or in several, with its exported files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Literal

from macros.model import Guide, Language, Publication, Site
from scripts.export import FORMATS, Format

State = Literal["draft", "ready", "published"]
"""Draft: an identifier is lacking. Ready: all have one. Published: all are marked so, and their files frozen."""


@dataclass(frozen=True, slots=True)
class File:
    """One exported file.

    Attributes:
        guide: Id of the guide.
        language: Its language.
        format: Its format.
        content: Its bytes.
    """

    guide: str
    language: Language
    format: Format
    content: bytes

    @property
    def name(self) -> str:
        """The file's name, in ASCII."""
        return f"{self.guide}.{self.language.id}.{self.format}"

    @property
    def digest(self) -> str:
        """SHA-256 (FIPS 180-4) of the file, in hexadecimal."""
        return sha256(self.content).hexdigest()


@dataclass(frozen=True)
class Deposit:
    """One item for a repository.

    Attributes:
        site: The content of the workplace.
        guide: The guide.
        languages: Languages of its files; the first is that of its title.
        files: The files, by language, the PDF first: the first of all is what a reader opens.
        name: Name of the package and of the folder in it.
    """

    site: Site
    guide: Guide
    languages: tuple[Language, ...]
    files: tuple[File, ...]
    name: str

    @property
    def language(self) -> Language:
        """The language of its title and of its summary."""
        return self.languages[0]

    @property
    def spoken(self) -> tuple[Language, ...]:
        """All languages that are published, those of the files first."""
        return (*self.languages, *(other for other in self.site.built_languages if other not in self.languages))

    @cached_property
    def publications(self) -> tuple[Publication, ...]:
        """What has been given to the guide in each of its languages."""
        return tuple(self.site.publication(self.guide, language.id) for language in self.languages)

    @property
    def state(self) -> State:
        """How far it has come on its way to the repository."""
        if not all(publication.identifier for publication in self.publications):
            return "draft"
        return "published" if all(entry.status == "published" for entry in self.publications) else "ready"


def deposits(
    site: Site, guides: Iterable[Guide], languages: Sequence[Language], exports: Path, *, together: bool
) -> Iterator[Deposit]:
    """The deposits of guides whose files are exported.

    Args:
        site: The content.
        guides: The guides.
        languages: The languages, in the site's order.
        exports: Folder of the exported files.
        together: Whether a guide's languages make one deposit, or one each.
    """
    for guide in guides:
        for group in [tuple(languages)] if together else [(language,) for language in languages]:
            files = tuple(
                File(guide.id, language, format_, (exports / f"{guide.id}.{language.id}.{format_}").read_bytes())
                for language in group
                for format_ in FORMATS
            )
            yield Deposit(site, guide, group, files, guide.id if together else f"{guide.id}.{group[0].id}")
