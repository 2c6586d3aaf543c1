"""Starting a guide: data, pages in every language and a place in the navigation, with a named blank for all that is not known.

>>> new_guide(root, load(root), Plan("kotiin-vietava-tuki"))
"""

from scripts.new.command import perform
from scripts.new.plan import Plan, Refused
from scripts.new.start import Begun, new_guide

__all__ = ["Begun", "Plan", "Refused", "new_guide", "perform"]
