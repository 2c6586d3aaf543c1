"""Ctrl-C while processes are being started ends in no traceback of theirs."""

from __future__ import annotations

import subprocess
import sys

from tests.workplaces import PROJECT

SCRIPT = """
import multiprocessing, signal
from scripts.workers import interrupts_held

with interrupts_held():
    process = multiprocessing.get_context("spawn").Process(target=print)
    process.start()
    held = signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ())
process.join()
print(held, signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ()))
"""


def test_a_process_is_begun_with_interrupts_held_back_and_they_are_let_through_afterwards() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], cwd=PROJECT, capture_output=True, text=True, check=False)
    assert (done.stdout.split(), done.stderr) == (["True", "False"], "")
