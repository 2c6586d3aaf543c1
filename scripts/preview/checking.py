"""The rules over all content, looked at beside a preview, in a process of its own that has the newest code."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

from macros.problem import Message, say
from scripts.preview.page import Entry, entry, told
from scripts.workers import interrupts_held, quietly_stopped

Report = Callable[[Message | str], None]
Show = Callable[[list[Entry]], None]


class Checker:
    """Checks the content again whenever it is told to; an unfinished check gives way to a newer one."""

    def __init__(self, root: Path, show: Show, report: Report) -> None:
        self._root, self._show, self._report = root, show, report
        self._told: list[Entry] = []
        self._lock = threading.Lock()
        self._process: multiprocessing.process.BaseProcess | None = None

    def again(self) -> None:
        """Begin a check of the content as it now is; returns at once."""
        with self._lock:
            self._end()
            context = multiprocessing.get_context("spawn")
            receiver, sender = context.Pipe(duplex=False)
            process = context.Process(target=_check, args=(self._root, sender), daemon=True)
            with interrupts_held():
                process.start()
            sender.close()
            self._process = process
        threading.Thread(target=self._receive, args=(receiver, process), daemon=True).start()

    def stop(self) -> None:
        """End the check that is going on."""
        with self._lock:
            self._end()

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process = None

    def _receive(self, receiver: Connection, process: multiprocessing.process.BaseProcess) -> None:
        try:
            entries: list[Entry] = receiver.recv()
        except (EOFError, OSError):
            return  # a newer check has taken its place, or the code is faulty, which the build tells
        with self._lock:
            if self._process is not process:
                return
        for found in entries:
            if found not in self._told:
                self._report(told(found))
        if self._told and not entries:
            self._report(say("commands/preview-mended"))
        self._told = entries
        self._show(entries)


def _check(root: Path, sender: Connection) -> None:
    quietly_stopped()
    os.nice(10)  # the page the author waits for comes first
    try:
        from scripts.check import check

        problems = check(root).problems
    except Exception:  # noqa: BLE001 - faulty code of the macros; the build of the preview tells it
        return
    sender.send([entry(problem) for problem in problems])
