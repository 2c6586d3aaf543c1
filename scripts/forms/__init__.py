"""Forms that an area fills in, made from the data: plans, the check of core elements, the adaptation log."""

from scripts.forms.command import form_jobs, form_names, perform

__all__ = ["form_jobs", "form_names", "perform"]
