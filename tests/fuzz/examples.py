"""How many examples there are, and how they are chosen.

``make fuzz`` runs many (``EXAMPLES``, 2,000 if left out) from a seed (``SEED``, printed); the tests a few, always the same.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "0"))
"""How many examples; 0 for the few of the tests."""
QUICK = 60


def examples(quick: int = QUICK) -> settings:
    """The settings of a test that grows its input; ``quick``: how many examples it has in the tests."""
    return settings(
        max_examples=EXAMPLES or quick,
        derandomize=not EXAMPLES,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
