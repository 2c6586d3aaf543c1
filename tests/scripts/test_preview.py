"""MkDocs by itself, as an editor uses it: a preview that follows every edit, and a build with no wrapper."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urljoin

from tests.built import workplace
from tests.workplaces import smallest

WAIT = 60.0
"""Seconds after which a preview that does not answer counts as broken."""


def environment(**values: str) -> dict[str, str]:
    return os.environ | {"NO_MKDOCS_2_WARNING": "1"} | values


def small_workplace(to: Path) -> Path:
    """The smallest workplace with the project's own code beside it, as `mkdocs` expects."""
    workplace(to)
    for folder in ("docs", "data"):
        subprocess.run(["rm", "-rf", str(to / folder)], check=True)
    return smallest(to)


@contextmanager
def preview(root: Path) -> Iterator[str]:
    """`mkdocs serve` in a workplace; gives the address of the site."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
        cwd=root,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def read(address: str) -> str:
    with urllib.request.urlopen(address, timeout=WAIT) as answer:
        return str(answer.read().decode("utf-8"))


def when_shown(address: str, text: str) -> str:
    """The page once it holds a text; asks again as soon as the server says that it has built anew."""
    deadline = time.monotonic() + WAIT
    epoch, instance = "", ""
    while time.monotonic() < deadline:
        try:
            page = read(address)
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.05)  # the server is not up yet
            continue
        if text in page:
            return page
        match = re.search(r"livereload\((\d+), (\d+)\)", page)
        if match and (epoch, instance) != match.groups():
            epoch, instance = match.groups()
        read(urljoin(address, f"/livereload/{epoch}/{instance}"))  # answers when a new build is there
    raise AssertionError(f"{address} does not show {text!r}")


def test_a_preview_follows_edits_of_data_pages_and_macros(tmp_path: Path) -> None:
    root = small_workplace(tmp_path / "work")
    with preview(root) as address:
        place = f"{address}malli/ydinelementit/"
        when_shown(place, "Kohtaaminen")

        edition = root / "data/models/malli/2023-11.yml"
        edition.write_text(
            edition.read_text(encoding="utf-8").replace("fi: Kohtaaminen", "fi: Tapaaminen"), encoding="utf-8"
        )
        assert "Tapaaminen" in when_shown(place, "Tapaaminen")

        page = root / "docs/fi/malli/ydinelementit.md"
        page.write_text(page.read_text(encoding="utf-8") + "\nUusi lause.\n", encoding="utf-8")
        assert "Uusi lause." in when_shown(place, "Uusi lause.")

        template = root / "macros/views/templates/core_element_box.md.jinja"
        template.write_text(template.read_text(encoding="utf-8") + "\nUusi rivi.\n", encoding="utf-8")
        assert "Uusi rivi." in when_shown(place, "Uusi rivi.")

        code = root / "macros/views/core_elements.py"
        code.write_text(
            code.read_text(encoding="utf-8").replace(
                "element=found,", "element=found.model_copy(update={'number': 777}),"
            ),
            encoding="utf-8",
        )
        assert "777" in when_shown(place, "777")


def test_a_mistake_in_a_preview_is_told_and_the_last_good_page_stays(tmp_path: Path) -> None:
    root = small_workplace(tmp_path / "work")
    edition = root / "data/models/malli/2023-11.yml"
    good = edition.read_text(encoding="utf-8")
    with preview(root) as address:
        place = f"{address}malli/ydinelementit/"
        when_shown(place, "Kohtaaminen")
        edition.write_text(good.replace("number: 1", "numbr: 1"), encoding="utf-8")
        assert "Kohtaaminen" in read(place)
        edition.write_text(good.replace("fi: Kohtaaminen", "fi: Tapaaminen"), encoding="utf-8")
        assert "Tapaaminen" in when_shown(place, "Tapaaminen")


def test_mkdocs_build_by_itself_builds_finnish_and_by_its_environment_any_language(tmp_path: Path) -> None:
    root = small_workplace(tmp_path / "work")
    for values in ({}, {"GUIDE_LANGUAGE": "sv", "DOCS_DIR": "docs/sv", "SITE_DIR": "site/sv"}):
        subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=root, env=environment(**values), check=True
        )
    assert '<html lang="fi"' in (root / "site/fi/index.html").read_text(encoding="utf-8")
    assert '<html lang="sv"' in (root / "site/sv/index.html").read_text(encoding="utf-8")


def test_mkdocs_build_by_itself_tells_mistakes_without_a_traceback(tmp_path: Path) -> None:
    root = small_workplace(tmp_path / "work")
    edition = root / "data/models/malli/2023-11.yml"
    edition.write_text(edition.read_text(encoding="utf-8").replace("number: 1", "numbr: 1"), encoding="utf-8")
    page = root / "docs/fi/index.md"
    for mend in (False, True):
        if mend:
            edition.write_text(edition.read_text(encoding="utf-8").replace("numbr: 1", "number: 1"), encoding="utf-8")
            page.write_text(page.read_text(encoding="utf-8") + '\n{{ model_sumary("malli") }}\n', encoding="utf-8")
        result = subprocess.run(
            [sys.executable, "-m", "mkdocs", "build"],
            cwd=root,
            env=environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        told = result.stdout + result.stderr
        assert result.returncode == 1
        assert (
            'docs/fi/index.md:12: makroa "model_sumary"' if mend else 'data/models/malli/2023-11.yml:8: kenttää "numbr"'
        ) in told
        assert "Korjaus: tarkoititko" in told
        assert "Traceback" not in told
