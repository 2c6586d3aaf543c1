"""Look at every page in every variant and record what was found: ``make accessibility``."""

from __future__ import annotations

import os
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from datetime import datetime
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from macros.load import load_site
from tests import built
from tests.browser.accessibility.axe import look, places, prepared, told, version
from tests.browser.accessibility.record import PATH, run, text
from tests.browser.conftest import served
from tests.chromium import chromium
from tests.workplaces import PROJECT


def main() -> int:
    """Build the site, look at it with all processors, write the record; returns 1 if there are faults."""
    with tempfile.TemporaryDirectory() as folder:
        site = built.build(built.workplace(Path(folder) / "work"))
        every = places(site)
        workers = os.cpu_count() or 1
        with served(site) as address, ProcessPoolExecutor(workers, get_context("spawn")) as pool:
            shares = pool.map(partial(look, address), [every[share::workers] for share in range(workers)])
            found = [entry for share in shares for entry in share]
    with chromium() as browser, prepared(browser) as page:
        latest = run(
            datetime.now().astimezone().date().isoformat(),
            version(page),
            f"{browser.browser_type.name.capitalize()} {browser.version.partition('.')[0]}",
            every,
            found,
        )
    record = load_site(PROJECT).accessibility.model_copy(update={"tested": latest})
    (PROJECT / PATH).write_text(text(record), encoding="utf-8")
    sys.stdout.write("".join(f"{line}\n" for line in [*told(found), f"{PATH}: {len(every)} pages"]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
