"""The command ``local``: starting a local edition, and keeping it up with the national ones."""

from scripts.overlay.command import perform

__all__ = ["perform"]
