"""What "new" does with what stood on the command line."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from macros.load import load
from macros.model.edition import NO_EDITION
from macros.problem import Message, say
from scripts.new.plan import FIRST, Plan, Refused
from scripts.new.start import new_guide


def perform(root: Path, options: Namespace, report: Callable[[Message], None]) -> Message | None:
    """Start the guide that was asked for, and tell what was laid down.

    Args:
        root: The workplace.
        options: ``id``, ``sign``, ``edition`` and ``elements``; what was left out is None.
        report: Takes each line.

    Returns:
        Why it cannot be done, if it cannot.

    Raises:
        ContentError: The data or the navigation cannot be read.
    """
    plan = Plan(options.id, options.sign, options.edition or NO_EDITION, tuple(options.elements or FIRST))
    try:
        begun = new_guide(load(root), plan)
    except Refused as refused:
        return refused.message
    for name, paths in (("new-file", begun.new), ("changed-file", begun.changed)):
        for path in paths:
            report(say(f"commands/{name}", path=path))
    report(say("commands/new-guide", id=plan.id, files=len(begun.new), blanks=begun.blanks))
    return None
