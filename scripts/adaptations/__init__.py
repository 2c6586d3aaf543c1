"""Adaptation logs of areas: read, put together, counted."""

from scripts.adaptations.command import FaultyLogsError, perform

__all__ = ["FaultyLogsError", "perform"]
