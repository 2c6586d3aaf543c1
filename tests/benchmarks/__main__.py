"""Measure on a copy of the real content and print tables, each as soon as it is known.

``python -m tests.benchmarks [commands] [exports] [others] [preview] [search]``: the parts named, or all.

Seconds differ from machine to machine, so each table has ratios within the same run.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from macros.load import load_site
from tests.benchmarks import commands, exports, others, preview
from tests.benchmarks.measures import Failed, disturbance, usage
from tests.benchmarks.search import report as search
from tests.built import workplace

PARTS = {"commands": commands, "exports": exports, "others": others, "preview": preview, "search": search}

FAIR = 0.1
"""Share of the processors that other programs may take without spoiling the figures."""


def main() -> None:
    """Print the tables; stop if one of the project's own commands fails."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description="Measure and print tables.")
    parser.add_argument(
        "part", nargs="*", choices=[[], *PARTS], help=f"what to measure: {', '.join(PARTS)}; all if none"
    )
    parts = parser.parse_args().part or [*PARTS]
    with tempfile.TemporaryDirectory() as folder:
        work = workplace(Path(folder) / "work")
        site = load_site(work)
        try:
            for part in parts:
                begun = usage()
                for text in PARTS[part].report(work, site):
                    sys.stdout.write(text)
                    sys.stdout.flush()
                sys.stdout.write(_meanwhile(disturbance(begun, usage())))
        except Failed as error:
            raise SystemExit(f"A command failed, so nothing more is measured:\n{error}") from None


def _meanwhile(share: float) -> str:
    """A word to whoever measures on a machine that does other work as well."""
    return (
        f"(not fair figures: other programs took {share:.0%} of the processors meanwhile)\n\n" if share > FAIR else "\n"
    )


if __name__ == "__main__":
    main()
