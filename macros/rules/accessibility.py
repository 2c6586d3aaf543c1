"""Rules on what is said of the site's accessibility."""

from __future__ import annotations

from collections.abc import Iterator

from macros.load import Content
from macros.problem import Problem, say

PATH = "data/accessibility.yml"


def no_fault_is_hushed_up(content: Content) -> Iterator[Problem]:
    """A site with known faults is not called fully accessible."""
    document = content.documents.get(PATH)
    if document is None or document.value.assessment is None or document.value.assessment.conformance != "full":
        return
    value = document.value
    # a recommendation beyond WCAG is no requirement
    found = [fault.rule for fault in value.tested.faults if fault.criteria] if value.tested else []
    count = len(found) + len(value.assessment.faults)
    if count:
        told = say("accessibility-claim/faults", count=count)
        yield Problem(PATH, document.line("assessment", "conformance"), told)
