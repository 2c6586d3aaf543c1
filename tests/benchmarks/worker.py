"""What one guide costs a worker that has started already: prints the median wall seconds and the peak megabytes."""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from pathlib import Path
from typing import cast

from scripts.check import publishable
from scripts.export import Format, export
from scripts.workflow import books


def main(guide: str, format_: Format, runs: int) -> None:
    """Export the guide once to warm up and then as often as asked."""
    book = books(Path.cwd(), publishable(Path.cwd()), [guide], ["fi"])[0]
    seconds = []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(runs + 1):
            begun = time.perf_counter()
            export(book, format_, Path(folder) / f"book.{format_}")
            seconds.append(time.perf_counter() - begun)
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    sys.stdout.write(f"{sorted(seconds[1:])[runs // 2]} {megabytes}\n")


if __name__ == "__main__":
    main(sys.argv[1], cast("Format", sys.argv[2]), int(sys.argv[3]))
