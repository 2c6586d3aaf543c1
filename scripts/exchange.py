"""Two folders change places in one step: whoever looks sees the one or the other, never neither."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

_HERE = -100 if sys.platform == "linux" else -2  # AT_FDCWD: paths count from the working folder
_SWAP = 2  # RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS
_CANNOT = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP)
"""What is answered where the system or the disk's format does not know how."""


def exchange(one: Path, other: Path) -> bool:
    """Let two files or folders on one disk change places.

    Args:
        one: A path; something is there.
        other: Another; something is there, too.

    Returns:
        Whether it was done; False where the system or the disk's format cannot, and nothing has changed.

    Raises:
        OSError: It was refused for another reason, and nothing has changed.
    """
    swap = _swap()
    if swap is None:
        return False
    if swap(os.fsencode(one), os.fsencode(other)) == 0:
        return True
    code = ctypes.get_errno()
    if code in _CANNOT:
        return False
    raise OSError(code, os.strerror(code), str(other))


@cache
def _swap() -> Callable[[bytes, bytes], int] | None:
    """The system's own call: ``renameat2`` (Linux) or ``renameatx_np`` (macOS)."""
    name = {"linux": "renameat2", "darwin": "renameatx_np"}.get(sys.platform)
    call = getattr(ctypes.CDLL(None, use_errno=True), name, None) if name else None
    if call is None:
        return None
    call.argtypes = (ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint)
    call.restype = ctypes.c_int
    return lambda one, other: int(call(_HERE, one, _HERE, other, _SWAP))
