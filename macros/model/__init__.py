"""The domain as frozen records; one file per idea. Nothing here reads files or knows Markdown."""

from macros.model.accessibility import Accessibility
from macros.model.area import Appearance, Area, AreaKind, Undertaking
from macros.model.bibliography import Reference
from macros.model.citation import Citation
from macros.model.claim import Claim, ClaimStatus, SourceRef, Topic
from macros.model.completeness import Completeness
from macros.model.discrepancy import Discrepancy
from macros.model.edition import CoreElement, Edition, EditionStatus, Question
from macros.model.event import Event, EventKind
from macros.model.form import Form, FormField, FormSection
from macros.model.guide import Guide
from macros.model.innokyla import InnokylaField
from macros.model.instrument import Case, ChoiceRule, Instrument, LogicField
from macros.model.language import Language
from macros.model.ledger import LedgerRow, Transition
from macros.model.logic import Box, Hypothesis, LogicModel, Track
from macros.model.overlay import Adaptation, Basis, LocalInfo, Overlay
from macros.model.publication import FileFormat, Publication
from macros.model.record import Id, Record
from macros.model.redirect import Redirect
from macros.model.sign import Sign
from macros.model.site import Download, FormFile, Site, SiteInfo
from macros.model.term import Term
from macros.model.text import Text
from macros.model.translation import Translation

__all__ = [
    "Accessibility",
    "Adaptation",
    "Appearance",
    "Area",
    "AreaKind",
    "Basis",
    "Box",
    "Case",
    "ChoiceRule",
    "Citation",
    "Claim",
    "ClaimStatus",
    "Completeness",
    "CoreElement",
    "Discrepancy",
    "Download",
    "Edition",
    "EditionStatus",
    "Event",
    "EventKind",
    "FileFormat",
    "Form",
    "FormField",
    "FormFile",
    "FormSection",
    "Guide",
    "Hypothesis",
    "Id",
    "InnokylaField",
    "Instrument",
    "Language",
    "LedgerRow",
    "LocalInfo",
    "LogicField",
    "LogicModel",
    "Overlay",
    "Publication",
    "Question",
    "Record",
    "Redirect",
    "Reference",
    "Sign",
    "Site",
    "SiteInfo",
    "SourceRef",
    "Term",
    "Text",
    "Topic",
    "Track",
    "Transition",
    "Translation",
    "Undertaking",
]
