"""Whether what was built is whole, looked at before it is put in place."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from posixpath import dirname, normpath
from urllib.parse import unquote, urlsplit

from lxml import etree

from macros.model import Language, Site
from macros.problem import Message, say
from scripts.addresses import picture_place
from scripts.build import BuildError
from scripts.package import CHECKSUMS

_SHOWN = 10
"""Faults that are told; more of them would tell nothing new."""


def verify_site(folder: Path, site: Site, languages: Sequence[Language], downloads: Collection[str] = ()) -> None:
    """Look whether a built site is whole: every page and file is there to its end, every link inside leads somewhere.

    Args:
        folder: The built site.
        site: Its content.
        languages: The languages it was built in.
        downloads: Files that must be there to download.

    Raises:
        BuildError: It is not; names what is missing.
    """
    lost = [_lost(f"downloads/{name}") for name in downloads if not (folder / "downloads" / name).is_file()]
    faults = [*_missing(folder, site, languages), *lost, *_empty(folder)]
    _hold(faults or list(_dead_links(folder, site, languages)))


def verify_packages(folder: Path) -> None:
    """Look whether packages are on the disk as their checksums say.

    Raises:
        BuildError: They are not; names the files.
    """
    rows = [line.split("  ", 1) for line in (folder / CHECKSUMS).read_text(encoding="utf-8").splitlines()]
    _hold([say("commands/whole-changed", name=name) for digest, name in rows if _digest(folder / name) != digest])


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def _hold(faults: Sequence[Message]) -> None:
    if faults:
        more = [f"  … (+{len(faults) - _SHOWN})"] if len(faults) > _SHOWN else []
        raise BuildError(say("commands/whole-not"), *faults[:_SHOWN], *more, say("commands/whole-mend"))


def _lost(name: str) -> Message:
    return say("commands/whole-missing", name=name)


def _missing(folder: Path, site: Site, languages: Sequence[Language]) -> Iterator[Message]:
    names = ["index.html", "404.html", "sitemap.xml", "robots.txt", "api/v1/index.json"]
    for language in languages:
        pages = (address.removesuffix("index.md").removesuffix(".md").rstrip("/") for address in sorted(site.addresses))
        names += [f"{language.id}/{page}/index.html" if page else f"{language.id}/index.html" for page in pages]
        names += [picture_place(language.id, address) for address in sorted(site.addresses)]
        names += [f"{language.id}/{name}" for name in ("404.html", "feed.xml", "sitemap.xml", "search/index.js")]
    yield from (_lost(name) for name in names if not (folder / name).is_file())


def _empty(folder: Path) -> Iterator[Message]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.stat().st_size:
            yield say("commands/whole-empty", name=path.relative_to(folder).as_posix())


@dataclass(frozen=True, slots=True)
class _Read:
    """What a page says of links: the ids that lead into it, and where it leads."""

    ids: frozenset[str]
    links: frozenset[str]


def _dead_links(folder: Path, site: Site, languages: Sequence[Language]) -> Iterator[Message]:
    """Links inside the site that lead nowhere, and pages that break off.

    A language that was not built this time may be linked to all the same.
    """
    read = {path.relative_to(folder).as_posix(): _read(path) for path in sorted(folder.rglob("*.html"))}
    unbuilt = {language.id for language in site.built_languages} - {language.id for language in languages}
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    for page, found in read.items():
        if found is None:
            yield say("commands/whole-breaks-off", name=page)
            continue
        for link in sorted(found.links):
            if page.endswith("404.html") and not link.startswith("/"):
                continue  # asked for at every depth, for hosts show the page at any address
            target, anchor = _target(page, link, site.info.address)
            if target is None or target.split("/")[0] in unbuilt:
                continue
            if target not in files:
                yield say("commands/whole-link", page=page, link=link)
            elif anchor and (there := read.get(target)) and anchor not in there.ids:
                yield say("commands/whole-anchor", page=page, link=link)


def _read(path: Path) -> _Read | None:
    data = path.read_bytes()
    if not data.rstrip().endswith(b"</html>"):
        return None
    tree = etree.fromstring(data, etree.HTMLParser(encoding="utf-8"))
    return _Read(
        frozenset(tree.xpath("//@id | //a/@name")),
        frozenset(tree.xpath("//@href | //@src")),
    )


def _target(page: str, link: str, address: str) -> tuple[str | None, str]:
    """The file in the site that a link leads to, and the id in it; None if it leads out of the site."""
    if link.startswith(address):
        link = urlsplit(address).path + link.removeprefix(address)
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None, ""
    path, base = unquote(parts.path), urlsplit(address).path
    if path.startswith(base):
        path = path.removeprefix(base)
    elif path:
        path = f"{dirname(page)}/{path}"
    else:
        path = page
    folder = not path or path.endswith(("/", "/.", "/.."))
    path = normpath(path).lstrip("/")
    if folder:
        path = "index.html" if path in ("", ".") else f"{path}/index.html"
    return path, unquote(parts.fragment)
