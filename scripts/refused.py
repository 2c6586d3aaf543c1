"""What the system refused - room, permission - in words for whoever ran a command."""

from __future__ import annotations

import errno
import re
from pathlib import Path

from macros.problem import Message, say

_REASONS = {
    errno.EADDRINUSE: "refused-port",
    errno.ENOSPC: "refused-room",
    errno.EDQUOT: "refused-room",
    errno.EROFS: "refused-read-only",
    errno.EACCES: "refused-permission",
    errno.EPERM: "refused-permission",
    errno.EFBIG: "refused-large",
    errno.EXDEV: "refused-other-disk",
    errno.EBUSY: "refused-other-disk",
    errno.EEXIST: "refused-in-the-way",
    errno.ENOTDIR: "refused-in-the-way",
    errno.EISDIR: "refused-in-the-way",
    errno.EMFILE: "refused-too-many",
    errno.ENFILE: "refused-too-many",
    errno.EIO: "refused-disk",
}
_ERROR = re.compile(r"\[Errno (\d+)\] [^:\n]*(?:: '([^'\n]*)')?[^\n]*\s*\Z")


def refused(error: OSError, root: Path) -> list[Message]:
    """An error of the system as lines to tell: where, what, how to mend.

    Args:
        error: What the system raised.
        root: The workplace.

    Returns:
        The lines; none if the user cannot mend it: then it is a mistake of the program.
    """
    if error.errno not in _REASONS:
        return []
    reason = _REASONS[error.errno]
    if error.errno == errno.EADDRINUSE:
        return [say(f"commands/{reason}")]
    where = Path(str(error.filename)) if error.filename else root
    if where.is_relative_to(root) and where != root:
        where = where.relative_to(root)
    return [say(f"commands/{reason}", where=where.as_posix()), say("commands/unchanged")]


def from_output(output: str) -> OSError | None:
    """The error of the system with which a program's output ends, if it ends with one."""
    match = _ERROR.search(output)
    return OSError(int(match[1]), "refused", match[2]) if match else None
