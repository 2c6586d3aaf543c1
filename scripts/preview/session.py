"""A preview from its beginning to its end."""

from __future__ import annotations

import gc
import logging
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from macros.problem import Message, say
from scripts.build import environment
from scripts.preview.building import WATCHED, Builder
from scripts.preview.checking import Checker
from scripts.preview.server import Server

HOST = "127.0.0.1"


def serve(root: Path, language: str, port: int, report: Callable[[Message | str], None]) -> None:
    """Serve a language until the keyboard stops it; content with problems is no reason not to begin.

    Args:
        root: The workplace; also the working folder.
        language: Id of the language.
        port: Where the browser finds it on this machine.
        report: Takes a line of what is shown, and each problem.

    Raises:
        OSError: The port is taken, or the system refused something else.
    """
    gc.enable()  # unlike other commands, this one lives long
    sys.dont_write_bytecode = True  # it would stand among the files that are watched
    os.environ.update(environment(root, language))
    logging.getLogger("mkdocs").setLevel(logging.CRITICAL)  # what it has to say comes as a problem, with a line
    folder = Path(tempfile.mkdtemp(prefix="preview-"))
    address = f"http://{HOST}:{port}/"
    builder = Builder(root, language, folder, address, report)
    server = Server(builder, HOST, port, folder)
    checker = Checker(root, server.show_problems, report)
    try:
        server.server_bind()  # before the first build, which takes a while
        builder.build()
        builder.built = checker.again
        checker.again()
        for name in WATCHED:
            if (root / name).exists():  # most workplaces have no local edition
                server.watch(str(root / name))
        report(say("commands/preview-at", address=address))
        server.follow()
    finally:
        checker.stop()
        shutil.rmtree(folder, ignore_errors=True)
