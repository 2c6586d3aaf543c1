"""What the command ``local`` does, once its options are read."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterator
from pathlib import Path

from macros.load import Content, load
from macros.model import Adaptation, Guide, Overlay, Site
from macros.overlay import FOLDER
from macros.problem import ContentError, Message, nearest, say
from macros.rules.overlay import standing
from scripts.overlay.basis import recorded, write
from scripts.overlay.start import start

Report = Callable[[Message | str], None]


def perform(root: Path, options: Namespace, report: Report) -> Message | None:
    """Do what is asked for.

    Args:
        root: The workplace.
        options: The options of the command line.
        report: Takes a line of what is done.

    Returns:
        What is wrong with the command; None if it was done.

    Raises:
        ContentError: The data cannot be read; nothing has been written.
    """
    there = (root / FOLDER).exists()
    if options.action == "start" and there:
        return say("commands/local-there")
    if options.action != "start" and not there:
        return say("commands/local-none")
    content = load(root)
    if content.problems or content.site is None:
        raise ContentError(content.problems)
    site = content.site
    if options.action == "start":
        return _start(root, site, options, report)
    if site.overlay is None:
        return say("commands/local-none")
    if options.action == "accept":
        return _accept(root, content, site, site.overlay, options, report)
    for line in told(content, site, site.overlay):
        report(line)
    return None


def _start(root: Path, site: Site, options: Namespace, report: Report) -> Message | None:
    languages, known = list(options.lang or ()), [language.id for language in site.built_languages]
    wrong = next((id_ for id_ in languages if id_ not in known), None)
    if wrong is not None:
        return say("commands/no-language", id=wrong, nearest=nearest(wrong, known))
    chosen = [each for each in site.built_languages if not languages or each.id in languages or each.status == "source"]
    paths = start(root, site, chosen)
    for path in paths:
        report(say("commands/new-file", path=path))
    report(say("commands/local-started", count=len(paths)))
    return None


def _accept(
    root: Path, content: Content, site: Site, overlay: Overlay, options: Namespace, report: Report
) -> Message | None:
    if bool(options.element) == options.all:
        return say("commands/local-name")
    for key in options.element:
        if key not in overlay.adaptations:
            return say("commands/local-no-element", id=key, nearest=nearest(key, overlay.adaptations))
    chosen = {key: each for key, each in overlay.adaptations.items() if options.all or key in options.element}
    lines, left = recorded(content, site, overlay, chosen)
    before = write(root, content, lines)
    for key in sorted(chosen.keys() - set(left)):
        if before.get(key) != lines[key]:
            report(say("commands/local-accepted", key=key, edition=lines[key].edition))
    for key in left:
        report(say("commands/local-left", key=key))
    count = sum(before.get(key) != line for key, line in lines.items())
    report(say("commands/local-count", count=count, gone=len(before.keys() - lines.keys())))
    return None


def told(content: Content, site: Site, overlay: Overlay) -> Iterator[Message]:
    """How far a local edition has come: for each guide the elements that are recorded, open, or to be looked at again."""
    for guide in site.guides.values():
        made = {each.element: each for each in overlay.of(guide.id)}
        done = sum(element.id in made for element in guide.elements)
        yield say(
            "commands/local-guide",
            model=guide.model.name[site.source_language.id],
            edition=guide.current.id,
            done=done,
            count=len(guide.elements),
        )
        for element in guide.elements:
            if element.id not in made:
                yield say("commands/local-open", element=element.id)
        yield from (
            say("commands/local-attend", element=each.element)
            for each in made.values()
            if _to_attend(content, guide, each)
        )


def _to_attend(content: Content, guide: Guide, adaptation: Adaptation) -> bool:
    return standing(content, guide, adaptation) is not None
