"""The server of a preview: MkDocs' own, which reloads pages; with problems shown in the pages or in their stead."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer

from scripts.preview.building import Builder
from scripts.preview.page import Entry, problem_box, problem_page

_POLL = 0.2
"""Seconds between two looks at the watched files."""


class Server(LiveReloadServer):
    """Serves the folder a Builder builds into, and builds whenever a watched file changes."""

    def __init__(self, builder: Builder, host: str, port: int, folder: Path) -> None:
        super().__init__(builder.build, host, port, str(folder), polling_interval=_POLL)
        self.build_delay = 0.05  # within which a second file of one edit may follow
        self.error_handler = self._error_page
        self._folder, self._made = folder, builder
        self._problems: list[Entry] = []

    def follow(self) -> None:
        """Serve until the keyboard stops it; ``server_bind`` has been called."""
        self.server_activate()
        self.observer.start()
        self.serve_thread.start()
        try:
            self._build_loop()  # type: ignore[no-untyped-call]
        finally:
            self.shutdown()

    def show_problems(self, entries: list[Entry]) -> None:
        """Show these problems from now on; pages that are open load again if that changes them."""
        with self._epoch_cond:
            if entries == self._problems:
                return
            self._problems = entries
            if self._wanted_epoch == self._visible_epoch:  # else a build is going on, after which they load anyway
                self._wanted_epoch = self._visible_epoch = max(self._visible_epoch + 1, round(time.monotonic() * 1000))
                self._epoch_cond.notify_all()

    def _serve_request(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes] | None:
        path = environ["PATH_INFO"]
        name = path.rsplit("/", 1)[-1]
        if not path.startswith("/livereload/") and ("." not in name or name.endswith(".html")):
            with self._epoch_cond:
                self._epoch_cond.wait_for(lambda: self._visible_epoch == self._wanted_epoch)
                epoch = self._visible_epoch
            if self._made.failure:
                body = super()._inject_js_into_html(problem_page(self._every()), epoch)  # type: ignore[no-untyped-call]
                start_response("200 OK", [("Content-Type", "text/html"), ("Content-Length", str(len(body)))])
                return [body]
        answer: Iterable[bytes] | None = super()._serve_request(environ, start_response)
        return answer

    def _every(self) -> list[Entry]:
        """What keeps the site from being built, and then what else is wrong."""
        failure = self._made.failure
        return [*failure, *(entry for entry in self._problems if entry not in failure)]

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        if self._problems:
            start = content.find(b"<body")
            start = content.find(b">", start) + 1
            box = problem_box(self._problems)
            content = content[:start] + box + content[start:]
        injected: bytes = super()._inject_js_into_html(content, epoch)  # type: ignore[no-untyped-call]
        return injected

    def _error_page(self, code: int) -> bytes | None:
        """MkDocs' page for what is not there, which loads again when it is."""
        page = self._folder / f"{code}.html"
        return self._inject_js_into_html(page.read_bytes(), self._visible_epoch) if page.is_file() else None
