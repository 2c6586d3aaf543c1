"""Forms that an area fills in, made from the data: plans, the check of core elements, the adaptation log."""

from scripts.forms.command import file_names, form_jobs, offered, perform

__all__ = ["file_names", "form_jobs", "offered", "perform"]
