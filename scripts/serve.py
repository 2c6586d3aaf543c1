"""Live preview of one language."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from macros.model import Language
from scripts.build import environment


def serve(root: Path, language: Language) -> int:
    """Serve a language until the reader stops it.

    Args:
        root: The workplace.
        language: What to serve.

    Returns:
        The exit code: 0 if it was stopped by the keyboard.
    """
    command = [sys.executable, "-m", "mkdocs", "serve", "--no-strict"]
    try:
        return subprocess.run(command, cwd=root, env=environment(root, language), check=False).returncode
    except KeyboardInterrupt:
        return 0
