"""Every page expanded and taken apart, on as many processors as there are."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from macros.expand import expand_file
from macros.model import Site
from macros.outline import Outline, outline
from macros.overlay import addresses
from macros.page import Page
from macros.problem import ContentError, Problem
from scripts.workers import interrupts_held, quietly_stopped

Place = tuple[str, str]
"""A page: id of its language, and its address."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of one page.

    Attributes:
        place: The page.
        outline: What it consists of; None if nothing could be made of it.
        problems: What is wrong with it.
        consequences: As in ContentError.
    """

    place: Place
    outline: Outline | None
    problems: tuple[Problem, ...] = ()
    consequences: tuple[tuple[Problem, str, bool], ...] = ()


def read_pages(site: Site, root: Path, workers: int) -> list[Reading]:
    """Read every page of every language that is built.

    Args:
        site: The content.
        root: The workplace.
        workers: How many processes may share the work; they are forked, so that the content need not be loaded
            again, and only where that is safe.

    Returns:
        The readings, by language and address.
    """
    places = [(language.id, address) for language in site.built_languages for address in addresses(root, language.id)]
    shares = [places[start::workers] for start in range(workers)]
    if workers < 2 or sys.platform not in ("linux", "freebsd"):
        return _read(site, root, places)
    fork = multiprocessing.get_context("fork")
    receivers = []
    for share in shares[1:]:
        receiver, sender = fork.Pipe(duplex=False)
        process = fork.Process(target=_send, args=(site, root, share, sender), daemon=True)
        with interrupts_held(spawning=False):
            process.start()
        sender.close()
        receivers.append((process, receiver, share))
    readings = _read(site, root, shares[0])
    for process, receiver, share in receivers:
        try:
            readings += receiver.recv()
        except EOFError:  # the worker died; what it was to do is done here
            readings += _read(site, root, share)
        process.join()
    return sorted(readings, key=lambda reading: places.index(reading.place))


def _send(site: Site, root: Path, places: Sequence[Place], sender: Connection) -> None:
    quietly_stopped()
    sender.send(_read(site, root, places))
    sender.close()


def _read(site: Site, root: Path, places: Sequence[Place]) -> list[Reading]:
    readings = []
    for place in places:
        language, address = place
        try:
            readings.append(Reading(place, outline(expand_file(site, site.languages[language], root, address))))
        except ContentError as error:
            partial = outline(error.partial) if isinstance(error.partial, Page) else None
            readings.append(Reading(place, partial, tuple(error.problems), error.consequences))
    return readings
