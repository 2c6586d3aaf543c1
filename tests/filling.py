"""Fills the blanks of a new guide, as whoever writes it would, but with words that mean nothing."""

from __future__ import annotations

import re
from pathlib import Path

CHOICES = {
    "status": "hypothesis",
    "sign": "circle",
    "type": "report",
    "form": "measure",
    "date": "2026-03",
    "URL": "https://lahde.example/esitys",
    "citation-label": "Lähde 2026",
}
"""What goes into the fields that take no text of any kind."""
_BLANK = re.compile(r"\[\[(?=\D)([^\[\]\n]+)\]\](?!\()")


def fill(root: Path, guide: str, edition: str = "2026-03") -> None:
    """Fill every blank there is in a workplace, and give the guide's first edition its year and month."""
    folder = root / "data/models" / guide
    unnamed = folder / "0000-00.yml"
    if unnamed.exists():
        text = unnamed.read_text(encoding="utf-8").replace("id: 0000-00", f"id: {edition}")
        (folder / f"{edition}.yml").write_text(text, encoding="utf-8")
        unnamed.unlink()
    for path in [*(root / "data").rglob("*.yml"), *(root / "docs").rglob("*.md")]:
        text = path.read_text(encoding="utf-8")
        filled = "\n".join(_filled(row, path) for row in text.split("\n"))
        if filled != text:
            path.write_text(filled, encoding="utf-8")


def _filled(row: str, path: Path) -> str:
    field = row.strip().removeprefix("- ").partition(":")[0]
    if path.name[0].isdigit() and row.startswith("status:"):
        return "status: pilot"
    return _BLANK.sub(CHOICES.get(field, "sana"), row)
