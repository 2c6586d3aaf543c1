"""Recording that a translation matches its source as both stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from macros.load import Content
from macros.model.translation import STATES, LedgerLine, State
from macros.problem import ContentError, Message, Problem, say
from scripts.translations.findings import Finding
from scripts.translations.ledger import changed_files, put


def accept(
    root: Path,
    content: Content,
    found: Sequence[Finding],
    chosen: Collection[str] | None,
    state: State | None,
    *,
    unchanged: bool,
) -> Iterator[Message]:
    """Record units in the ledgers.

    Without a state, one that changes is recorded as a draft, and one reviewed without change as reviewed.

    Args:
        root: The workplace.
        content: Its content.
        found: Its units in the languages concerned.
        chosen: Keys of the units; None for all that can be recorded so. Of these, a unit that is as recorded keeps its
            state if that is the higher one.
        state: The state to record.
        unchanged: Whether the answer is "reviewed, no change needed".

    Returns:
        What was done, in lines for people.

    Raises:
        ContentError: A unit that was named cannot be recorded so; nothing has been written.
    """
    ledgers = {each.language: dict(content.ledgers.get(each.language, {})) for each in found}
    problems: list[Problem] = []
    done: Counter[tuple[str, str]] = Counter()
    left: Counter[str] = Counter()
    for each in found:
        if chosen is not None and each.key not in chosen:
            continue
        if each.standing == "orphaned":
            if not unchanged:
                del ledgers[each.language][each.key]
                done[each.language, "orphaned"] += 1
            continue
        problem = _refusal(each, unchanged=unchanged)
        if problem is not None:
            left[each.language] += 1
            problems += [problem] if chosen is not None else []
            continue
        line = _line(each, state, unchanged=unchanged, every=chosen is None)
        if line is not None and line != each.line:
            ledgers[each.language][each.key] = line
            done[each.language, line.state] += 1
    if problems:
        raise ContentError(problems)
    put(changed_files(root, {id_: lines for id_, lines in ledgers.items() if lines or content.ledgers.get(id_)}))
    for language in ledgers:
        counts = tuple(
            say("commands/recorded", count=count, state=what)
            for (id_, what), count in sorted(done.items())
            if id_ == language
        )
        yield (
            say("commands/accepted", language=language, counts=counts)
            if counts
            else say("commands/none-accepted", language=language)
        )
        if left[language]:
            yield say("commands/left", language=language, count=left[language])


def _line(each: Finding, state: State | None, *, unchanged: bool, every: bool) -> LedgerLine | None:
    """The line to record; None to leave what is there."""
    if unchanged:
        if every and each.standing == "current":
            return None
        return each.accepted(state or "reviewed")
    if each.standing == "current":
        if state is None or (every and STATES.index(state) < STATES.index(each.recorded.state)):
            return None
        return each.accepted(state)
    return each.accepted(state or "draft")


def _refusal(each: Finding, *, unchanged: bool) -> Problem | None:
    """Why a unit cannot be recorded so."""
    told = None
    if each.text is None:
        told = say("translation-missing/here", unit=each.key, language=each.language)
    elif unchanged and each.standing not in ("changed", "current"):
        told = say("translation-changed/here", unit=each.key)
    elif not unchanged and each.standing == "changed":
        told = say("translation-unchanged/here", unit=each.key)
    return Problem(each.path, each.row, told) if told else None
