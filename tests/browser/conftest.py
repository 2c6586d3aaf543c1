"""A browser over the built site, served from this machine."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.hosting import HEADERS
from tests.chromium import chromium

expect.set_options(timeout=15_000)  # a machine that does other work as well is no reason to fail


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder as servers should (scripts/hosting), without a word."""

    def end_headers(self) -> None:
        for name, value in HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class names it so
        """Say nothing."""


@contextmanager
def serving(handler: Callable[..., BaseHTTPRequestHandler]) -> Iterator[str]:
    """A server on this machine, and its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a built site under a sub-path, as many hosts do; gives its address."""
    with TemporaryDirectory() as folder:
        Path(folder, "oppaat").symlink_to(site)
        with serving(partial(Quiet, directory=folder)) as host:
            yield f"{host}oppaat/"


@pytest.fixture(scope="session")
def address(built_site: Path) -> Iterator[str]:
    """Where the built site is served."""
    with served(built_site) as found:
        yield found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium: the one named by CHROMIUM, the system's, or playwright's own."""
    with chromium() as found:
        yield found


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page of desktop size."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="fi-FI")
    yield context.new_page()
    context.close()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A fresh page of a small phone's size."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, device_scale_factor=2, locale="sv-FI")
    yield context.new_page()
    context.close()
