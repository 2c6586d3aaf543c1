"""Measure on a copy of the real content and print tables, each as soon as it is known.

Seconds differ from machine to machine, so each table has ratios within the same run.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from macros.load import load_site
from tests.benchmarks import commands, exports, others
from tests.benchmarks.measures import Failed
from tests.built import workplace


def main() -> None:
    """Print the tables; stop if one of the project's own commands fails."""
    sys.stdout.write(_others_at_work())
    with tempfile.TemporaryDirectory() as folder:
        work = workplace(Path(folder) / "work")
        site = load_site(work)
        try:
            for part in (commands, exports, others):
                for text in part.report(work, site):
                    sys.stdout.write(text)
                    sys.stdout.flush()
                sys.stdout.write("\n")
        except Failed as error:
            raise SystemExit(f"A command failed, so nothing more is measured:\n{error}") from None


def _others_at_work() -> str:
    """A word to whoever measures on a machine that is busy already."""
    load, processors = os.getloadavg()[0], os.cpu_count() or 1
    return f"(busy: a load of {load:.1f} on {processors} processors; not fair figures)\n" if load > processors else ""


if __name__ == "__main__":
    main()
