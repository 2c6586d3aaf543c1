"""The rule of an instrument as questions asked one by one, each answer with the address of what comes next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from macros.model import Case, ChoiceRule, Guide, Instrument, Language, Site


@dataclass(frozen=True)
class Step:
    """A question.

    Attributes:
        id: Its anchor on the page: the answers that lead to it.
        about: The model asked about, once it is known.
        question: What is asked.
        answers: Pairs of an answer and the anchor of the step or outcome it leads to.
    """

    id: str
    about: str
    question: str
    answers: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Outcome:
    """What the rule comes to.

    Attributes:
        id: Its anchor on the page: the answers that lead to it.
        guide: The guide of the model asked about.
        answered: Pairs of a question and the answer given to it.
        case: The case of the rule that applies.
    """

    id: str
    guide: Guide
    answered: tuple[tuple[str, str], ...]
    case: Case


def decision(site: Site, language: Language, instrument: Instrument, rule: ChoiceRule) -> list[Step | Outcome]:
    """Every question and every outcome, each question before what its answers lead to.

    A condition is asked about only where the answer can still make a difference.
    """
    asked = site.labels["chooser-model"][language.id]
    guides = [guide for guide in site.guides.values() if any(guide.id in case.models for case in rule.cases)]
    names = {guide.id: _opening(guide.model.name[language.id]) for guide in guides}
    ways = tuple((name, f"{instrument.id}-{id_}") for id_, name in names.items())
    found: list[Step | Outcome] = [Step(instrument.id, "", asked, ways)]
    for guide, (name, way) in zip(guides, ways, strict=True):
        for part in _asked(site, language, rule, guide, way, {}):
            found.append(replace(part, about=name) if isinstance(part, Step) else _after((asked, name), part))
    return found


def _asked(
    site: Site, language: Language, rule: ChoiceRule, guide: Guide, id_: str, holds: Mapping[str, bool]
) -> Iterator[Step | Outcome]:
    """What is asked of a model, and what it comes to, where some conditions are known to hold or not."""
    possible = [case for case in rule.cases if _may_apply(case, guide, holds)]
    deciding = {id_ for case in possible for id_ in (case.when, case.unless)} - set(holds)
    condition = next((condition for condition in rule.conditions if condition.id in deciding), None)
    if condition is None:
        yield from (Outcome(id_, guide, (), case) for case in possible[:1])
        return
    question = condition.question[language.id]
    said = {True: site.labels["chooser-yes"][language.id], False: site.labels["chooser-no"][language.id]}
    ways = {True: f"{id_}-yes", False: f"{id_}-no"}
    yield Step(id_, "", question, tuple((said[answer], ways[answer]) for answer in (True, False)))
    for answer in (True, False):
        for part in _asked(site, language, rule, guide, ways[answer], {**holds, condition.id: answer}):
            yield _after((question, said[answer]), part)


def _after(answer: tuple[str, str], part: Step | Outcome) -> Step | Outcome:
    """What came of a question: an outcome tells its answer before the others."""
    return replace(part, answered=(answer, *part.answered)) if isinstance(part, Outcome) else part


def _may_apply(case: Case, guide: Guide, holds: Mapping[str, bool]) -> bool:
    """Whether a case speaks of the model, and nothing known so far rules it out."""
    return (
        guide.id in case.models
        and (case.when is None or holds.get(case.when, True))
        and (case.unless is None or not holds.get(case.unless, False))
    )


def _opening(text: str) -> str:
    """A text with a capital letter, as an answer begins."""
    return text[:1].upper() + text[1:]
