"""What a preview builds after an edit: one page if no more has changed, else everything."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import _build_page, _populate_page, build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.meta import get_data

from macros.problem import Message, say
from scripts.preview.page import Entry, entry, told

WATCHED = ("docs", "data", "local", "macros", "overrides", "mkdocs.yml")
"""Files and folders of the workplace that a preview follows."""

_NAMED = 4
"""Files that are named; of more, only their number is told."""
Snapshot = dict[str, tuple[int, int]]


class _Kept(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """Keeps what MkDocs has made of the whole site, so that a page can be built again by itself."""

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        self.nav, self.mkdocs, self.files = nav, config, files

    def on_env(self, env: Environment, **_: Any) -> None:
        self.env = env
        self.fronts = {file.src_uri: get_data(file.content_string)[1] for file in self.files.documentation_pages()}
        self.macros: dict[str, ModuleType] = {
            name: module for name, module in sys.modules.items() if name.split(".")[0] == "macros"
        }


class Builder:
    """Builds the site of a preview again and again.

    Attributes:
        failure: What keeps the site from being built, as entries to show; empty if it was built.
        built: Called after each build.
    """

    def __init__(
        self, root: Path, language: str, to: Path, address: str, report: Callable[[Message | str], None]
    ) -> None:
        self.failure: list[Entry] = []
        self.built: Callable[[], None] = lambda: None
        self.language = language
        self._root, self._to, self._address, self._report = root, to, address, report
        self._seen: Snapshot = {}
        self._kept: _Kept | None = None
        self._faulty: set[str] = set()

    def build(self) -> None:
        """Build what has changed since the last time; never raises for what an author or a developer can write.

        The search learns of the edit of a page when the whole site is built next.
        """
        now = snapshot(self._root)
        changed = {path for path in self._seen.keys() | now.keys() if self._seen.get(path) != now.get(path)}
        fresh = bool(self._seen)
        pages = self._pages(changed, now)
        self._seen = now
        if fresh and not changed:
            return
        try:
            if pages is None:
                self._build_all()
            else:
                self._build_pages(pages)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is shown where the author looks
            entries = list(_entries(error, self._root))
            if entries != self.failure:
                for found in entries:
                    self._report(told(found))
            self.failure = entries
        else:
            self.failure = []
            self._faulty = set()
            if fresh:
                self._report(_shown(changed))
        self.built()

    def _pages(self, changed: set[str], now: Snapshot) -> set[str] | None:
        """Sources of the pages to build if no others can have changed, else None."""
        if self._kept is None:
            return None
        pages = set(self._faulty)
        own = f"docs/{self.language}/"
        for path in changed:
            if not path.startswith(own):
                if path.startswith("docs/"):
                    continue  # of another language, which is not shown
                return None
            source = path.removeprefix(own)
            known = path in now and path in self._seen and source in self._kept.fronts
            if not known or self._front(path) != self._kept.fronts[source]:
                return None  # its title, or whether it is there, shows on other pages
            pages.add(source)
        return pages

    def _front(self, path: str) -> Any:
        try:
            return get_data((self._root / path).read_text(encoding="utf-8-sig"))[1]
        except (OSError, ValueError):
            return None

    def _build_all(self) -> None:
        self._forget_macros()
        self._kept = None
        config = load_config(strict=False, site_dir=str(self._to), site_url=self._address)
        kept = _Kept()
        config.plugins["preview"] = kept
        build(config, serve_url=self._address)
        self._kept = kept

    def _build_pages(self, pages: set[str]) -> None:
        kept = self._kept
        assert kept is not None
        sys.modules.update(kept.macros)  # the hooks have forgotten them; site and code must be of one loading
        found = [file for file in kept.files.documentation_pages() if file.src_uri in pages]
        for file in found:
            self._faulty.add(file.src_uri)
            page = file.page
            assert isinstance(page, Page)
            _populate_page(page, kept.mkdocs, kept.files)
            _build_page(page, kept.mkdocs, kept.files.documentation_pages(), kept.nav, kept.env)
            self._faulty.discard(file.src_uri)

    def _forget_macros(self) -> None:
        for name in [name for name in sys.modules if name.split(".")[0] == "macros"]:
            del sys.modules[name]


def snapshot(root: Path) -> Snapshot:
    """When each watched file was last written, and its size; without what editors and Python put beside them."""
    found: Snapshot = {}
    for name in WATCHED:
        folders = os.walk(root / name) if (root / name).is_dir() else [(str(root), [], [name])]
        for folder, below, files in folders:
            below[:] = [name for name in below if not name.startswith((".", "__pycache__"))]
            for file in files:
                if file.startswith((".", "#")) or file.endswith(("~", ".swp", ".tmp")):
                    continue
                path = os.path.join(folder, file)  # noqa: PTH118 - several times a second, for hundreds of files
                try:
                    state = os.stat(path)  # noqa: PTH116
                except OSError:
                    continue
                found[os.path.relpath(path, root).replace(os.sep, "/")] = (state.st_mtime_ns, state.st_size)
    return found


def _shown(changed: set[str]) -> Message:
    if len(changed) > _NAMED:
        return say("commands/preview-shown-many", count=len(changed))
    return say("commands/preview-shown", names=tuple(sorted(changed)))


def _entries(error: Exception, root: Path) -> Iterator[Entry]:
    """An error as entries: an author's problems one by one, another's as it is."""
    problems = getattr(error, "problems", None) or getattr(error.__context__, "problems", None)
    if problems:
        yield from map(entry, problems)
    elif isinstance(error, (Abort, MkDocsException)):
        yield Entry("mkdocs.yml", 1, "mkdocs", str(error).strip(), "")
    else:
        frames = [
            frame for frame in traceback.extract_tb(error.__traceback__) if Path(frame.filename).is_relative_to(root)
        ]
        inside = [
            frame for frame in frames if ".venv" not in frame.filename and "scripts" not in Path(frame.filename).parts
        ]
        path, line = getattr(error, "filename", None), getattr(error, "lineno", None)
        if not path and inside:
            path, line = inside[-1].filename, inside[-1].lineno
        where = Path(str(path or root))
        name = where.relative_to(root).as_posix() if where.is_relative_to(root) else str(where)
        yield Entry(name, line or 1, type(error).__name__, str(error), "")
