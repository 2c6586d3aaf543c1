"""Instruments of evaluation: what there is, which form to use, and how a framework meets the logic model."""

from __future__ import annotations

from macros.model import Case, ChoiceRule, Guide, Instrument, Language, Site
from macros.problem import Misuse, say
from macros.views import lookup
from macros.views.citation import sources
from macros.views.decision import Outcome, Step, decision
from macros.views.rendering import render


def instrument_list(site: Site, language: Language) -> str:
    """Show every instrument in a table: what it is, what is known of its use, what is not known.

    Example: {{ instrument_list() }}
    """
    rows = [(instrument, sources(site, language, instrument.sources)) for instrument in site.instruments.values()]
    return render("instrument_list", site, language, rows=rows)


def instrument_choice(site: Site, language: Language, instrument: str) -> str:
    """Work out from the rule of an instrument which form each model uses, and on what condition.

    Example: {{ instrument_choice("avain") }}
    """
    found, rule = _ruled(site, instrument)
    rows = [
        (guide, clause, lookup.form(found, case.form), sources(site, language, case.sources))
        for guide in site.guides.values()
        for clause, case in choices(site, language, rule, guide)
    ]
    return render("instrument_choice", site, language, instrument=found, rule=rule, rows=rows)


def instrument_chooser(site: Site, language: Language, instrument: str) -> str:
    """Ask the questions of an instrument's rule one by one; without script they are lists of links.

    Each form it leads to needs a section with the id ``form-<id of the form>`` on the same page.

    Example: {{ instrument_chooser("avain") }}
    """
    found, rule = _ruled(site, instrument)
    parts = decision(site, language, found, rule)
    steps = [part for part in parts if isinstance(part, Step)]
    outcomes = [
        (part, lookup.form(found, part.case.form), sources(site, language, part.case.sources))
        for part in parts
        if isinstance(part, Outcome)
    ]
    values = {"instrument": found, "rule": rule, "steps": steps, "outcomes": outcomes}
    return render("instrument_chooser", site, language, **values)


def _ruled(site: Site, instrument: str) -> tuple[Instrument, ChoiceRule]:
    found = lookup.instrument(site, instrument)
    if found.rule is None:
        raise Misuse(say("unknown-id/rule", instrument=found.id), wanted="rule")
    return found, found.rule


def choices(site: Site, language: Language, rule: ChoiceRule, guide: Guide) -> list[tuple[str, Case]]:
    """What a rule comes to for a model: pairs of the condition as a clause (``always`` if there is none) and the case."""
    reached: dict[int, Case] = {}
    for answers in rule.answers():
        reached.update({rule.cases.index(case): case for case in rule.choose(guide.id, answers)})
    conditions = {condition.id: condition for condition in rule.conditions}

    def clause(case: Case) -> str:
        told = [conditions[case.when].if_yes] if case.when else []
        told += [conditions[case.unless].if_no] if case.unless else []
        return ", ".join(text[language.id] for text in told) or site.labels["always"][language.id]

    return [(clause(case), case) for _, case in sorted(reached.items())]


def instrument_parts(site: Site, language: Language, instrument: str) -> str:
    """Pair the parts of a framework with the columns of the logic model.

    Example: {{ instrument_parts("kaimer") }}
    """
    found = lookup.instrument(site, instrument)
    return render("instrument_parts", site, language, instrument=found, sources=sources(site, language, found.sources))


def chosen_forms(site: Site, language: Language, guide: Guide) -> list[tuple[Instrument, list[tuple[str, str]]]]:
    """For each instrument with a rule, pairs of condition and form that a model's areas use."""
    return [
        (
            instrument,
            [
                (clause, lookup.form(instrument, case.form).name[language.id])
                for clause, case in choices(site, language, instrument.rule, guide)
            ],
        )
        for instrument in site.instruments.values()
        if instrument.rule
    ]
