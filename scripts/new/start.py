"""Putting a new guide into a workplace: all of it, or nothing."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from macros.load import Content
from macros.model.edition import NO_EDITION
from macros.problem import ContentError
from scripts.navigation import page_order
from scripts.new.additions import additions
from scripts.new.files import guide_files
from scripts.new.plan import Plan, hold
from scripts.new.wording import Wording
from scripts.place import aside, put_files


class Begun(NamedTuple):
    """What was laid down: paths of the new files and of those that changed, and how many blanks there are to fill."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    blanks: int


def new_guide(content: Content, plan: Plan) -> Begun:
    """Start a guide.

    Args:
        content: What the workplace holds.
        plan: What is wanted.

    Returns:
        What was laid down.

    Raises:
        ContentError: The data or the navigation cannot be read, so that nothing can be added to them.
        Refused: The guide cannot be started as it was asked for.
    """
    root, site = content.root, content.site
    if site is None or content.problems:
        raise ContentError(content.problems)
    page_order(root)  # tells what is wrong with it, if anything is
    signs = tuple(site.signs)
    hold(plan, content, signs)
    languages = [language.id for language in site.built_languages]
    labels = {language: {key: text[language] for key, text in site.labels.items()} for language in languages}
    wording = Wording(languages, labels)
    new = guide_files(plan, site, wording, signs)
    changed = additions(plan, content, wording)
    before = {path: (root / path).read_text(encoding="utf-8") for path in changed}
    _put(root, new | changed)
    count = sum(map(_marks, (new | changed).values())) - sum(map(_marks, before.values()))
    return Begun(tuple(new), tuple(changed), count + (plan.edition == NO_EDITION))


def _marks(text: str) -> int:
    return text.count("[[")


def _put(root: Path, files: dict[str, str]) -> None:
    with aside(root) as folder:
        for path, text in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8", newline="\n")
        put_files(folder, tuple(files), root, folder / "old")
