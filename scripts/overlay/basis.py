"""Recording which national text each adaptation was made against."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from macros.load import Content
from macros.model import Adaptation, Basis, Overlay, Site
from macros.overlay import BASIS, element_digest

_HEAD = "# Which national text each adaptation was made against. Written by the command: local accept.\n"


def recorded(
    content: Content, site: Site, overlay: Overlay, chosen: Mapping[str, Adaptation]
) -> tuple[dict[str, Basis], list[str]]:
    """The lines of the file once some adaptations have been looked at.

    Args:
        content: The content.
        site: The same as one value.
        overlay: Its local edition.
        chosen: The adaptations that hold for the text as it stands.

    Returns:
        Lines by ``guide/element``, without those of no adaptation; and the elements chosen that the edition shown does not have.
    """
    source = site.source_language.id
    lines = {key: line for key, line in _lines(content).items() if key in overlay.adaptations}
    left = []
    for key, adaptation in sorted(chosen.items()):
        guide = site.guides.get(adaptation.guide)
        element = guide.current.element(adaptation.element) if guide else None
        if guide is None or element is None:
            left.append(key)
            continue
        lines[key] = Basis(
            edition=guide.current.id, digest=element_digest(element, source), label=element.label[source]
        )
    return lines, left


def write(root: Path, content: Content, lines: Mapping[str, Basis]) -> dict[str, Basis]:
    """Write the file, aside first, so that it is never there by half.

    Returns:
        The lines there were.
    """
    rows = (
        f"{key}: {{edition: {json.dumps(line.edition)}, digest: {json.dumps(line.digest)},"
        f" label: {json.dumps(line.label, ensure_ascii=False)}}}\n"
        for key, line in sorted(lines.items())
    )
    aside = root / f"{BASIS}.new"
    aside.write_text(_HEAD + ("".join(rows) or "{}\n"), encoding="utf-8")
    aside.replace(root / BASIS)
    return dict(_lines(content))


def _lines(content: Content) -> Mapping[str, Basis]:
    return content.documents[BASIS].value if BASIS in content.documents else {}
