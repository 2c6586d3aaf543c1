"""Processes that work side by side for a command, and end with it however it ends."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from concurrent import futures
from contextlib import contextmanager
from multiprocessing import resource_tracker


@contextmanager
def worker_pool(workers: int) -> Iterator[futures.ProcessPoolExecutor]:
    """A pool of processes; if the block is left by an exception, what has not begun is not begun any more."""
    pool = futures.ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"), initializer=_begin)
    try:
        yield pool
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        raise
    pool.shutdown()


@contextmanager
def interrupts_held(*, spawning: bool = True) -> Iterator[None]:
    """Hold back Ctrl-C while processes are started: one that is not ready for it yet would complain at length.

    Args:
        spawning: Whether they are spawned, not forked. Before the first of these Python starts a process of its own, and
            then lets Ctrl-C through: so that one is started first.
    """
    if spawning:
        resource_tracker.ensure_running()
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def quietly_stopped() -> None:
    """Let a process that works for a command end without a word when the command is stopped."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def _begin() -> None:
    quietly_stopped()
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A worker whose command was killed would wait for work for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
