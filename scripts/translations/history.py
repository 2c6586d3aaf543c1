"""Earlier texts of the source, from the history that git keeps."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from macros.source import parse
from macros.units import data_texts, digest, file_of, page_parts


class History:
    """The earlier versions of files, read as far as they are asked for and kept."""

    def __init__(self, root: Path, languages: Sequence[str], source: str) -> None:
        """Ask of a workplace.

        Args:
            root: The workplace.
            languages: Ids of its languages.
            source: Id of the source language.
        """
        self._root, self._languages, self._source = root, languages, source
        self._git = shutil.which("git")
        self._read: dict[str, list[dict[str, str]]] = {}
        self._more: dict[str, Iterator[str]] = {}

    def earlier(self, key: str, wanted: str) -> str | None:
        """The source text of a unit that has a digest; None if the history does not hold it, or there is no history."""
        path = file_of(key, self._source)
        for texts in self._versions(path):
            text = texts.get(key)
            if text is not None and digest(text) == wanted:
                return text
        return None

    def _versions(self, path: str) -> Iterator[dict[str, str]]:
        """Source texts of the units of a file, in each version of it, the newest first."""
        if path not in self._more:
            self._read[path], self._more[path] = [], self._contents(path)
        yield from self._read[path]
        for content in self._more[path]:
            self._read[path].append(self._texts(path, content))
            yield self._read[path][-1]

    def _texts(self, path: str, content: str) -> dict[str, str]:
        start = f"docs/{self._source}/"
        if path.startswith(start):
            return {part.key: part.text for part in page_parts(path.removeprefix(start), content)}
        texts = data_texts(path, parse(content, path).value, self._languages)
        return {key: text[self._source].strip() for key, _, text in texts if self._source in text}

    def _contents(self, path: str) -> Iterator[str]:
        for commit in (self._run("log", "--format=%H", "--", path) or "").split():
            content = self._run("show", f"{commit}:./{path}")
            if content is not None:
                yield content.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")

    def _run(self, *arguments: str) -> str | None:
        """What git says; None if it says it cannot, or there is no git."""
        if self._git is None:
            return None
        done = subprocess.run([self._git, *arguments], cwd=self._root, capture_output=True, check=False)
        return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None
