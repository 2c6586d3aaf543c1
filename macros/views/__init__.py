"""The views: (Site, Language, …) -> Markdown, one for each macro."""

from __future__ import annotations

from macros.model import Language, Site
from macros.views.accessibility import (
    accessibility_faults,
    accessibility_status,
    accessibility_tests,
    feedback_route,
)
from macros.views.changes import Change, change_list, changes
from macros.views.citation import bibliography, cite, cite_guide, cited
from macros.views.claims import claim_list, fact, status_legend
from macros.views.comparison import edition_comparison, model_comparison
from macros.views.completeness import description_completeness
from macros.views.core_elements import (
    core_element_box,
    core_element_cards,
    core_element_comparison,
    core_element_list,
    element_questions,
    former_elements,
)
from macros.views.editions import edition_list, edition_note, ledger_table
from macros.views.forms import form_downloads, form_list, form_steps
from macros.views.innokyla import innokyla_fields, innokyla_file
from macros.views.instruments import instrument_choice, instrument_chooser, instrument_list, instrument_parts
from macros.views.logic_models import hypothesis_table, logic_model_diagram, logic_model_table
from macros.views.messages import message_reference
from macros.views.overlay import adaptations, local_edition_note
from macros.views.parts import logic_model_paths
from macros.views.publication import publication_page
from macros.views.reference import reference_of
from macros.views.registers import area_list, event_list, publication_list
from macros.views.self_check import self_check
from macros.views.site_parts import (
    discrepancies,
    downloads,
    glossary,
    glossary_files,
    model_cards,
    model_summary,
    site_notice,
    workshop_kit,
)
from macros.views.view import View
from macros.views.words import element_label, foreign, guide_link, label, model_name, term


def macro_reference(site: Site, language: Language) -> str:
    """Document every macro for authors, with a call to copy.

    Example: {{ macro_reference() }}
    """
    return reference_of(ALL, site, language)


BLOCKS = (
    accessibility_faults,
    accessibility_status,
    accessibility_tests,
    adaptations,
    area_list,
    bibliography,
    change_list,
    cite_guide,
    claim_list,
    core_element_box,
    core_element_cards,
    core_element_comparison,
    core_element_list,
    description_completeness,
    discrepancies,
    downloads,
    edition_comparison,
    edition_list,
    edition_note,
    element_questions,
    event_list,
    form_downloads,
    form_list,
    form_steps,
    former_elements,
    glossary,
    glossary_files,
    hypothesis_table,
    innokyla_fields,
    instrument_choice,
    instrument_chooser,
    instrument_list,
    instrument_parts,
    ledger_table,
    local_edition_note,
    logic_model_diagram,
    logic_model_paths,
    logic_model_table,
    macro_reference,
    message_reference,
    model_cards,
    model_comparison,
    publication_list,
    self_check,
    status_legend,
    workshop_kit,
)
INLINE = (
    cite,
    element_label,
    fact,
    feedback_route,
    foreign,
    guide_link,
    label,
    model_name,
    model_summary,
    site_notice,
    term,
)

ALL: tuple[View, ...] = tuple(
    sorted(
        (*(View(function, block=True) for function in BLOCKS), *(View(function) for function in INLINE)),
        key=lambda view: view.name,
    )
)

__all__ = [
    "ALL",
    "Change",
    "View",
    "bibliography",
    "changes",
    "cited",
    "glossary",
    "innokyla_file",
    "publication_page",
    "term",
]
