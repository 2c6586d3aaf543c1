"""A static server as a host would be: it compresses text, and remembers what was fetched."""

from __future__ import annotations

import gzip
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

TEXT = (".css", ".html", ".js", ".json", ".svg", ".txt", ".wasm", ".xml")
"""What hosts compress; the rest is sent as it is."""


class Fetched(NamedTuple):
    """An address below the served folder, its size, and the bytes sent for it (heads not counted)."""

    address: str
    raw: int
    sent: int


class Served(NamedTuple):
    """Where a folder is served, and what has been fetched so far; the list may be cleared."""

    address: str
    fetched: list[Fetched]


@cache
def _compressed(path: Path, changed: int) -> bytes:
    return gzip.compress(path.read_bytes(), 6, mtime=0)


@contextmanager
def serve(folder: Path) -> Iterator[Served]:
    """Serve a folder until the work is done."""
    fetched: list[Fetched] = []

    class Handler(SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # as hosts do: else a body waits about 40 ms for the head to be acknowledged

        def __init__(self, *arguments: Any) -> None:
            super().__init__(*arguments, directory=str(folder))

        def do_GET(self) -> None:
            address = unquote(urlsplit(self.path).path)
            path = folder / address.lstrip("/")
            if path.is_dir():
                path, address = path / "index.html", address.rstrip("/") + "/index.html"
            if not path.is_file():
                self.send_error(404)
                return
            smaller = path.suffix in TEXT and "gzip" in self.headers.get("Accept-Encoding", "")
            body = _compressed(path, path.stat().st_mtime_ns) if smaller else path.read_bytes()
            fetched.append(Fetched(address, path.stat().st_size, len(body)))
            self.send_response(200)
            self.send_header("Content-Type", self.guess_type(path))
            self.send_header("Content-Length", str(len(body)))
            if smaller:
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Cache-Control", "max-age=600")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class names it so
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: Any, client_address: Any) -> None:
            """Say nothing of a browser that has hung up."""
            if not isinstance(sys.exception(), ConnectionError):
                super().handle_error(request, client_address)

    server = Server(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield Served(f"http://127.0.0.1:{server.server_port}/", fetched)
    finally:
        server.shutdown()
        server.server_close()
