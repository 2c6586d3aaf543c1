"""What is in an EPUB, and what a validator of EPUB does not see: files that are lawful but say less than the book does."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from posixpath import dirname, join, normpath
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from tests.export.texts import letters

Files = dict[str, bytes]
XHTML, OPF, OPS = (
    "{http://www.w3.org/1999/xhtml}",
    "{http://www.idpf.org/2007/opf}",
    "{http://www.idpf.org/2007/ops}",
)
XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
LANDMARKS = {"cover", "titlepage", "toc", "bodymatter", "imprint", "glossary", "bibliography"}
FEATURES = {"tableOfContents", "structuralNavigation", "readingOrder", "alternativeText", "longDescription"}


def read(path: Path) -> Files:
    """The files in an EPUB, without the folder they stand in."""
    with ZipFile(path) as archive:
        return {name.removeprefix("EPUB/"): archive.read(name) for name in archive.namelist()}


def write(files: Files, path: Path) -> None:
    """The same files as an EPUB again."""
    with ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name if name == "mimetype" or name.startswith("META-INF/") else f"EPUB/{name}", data)


def package(files: Files) -> ET.Element:
    return ET.fromstring(files["content.opf"])


def meta(files: Files, name: str) -> list[str]:
    """Values of a property, or of an element of Dublin Core, in the package document."""
    return [
        element.text or ""
        for element in package(files).iter()
        if name in (element.get("property"), element.tag.replace("{http://purl.org/dc/elements/1.1/}", "dc:"))
    ]


def documents(files: Files) -> dict[str, ET.Element]:
    """The documents in reading order."""
    root = package(files)
    places = {item.get("id"): item.get("href", "") for item in root.iter(f"{OPF}item")}
    order = [places[item.get("idref")] for item in root.iter(f"{OPF}itemref")]
    return {name: ET.fromstring(files[name]) for name in order}


def chapters(files: Files) -> dict[str, ET.Element]:
    return {name: root for name, root in documents(files).items() if name.startswith("text/")}


def every(files: Files, *tags: str) -> Iterator[tuple[str, ET.Element]]:
    """Every element with one of these tags, with the name of its document."""
    wanted = {f"{XHTML}{tag}" for tag in tags}
    return (
        (name, element) for name, root in documents(files).items() for element in root.iter() if element.tag in wanted
    )


def text(element: ET.Element) -> str:
    return "".join(element.itertext())


def headings(files: Files) -> list[tuple[int, str]]:
    """Level and text of each heading of the chapters."""
    return [
        (int(element.tag[-1]), text(element))
        for root in chapters(files).values()
        for element in root.iter()
        if re.fullmatch(r"h\d", element.tag.removeprefix(XHTML))
    ]


def listed(files: Files) -> list[tuple[int, str]]:
    """The same, as the navigation document lists them."""

    def below(parent: ET.Element, level: int) -> Iterator[tuple[int, str]]:
        for item in parent.findall(f"{XHTML}ol/{XHTML}li"):
            link = item.find(f"{XHTML}a")
            assert link is not None
            yield level, text(link)
            yield from below(item, level + 1)

    return list(below(navigation(files, "toc"), 1))


def navigation(files: Files, kind: str) -> ET.Element:
    return next(nav for _, nav in every(files, "nav") if nav.get(f"{OPS}type") == kind)


def targets(files: Files) -> list[str]:
    """Where the links of the chapters lead, in order; those between a note and its mark left out."""
    return [
        place(name, element.get("href", ""))
        for name, element in every(files, "a")
        if name.startswith("text/") and element.get("role") not in ("doc-noteref", "doc-backlink")
    ]


def place(name: str, href: str) -> str:
    """An address as it is from the folder of the book."""
    if re.match(r"\w+:", href):
        return href
    return normpath(join(dirname(name), href)) if not href.startswith("#") else name + href


def counts(files: Files) -> Counter[str]:
    """How much there is of everything in the chapters; see ``counts.of_document``."""
    found: Counter[str] = Counter(f"headings of level {level}" for level, _ in headings(files))
    names = {"table": "tables", "img": "figures", "aside": "notes", "li": "list items", "dt": "list items"}
    for name, element in every(files, *names):
        if name.startswith("text/"):
            found[names[element.tag.removeprefix(XHTML)]] += 1
    found["links"] = len(targets(files))
    found["bookmarks"] = len(headings(files))
    return +found


def said(files: Files) -> str:
    """The letters of the chapters, without captions, notes and drawings; see ``texts.of_document``."""

    def inner(element: ET.Element) -> Iterator[str]:
        yield element.text or ""
        for part in element:
            left_out = (
                part.tag.removeprefix(XHTML) in ("figure", "caption", "aside") or part.get("role") == "doc-noteref"
            )
            if not left_out:
                yield from inner(part)
            yield part.tail or ""

    bodies = (root.find(f"{XHTML}body") for root in chapters(files).values())
    return letters(words for body in bodies if body is not None for words in inner(body))


def passages(files: Files) -> Counter[str]:
    """How many passages of the chapters are in each language."""
    return Counter(
        language
        for root in chapters(files).values()
        for element in root.iter()
        if element.tag != f"{XHTML}html" and (language := element.get("lang")) and element.get(XML_LANGUAGE) == language
    )


def faults(files: Files, expected: list[tuple[int, str]], languages: set[str]) -> list[str]:
    """What the file does not say although the book does.

    Args:
        files: Its files.
        expected: Level and text of the book's headings.
        languages: Languages of passages in it.
    """
    return [name for name, wrong in _faults(files, expected, languages) if wrong]


def _faults(files: Files, expected: list[tuple[int, str]], languages: set[str]) -> Iterator[tuple[str, bool]]:
    roots = documents(files)
    ids = {(name, element.get("id")) for name, root in roots.items() for element in root.iter()}
    locale = meta(files, "dc:language")
    yield (
        "document language",
        any([root.get("lang")] != locale or [root.get(XML_LANGUAGE)] != locale for root in roots.values()),
    )
    yield "passage language", not languages <= set(passages(files))
    titles = [text(element) for _, element in every(files, "title")]
    yield "page titles", len(set(titles)) < len(roots) or not all(titles)
    yield "headings", headings(files) != expected
    yield "contents", listed(files) != [(level, title) for level, title in expected if level <= 3]
    marks = {link.get(f"{OPS}type", "") for link in navigation(files, "landmarks").iter(f"{XHTML}a")}
    yield "landmarks", not marks >= LANDMARKS
    yield "alternative texts", any(len(image.get("alt", "")) < 10 for _, image in every(files, "img"))
    details = [(name, image.get("aria-details")) for name, image in every(files, "img") if name.startswith("text/")]
    yield "descriptions", not details or any(detail not in ids for detail in details)
    links = [place(name, element.get("href", "")) for name, element in every(files, "a")]
    inner = [link.partition("#") for link in links if not re.match(r"\w+:", link)]
    yield "links", any(name not in files or (anchor and (name, anchor) not in ids) for name, _, anchor in inner)
    yield "header cells", any(cell.get("scope") not in ("col", "row") for _, cell in every(files, "th"))
    rows = [row for _, body in every(files, "tbody") for row in body]
    yield "row headers", any(row[0].get("scope") != "row" for row in rows)
    notes = [f"{name}#{note.get('id')}" for name, note in every(files, "aside")]
    yield (
        "notes",
        notes != [place(name, a.get("href", "")) for name, a in every(files, "a") if a.get("role") == "doc-noteref"],
    )
    back = [place(name, a.get("href", "")) for name, a in every(files, "a") if a.get("role") == "doc-backlink"]
    yield "ways back from notes", [f"{note}-mark" for note in notes] != back
    yield (
        "accessibility metadata",
        (
            set(meta(files, "schema:accessibilityFeature")) != FEATURES
            or set(meta(files, "schema:accessMode")) != {"textual", "visual"}
            or meta(files, "schema:accessModeSufficient") != ["textual"]
            or meta(files, "schema:accessibilityHazard") != ["none"]
            or not all(meta(files, "schema:accessibilitySummary"))
            or meta(files, "dcterms:conformsTo") != []
        ),
    )
