"""What a new guide adds to files that are there: everything else in them stays as it is written, comments too."""

from __future__ import annotations

from collections.abc import Sequence

from macros.load import Content
from macros.model import Instrument
from scripts.navigation import CONFIG
from scripts.new.files import INNOKYLA, PAGES, has_innokyla, reference_entry
from scripts.new.plan import Plan
from scripts.new.wording import Wording

BIBLIOGRAPHY = "data/bibliography.yml"
INSTRUMENTS = "data/instruments.yml"


def additions(plan: Plan, content: Content, wording: Wording) -> dict[str, str]:
    """Texts of the files that change, by their paths in the workplace."""
    assert content.site
    changed = {
        CONFIG: _navigation(plan, content),
        BIBLIOGRAPHY: f"{_text(content, BIBLIOGRAPHY).rstrip()}\n{reference_entry(plan, wording)}",
    }
    if any(instrument.rule for instrument in content.site.instruments.values()):
        changed[INSTRUMENTS] = _instruments(plan, content, wording)
    return changed


def _text(content: Content, path: str) -> str:
    return (content.root / path).read_bytes().decode("utf-8-sig").replace("\r\n", "\n")


def _navigation(plan: Plan, content: Content) -> str:
    """The navigation with the guide after the last of those there are, or else after the first page."""
    assert content.site
    rows = _text(content, CONFIG).rstrip("\n").split("\n")
    start = rows.index(next(row for row in rows if row.startswith("nav:")))
    guides = tuple(f"{id_}/" for id_ in content.site.guides)
    last = _last(rows, start, guides) or start + 1
    indent = _indent(rows[start + 1])
    section = [f"{indent}- {plan.id}:", *(f"{indent}    - {plan.id}/{name}.md" for name in PAGES)]
    rows[last + 1 : last + 1] = section
    if has_innokyla(content.site):
        place = _last(rows, start, (f"{INNOKYLA}/",))
        if place:
            indent = _indent(rows[place])
            rows.insert(place + 1, f"{indent}- {INNOKYLA}/{plan.id}.md")
    return "\n".join(rows) + "\n"


def _indent(row: str) -> str:
    return row[: len(row) - len(row.lstrip(" "))]


def _last(rows: Sequence[str], start: int, beginnings: tuple[str, ...]) -> int | None:
    """The last row of the navigation that names a page whose address begins like one of these."""
    found = None
    for number, row in enumerate(rows[start:], start):
        address = row.strip().removeprefix("- ").rpartition(": ")[2].strip("'\"")
        if address.endswith(".md") and address.startswith(beginnings):
            found = number
    return found


def _instruments(plan: Plan, content: Content, wording: Wording) -> str:
    """The instruments, with a case for the model first in each rule: which form it uses is a blank."""
    document = content.documents[INSTRUMENTS]
    rows = _text(content, INSTRUMENTS).split("\n")
    found = [(instrument, loc) for instrument, loc in document.find(Instrument) if instrument.rule]
    for instrument, loc in reversed(found):  # from the end, so that the lines of the others hold
        line = document.line(*loc, "rule", "cases", 0)
        indent = _indent(rows[line - 1])
        forms = ", ".join(form.id for form in instrument.forms)
        case = [
            f"- models: [{plan.id}]",
            f"  form: {wording.quoted('form', instrument=instrument.id, choices=forms)}",
            f"  sources: [{{ref: {plan.reference}, part: {wording.quoted('part')}}}]",
        ]
        rows[line - 1 : line - 1] = [indent + row for row in case]
    return "\n".join(rows)
