"""Writing the ledger of a language: a sorted line for each unit, so that two people seldom touch the same one."""

from __future__ import annotations

import json
import re
from pathlib import Path

from macros.model.translation import LedgerLine
from macros.translations import FOLDER, Ledger

_HEAD = (
    "# What each translation was made from. Written by the program: unit: state, digest of the source text, digest of the"
    " translation.\n"
)
_PLAIN = re.compile(r"[\w./][\w./#@-]*")


def ledger_text(lines: Ledger) -> str:
    """The file's text; the same for the same lines."""
    return _HEAD + "".join(f"{_key(key)}: {line}\n" for key, line in sorted(lines.items()))


def _key(key: str) -> str:
    return key if _PLAIN.fullmatch(key) else json.dumps(key, ensure_ascii=False)


def changed_files(root: Path, ledgers: dict[str, dict[str, LedgerLine]]) -> dict[Path, bytes]:
    """Files to write so that ledgers hold these lines: those whose bytes differ from what is there."""
    files = {}
    for language, lines in ledgers.items():
        path, content = root / FOLDER / f"{language}.yml", ledger_text(lines).encode()
        if not path.is_file() or path.read_bytes() != content:
            files[path] = content
    return files


def put(files: dict[Path, bytes]) -> None:
    """Write files, each aside first, so that none is ever there by half."""
    new = {}
    for path, content in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        new[path] = path.with_name(f".{path.name}.new")
        new[path].write_bytes(content)
    for path, aside in new.items():
        aside.replace(path)
