"""What words are made of: their base forms and parts, from analysers of languages that Snowball's stemmers do not know well."""

from scripts.morphology.forms import forms
from scripts.morphology.readings import ANALYSERS, Reading, readings

__all__ = ["ANALYSERS", "Reading", "forms", "readings"]
