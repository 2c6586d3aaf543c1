"""Published editions are frozen: their files must come out as they were published, byte by byte."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from macros.load import Content
from macros.model import Publication
from macros.problem import Message, Problem, say
from scripts.export import FORMATS
from scripts.package.deposit import Deposit

PATH = "data/publications.yml"


def digests(folder: Path) -> dict[str, str]:
    """SHA-256 (FIPS 180-4) of each file in a folder, by name."""
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir()) if path.is_file()}


def shown(content: Content) -> list[tuple[Publication, int]]:
    """Published entries whose files can be made again, with their lines: those of the edition a guide shows."""
    return [(entry, line) for entry, line, current in _published(content) if entry.edition == current]


def replaced(content: Content) -> list[Message]:
    """Why the other published entries are not compared, one line each.

    A guide shows one edition. Once a newer one has core elements, the pages and the data it was made from are the newer
    edition's, and no files of the older one come out of them. What was published then is not changed by that: it stands
    in the repository under its identifier, and its checksums stay in the entry for whoever wants to compare.
    """
    return [
        say(
            "commands/not-compared",
            path=PATH,
            line=line,
            guide=entry.guide,
            language=entry.language,
            current=current,
            edition=entry.edition,
        )
        for entry, line, current in _published(content)
        if entry.edition != current
    ]


def _published(content: Content) -> Iterator[tuple[Publication, int, str]]:
    document = content.documents.get(PATH)
    if document is None or content.site is None:
        return
    for entry, loc in document.find(Publication):
        guide = content.site.guides.get(entry.guide)
        if entry.status == "published" and guide:
            yield entry, document.line(*loc), guide.current.id


def changes(content: Content, made: Mapping[str, str]) -> list[Problem]:
    """Every published file keeps the checksum it was published with.

    Args:
        content: The content.
        made: SHA-256 of each file that was exported, by its name; a format or a guide that was not is not looked at.

    Returns:
        ``checksum-missing`` for an entry that does not hold the checksums of all its files, and ``published-differs``
        for a file that would change, sorted.
    """
    return sorted(
        problem
        for entry, line in shown(content)
        for problem in (*_without(entry, line, made), *_other(entry, line, made))
    )


def _without(entry: Publication, line: int, made: Mapping[str, str]) -> Iterator[Problem]:
    kept: dict[str, str] = dict(entry.checksums.items())
    lacking = {
        format_: made[_name(entry, format_)]
        for format_ in FORMATS
        if format_ not in kept and _name(entry, format_) in made
    }
    if lacking:
        told = say(
            "checksum-missing/formats",
            guide=entry.guide,
            language=entry.language,
            formats=tuple(lacking),
            line=checksum_line(kept | lacking),
        )
        yield Problem(PATH, line, told)


def _other(entry: Publication, line: int, made: Mapping[str, str]) -> Iterator[Problem]:
    for format_, digest in entry.checksums.items():
        name = _name(entry, format_)
        if format_ not in FORMATS:
            yield Problem(PATH, line, say("published-differs/format", file=name, format=format_))
        elif made.get(name, digest) != digest:
            yield Problem(PATH, line, say("published-differs/changed", file=name))


def _name(entry: Publication, format_: str) -> str:
    return f"{entry.guide}.{entry.language}.{format_}"


def freezing(deposit: Deposit) -> list[tuple[str, str]]:
    """What to write down when a deposit is published: entry by entry, guide, edition and language, and the line.

    Only of files that have their identifier in them: the others will still change.
    """
    return [
        (
            f"{entry.guide}, {entry.edition}, {entry.language}",
            checksum_line({file.format: file.digest for file in deposit.files if file.language.id == entry.language}),
        )
        for entry in deposit.publications
        if entry.identifier and entry.status != "published"
    ]


def checksum_line(digests: Mapping[str, str]) -> str:
    """The line that freezes files in ``data/publications.yml``.

    Args:
        digests: SHA-256 by format.
    """
    return "checksums: {" + ", ".join(f'{format_}: "{digest}"' for format_, digest in digests.items()) + "}"
