"""Answers remembered between runs: one JSON file, which can be deleted at any time and never changes an answer."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path
from tempfile import NamedTemporaryFile
from types import TracebackType
from typing import Any, Self


def digest(path: Path) -> str:
    """What tells two states of a file apart, for the name of a memory."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:8]


@lru_cache(maxsize=8)
def _table(path: Path, changed: int, size: int) -> dict[str, Any]:
    """The table in a file as it was when it was last changed; read once in a process."""
    known = json.loads(path.read_text(encoding="utf-8"))
    return known if isinstance(known, dict) else {}


class Memory:
    """A table of answers; what was learned is kept when the ``with`` block ends without an error.

    Args:
        path: The file; its name holds the version of whatever answers, so that a new version starts anew.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._learned: dict[str, Any] = {}

    def __enter__(self) -> Self:
        self._known = self._read()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None and self._learned:
            self._keep()

    def recall(self, questions: Iterable[str], answer: Callable[[str], Any]) -> dict[str, Any]:
        """The answer to each question; what is not known yet is asked for."""
        found = {}
        for question in questions:
            if question not in self._known:
                # Through JSON, so that a new answer is the same as one that was remembered.
                self._known[question] = self._learned[question] = json.loads(json.dumps(answer(question)))
            found[question] = self._known[question]
        return found

    def _read(self) -> dict[str, Any]:
        try:
            state = self._path.stat()
            return _table(self._path, state.st_mtime_ns, state.st_size)
        except (OSError, ValueError):  # none yet, or not whole any more
            return {}

    def _keep(self) -> None:
        """Write aside and put in place at once; what another process has learned meanwhile is kept too."""
        known = {**self._read(), **self._learned}
        half = None
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile("w", dir=self._path.parent, prefix=".", delete=False, encoding="utf-8") as file:
                half = Path(file.name)
                json.dump(known, file, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
            half.replace(self._path)
        except OSError:  # no room or no permission: what was learned is learned again next time
            if half is not None:
                half.unlink(missing_ok=True)
