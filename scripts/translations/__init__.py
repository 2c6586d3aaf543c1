"""Translations, unit by unit: what has fallen behind, what has been accepted, and the hand-off to translators and back."""

from __future__ import annotations

from scripts.translations.accept import accept
from scripts.translations.command import perform
from scripts.translations.findings import Finding, findings, readable
from scripts.translations.give import give
from scripts.translations.history import History
from scripts.translations.take import take

__all__ = ["Finding", "History", "accept", "findings", "give", "perform", "readable", "take"]
