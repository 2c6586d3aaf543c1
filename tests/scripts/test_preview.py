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
from collections.abc import Iterator, Sequence
from contextlib import chdir, contextmanager
from pathlib import Path
from urllib.parse import urljoin

import pytest

from macros.problem import Message, say
from scripts.preview.building import Builder
from tests.workplaces import small_project

WAIT = 60.0
"""Seconds after which a preview that does not answer counts as broken."""


def environment(**values: str) -> dict[str, str]:
    return os.environ | {"NO_MKDOCS_2_WARNING": "1"} | values


OURS = ("scripts", "serve", "--port", "{}")
MKDOCS = ("mkdocs", "serve", "--dev-addr", "127.0.0.1:{}")


@contextmanager
def preview(root: Path, command: Sequence[str] = OURS) -> Iterator[str]:
    """A preview in a workplace; gives the address of the site."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", *(word.format(port) for word in command)],
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


def when_shown(address: str, text: str, without: str = "\0") -> str:
    """The page once it holds a text, and does not hold another; asks again as soon as the server says that it has built anew."""
    deadline = time.monotonic() + WAIT
    epoch, instance = "", ""
    while time.monotonic() < deadline:
        try:
            page = read(address)
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.05)  # the server is not up yet
            continue
        if text in page and without not in page:
            return page
        match = re.search(r"livereload\((\d+), (\d+)\)", page)
        if match and (epoch, instance) != match.groups():
            epoch, instance = match.groups()
        read(urljoin(address, f"/livereload/{epoch}/{instance}"))  # answers when a new build is there
    raise AssertionError(f"{address} does not show {text!r}")


@pytest.mark.parametrize("command", [OURS, MKDOCS], ids=["ours", "mkdocs"])
def test_a_preview_follows_edits_of_data_pages_macros_and_overrides(command: Sequence[str], tmp_path: Path) -> None:
    root = small_project(tmp_path / "work")
    with preview(root, command) as address:
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

        footer = root / "overrides/partials/footer.html"
        footer.write_text(f"<p>Uusi alaosa</p>{footer.read_text(encoding='utf-8')}", encoding="utf-8")
        assert "Uusi alaosa" in when_shown(place, "Uusi alaosa")

        page.write_text(page.read_text(encoding="utf-8") + "\nToinen lause.\n", encoding="utf-8")
        shown = when_shown(place, "Toinen lause.")
        assert all(text in shown for text in ("Tapaaminen", "Uusi lause.", "Uusi rivi.", "777", "Uusi alaosa"))


def test_a_mistake_in_a_preview_of_mkdocs_leaves_the_last_good_page(tmp_path: Path) -> None:
    root = small_project(tmp_path / "work")
    edition = root / "data/models/malli/2023-11.yml"
    good = edition.read_text(encoding="utf-8")
    with preview(root, MKDOCS) as address:
        place = f"{address}malli/ydinelementit/"
        when_shown(place, "Kohtaaminen")
        edition.write_text(good.replace("number: 1", "numbr: 1"), encoding="utf-8")
        assert "Kohtaaminen" in read(place)
        edition.write_text(good.replace("fi: Kohtaaminen", "fi: Tapaaminen"), encoding="utf-8")
        assert "Tapaaminen" in when_shown(place, "Tapaaminen")


EDITION = "data/models/malli/2023-11.yml"
ELEMENTS = "docs/fi/malli/ydinelementit.md"
FAULTS = {
    "a field of the data": (EDITION, "number: 1", "numbr: 1", f"{EDITION}:8", "[unknown-field]"),
    "data that cannot be read": ("data/glossary.yml", "- id", "- id: [", "data/glossary.yml:", "[yaml]"),
    "a macro call": (ELEMENTS, "\n## ", "\n{{ no_such() }}\n\n## ", f"{ELEMENTS}:", "[unknown-macro]"),
    "a dead link": (ELEMENTS, "\n## ", "\n[x](nowhere.md)\n\n## ", f"{ELEMENTS}:", "[dead-link]"),
    "a translation": (
        "docs/sv/malli/index.md",
        "\n## ",
        "\n## Ny { #new }\n\nText.\n\n## ",
        "malli/index.md:",
        "[heading-",
    ),
    "code of a macro": ("macros/views/claims.py", "\ndef ", "\ndef def ", "macros/views/claims.py:", "[SyntaxError]"),
    "a template of the site": (
        "overrides/main.html",
        "{% block styles",
        "{% if %}{% block styles",
        "overrides/main.html:",
        "[TemplateSyntaxError]",
    ),
}


def test_problems_show_with_file_and_line_and_go_away_when_mended(tmp_path: Path) -> None:
    root = small_project(tmp_path / "work")
    with preview(root) as address:
        place = f"{address}malli/ydinelementit/"
        when_shown(place, "Kohtaaminen")
        for path, old, new, where, what in FAULTS.values():
            good = (root / path).read_text(encoding="utf-8")
            assert old in good, path
            (root / path).write_text(good.replace(old, new, 1), encoding="utf-8")
            page = when_shown(place, what)
            assert 'class="to-mend"' in page
            assert where in page
            (root / path).write_text(good, encoding="utf-8")
            page = when_shown(place, "Kohtaaminen", without='class="to-mend"')


def test_a_preview_begins_although_there_are_problems(tmp_path: Path) -> None:
    root = small_project(tmp_path / "work")
    edition = root / EDITION
    good = edition.read_text(encoding="utf-8")
    edition.write_text(good.replace("number: 1", "numbr: 1"), encoding="utf-8")
    with preview(root) as address:
        assert f"{EDITION}:8" in when_shown(address, "Korjattavaa")
        edition.write_text(good, encoding="utf-8")
        when_shown(f"{address}malli/ydinelementit/", "Kohtaaminen", without='class="to-mend"')


@pytest.fixture
def _own_macros() -> Iterator[None]:
    """A preview in this process loads the macros anew; other tests need those they have."""
    kept = {name: module for name, module in sys.modules.items() if name.split(".")[0] == "macros"}
    yield
    for name in [name for name in sys.modules if name.split(".")[0] == "macros"]:
        del sys.modules[name]
    sys.modules.update(kept)


@pytest.mark.usefixtures("_own_macros")
def test_an_edit_of_a_page_builds_that_page_alone_and_a_new_title_the_whole_site(tmp_path: Path) -> None:
    root = small_project(tmp_path / "work")
    folder = tmp_path / "shown"
    told: list[Message | str] = []
    with chdir(root):
        builder = Builder(root, "fi", folder, "http://127.0.0.1:1/", told.append)
        builder.build()
        assert builder.failure == []
        others = [path for path in folder.rglob("index.html") if path != folder / "malli/ydinelementit/index.html"]
        times = {path: path.stat().st_mtime_ns for path in others}
        page = root / ELEMENTS
        page.write_text(page.read_text(encoding="utf-8") + "\nUusi lause.\n", encoding="utf-8")
        builder.build()
        assert "Uusi lause." in (folder / "malli/ydinelementit/index.html").read_text(encoding="utf-8")
        assert {path: path.stat().st_mtime_ns for path in others} == times
        partial = {path: path.read_bytes() for path in folder.rglob("*.html")}

        whole = Builder(root, "fi", tmp_path / "whole", "http://127.0.0.1:1/", told.append)
        whole.build()
        assert {path: (tmp_path / "whole" / path.relative_to(folder)).read_bytes() for path in partial} == partial

        page.write_text(re.sub(r"title: .*", "title: Uusi otsikko", page.read_text(encoding="utf-8")), encoding="utf-8")
        builder.build()
        assert all(path.stat().st_mtime_ns > times[path] for path in others)
        assert told[-1] == say("commands/preview-shown", names=(ELEMENTS,))


def test_a_preview_that_is_stopped_by_the_keyboard_says_so_and_leaves_nothing(tmp_path: Path) -> None:
    root = small_project(tmp_path / "work")
    (tmp_path / "temporary").mkdir()
    process = subprocess.Popen(
        [sys.executable, "-m", "scripts", "serve", "--port", "0"],
        cwd=root,
        env=environment(TMPDIR=str(tmp_path / "temporary")),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline().startswith("Esikatselu: http://127.0.0.1:")
    os.killpg(process.pid, signal.SIGINT)
    assert process.communicate() == ("Esikatselu on lopetettu.\n", "")
    assert process.returncode == 0
    assert list((tmp_path / "temporary").iterdir()) == []


def test_a_preview_on_a_port_that_is_taken_says_so(tmp_path: Path) -> None:
    root = small_project(tmp_path / "work")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = subprocess.run(
            [sys.executable, "-m", "scripts", "serve", "--port", str(taken.getsockname()[1])],
            cwd=root,
            env=environment(),
            capture_output=True,
            text=True,
            check=False,
        )
    assert result.returncode == 1
    assert "portti on varattu" in result.stderr
    assert "Traceback" not in result.stderr


def test_mkdocs_build_by_itself_builds_finnish_and_by_its_environment_any_language(tmp_path: Path) -> None:
    root = small_project(tmp_path / "work")
    for values in ({}, {"GUIDE_LANGUAGE": "sv", "DOCS_DIR": "docs/sv", "SITE_DIR": "site/sv"}):
        subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=root, env=environment(**values), check=True
        )
    assert '<html lang="fi"' in (root / "site/fi/index.html").read_text(encoding="utf-8")
    assert '<html lang="sv"' in (root / "site/sv/index.html").read_text(encoding="utf-8")


def test_mkdocs_build_by_itself_tells_mistakes_without_a_traceback(tmp_path: Path) -> None:
    root = small_project(tmp_path / "work")
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
