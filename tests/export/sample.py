"""The pages of a small book with every kind of block, written as the macros leave them."""

from __future__ import annotations

from pathlib import Path

from macros.page import Page

ROOT = Path(__file__).parents[2]
PAGES = Path(__file__).parent / "pages"
TITLES = {"index": "Oppaan alku", "ydinelementit": "Mallin kaksi ydinelementtiä", "logiikkamalli": "Logiikkamalli"}
MODEL = "etsiva-sosiaalityo"


def page(name: str, text: str) -> Page:
    """A page of the guide, as if no macro stood in it."""
    lines = tuple(range(1, text.count("\n") + 2))
    return Page(f"docs/fi/{MODEL}/{name}.md", "fi", f"{MODEL}/{name}.md", TITLES[name], "Kuvaus.", text, lines, text)


def text_of(name: str) -> str:
    rows = "\n".join(
        f"| {n} | Rivi {n} kertoo asian, joka on niin pitkä, että se jatkuu toiselle riville, kun rivi täyttyy ja loppuu kesken |"
        for n in range(60)
    )
    return (PAGES / f"{name}.md").read_text(encoding="utf-8").replace("MODEL", MODEL).replace("ROWS", rows)
