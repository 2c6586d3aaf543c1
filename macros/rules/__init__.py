"""Rules across files. Each is a generator of Problems; its docstring is the rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from macros.load import Content
from macros.outline import Outline
from macros.problem import Problem
from macros.rules import (
    accessibility,
    blanks,
    completeness,
    editions,
    forms,
    headings,
    ids,
    innokyla,
    instruments,
    languages,
    ledgers,
    links,
    logic,
    markup,
    overlay,
    pages,
    parity,
    publications,
    redirects,
    registers,
    safety,
    signs,
    sources,
    style,
    terms,
    topics,
    translations,
)

Pages = Mapping[str, Mapping[str, Outline]]
"""Outlines by language and address."""

DATA_RULES: tuple[Callable[[Content], Iterator[Problem]], ...] = (
    languages.one_source_language,
    languages.known_locales,
    languages.every_text_in_every_language,
    languages.every_label_there,
    languages.labels_have_the_same_places,
    languages.passages_in_data,
    ids.each_id_once,
    sources.sources_in_the_bibliography,
    sources.citation_labels_differ,
    editions.files_named_by_their_ids,
    editions.an_edition_with_core_elements,
    editions.numbers_run_from_one,
    ledgers.ledger_matches_its_editions,
    ledgers.no_element_vanishes,
    logic.logic_model_is_joined_up,
    logic.every_core_element_in_the_logic_model,
    topics.required_topics,
    topics.discrepancies_name_guides,
    topics.compared_alike,
    innokyla.fields_take_what_there_is,
    completeness.every_item_once_in_order,
    completeness.described_in_the_data,
    instruments.rules_name_what_there_is,
    instruments.rules_lead_to_one_form,
    forms.forms_name_what_there_is,
    forms.forms_ask_once,
    forms.log_forms_ask_what_logs_hold,
    registers.areas_name_guides,
    registers.events_end_after_they_begin,
    registers.addresses_hold_their_identifiers,
    publications.publications_name_what_there_is,
    publications.published_means_complete,
    publications.identifiers_are_the_publications_own,
    redirects.redirects_are_of_built_languages,
    accessibility.no_fault_is_hushed_up,
    terms.forms_lead_to_one_term,
    safety.no_unsafe_texts_in_data,
    style.slips_in_data,
    style.old_names_in_data,
    translations.ledgers_are_of_translations,
    translations.every_line_has_its_unit,
    signs.models_name_signs,
    signs.colours_stand_out,
    overlay.local_editions_name_what_there_is,
    overlay.national_pages_leave_room,
    overlay.adaptations_are_of_elements_as_they_stand,
    blanks.blanks_in_data,
)

PAGE_RULES: tuple[Callable[[Content, Pages], Iterator[Problem]], ...] = (
    headings.headings_have_ids,
    headings.no_level_skipped,
    headings.same_headings_in_every_language,
    parity.same_macros_in_every_language,
    parity.same_links_in_every_language,
    parity.same_footnotes_in_every_language,
    languages.passages_on_pages,
    links.links_lead_somewhere,
    links.images_have_alternative_text,
    redirects.redirects_lead_to_pages,
    headings.a_section_for_each_core_element,
    logic.a_place_for_each_part,
    safety.no_unsafe_texts_on_pages,
    markup.markdown_for_both_readers,
    markup.marks_begin_lines_as_they_should,
    pages.every_page_in_every_language,
    completeness.described_on_pages,
    style.slips_on_pages,
    style.old_names_on_pages,
    blanks.blanks_on_pages,
)

BEFORE_PAGES = frozenset({"source-language", "locale", "missing-label", "no-core-elements"})
"""Codes of Problems that make it useless to expand pages."""
