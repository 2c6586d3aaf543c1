"""No room, no permission, stopped by the keyboard: one plain message, and what was there is as it was."""

from __future__ import annotations

import ctypes
import os
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.output.commands import digests, done, left_over, run, start, write
from tests.output.conftest import Built


def plain(said: str) -> None:
    """What was said ends as a message does, and shows nothing of the program."""
    assert "Traceback" not in said
    assert "To mend: " in said
    assert said.endswith("Nothing was put in place; what was there is as it was.\n")


@pytest.fixture
def small_disk(built: Built, tmp_path: Path) -> Iterator[Built]:
    """The project on a disk of its own, which is not large."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=96m", "tmpfs", str(disk)], capture_output=True, text=True, check=False
    )
    if mount.returncode:
        pytest.skip(f"no disk can be mounted here: {mount.stderr.strip()}")
    try:
        shutil.copytree(built.root, disk / "work")
        yield Built(disk / "work", built.old, built.new)
    finally:
        subprocess.run(["umount", "--lazy", str(disk)], check=True)


def fill(root: Path, left: int) -> Path:
    """Fill the disk of a workplace until so many bytes are left."""
    disk = os.statvfs(root)
    filler = root.parent / "filler"
    with filler.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, disk.f_bavail * disk.f_frsize - left)
    return filler


def test_a_full_disk_is_told_and_changes_nothing(small_disk: Built) -> None:
    root = small_disk.root
    needed = sum(path.stat().st_size for folder in ("site", "dist") for path in (root / folder).rglob("*"))
    write(root, "new")
    for share in (0.0, 0.3, 0.8):
        filler = fill(root, round(share * needed))
        code, said = run(root, "site", env={"PYTHONDONTWRITEBYTECODE": "1"})
        assert code == 1, said
        plain(said)
        assert "there is no room left on the disk" in said
        assert digests(root) == small_disk.old
        filler.unlink()
    done(root, "site")
    assert digests(root) == small_disk.new
    assert left_over(root) == []


def test_a_file_larger_than_the_system_allows_is_told_and_changes_nothing(built: Built) -> None:
    write(built.root, "new")
    code, said = run(
        built.root, "build", preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000))
    )
    assert code == 1, said
    plain(said)
    assert "a file grew larger than the system lets it" in said
    assert digests(built.root) == built.old
    assert left_over(built.root) == []


@pytest.mark.parametrize("command", ["build", "export", "package", "site"])
def test_a_read_only_folder_is_told_and_changes_nothing(command: str, built: Built) -> None:
    write(built.root, "new")
    bound = subprocess.run(
        ["mount", "--bind", str(built.root), str(built.root)], capture_output=True, text=True, check=False
    )
    if bound.returncode:
        pytest.skip(f"no folder can be mounted read-only here: {bound.stderr.strip()}")
    try:
        subprocess.run(["mount", "-o", "remount,ro,bind", str(built.root)], check=True)
        code, said = run(built.root, command)
        assert code == 1, said
        plain(said)
        assert said.startswith("build/lock: nothing can be written there, the folder is read-only\n")
        assert run(built.root, "check")[0] == 0
        assert digests(built.root) == built.old
    finally:
        subprocess.run(["umount", "--lazy", str(built.root)], check=True)


def bound_by_permissions() -> None:
    """As root, permissions bind nobody: give the rights away by which that is so (capabilities 1 to 3 of Linux)."""
    for capability in (1, 2, 3) if os.getuid() == 0 else ():
        ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP


@pytest.mark.skipif(os.getuid() == 0 and sys.platform != "linux", reason="root cannot give its rights away here")
@pytest.mark.parametrize("closed", [".", "build", "dist"])
def test_a_folder_without_permission_is_told_and_changes_nothing(closed: str, built: Built) -> None:
    write(built.root, "new")
    for path in (built.root / closed, *(built.root / closed).glob("lock")):
        path.chmod(path.stat().st_mode & ~0o222)
    code, said = run(built.root, "site", preexec_fn=bound_by_permissions)
    (built.root / closed).chmod(0o755)
    assert code == 1, said
    plain(said)
    assert "you have no permission to write there" in said
    assert digests(built.root) == built.old
    assert left_over(built.root) == []


@pytest.mark.parametrize(
    ("number", "line"), [(signal.SIGINT, "checked: "), (signal.SIGINT, "malli."), (signal.SIGTERM, "suomi: ")]
)
def test_a_stopped_command_says_so_and_changes_nothing(number: signal.Signals, line: str, built: Built) -> None:
    """Ctrl-C goes to every process of the command; it comes when the command has said a certain line."""
    write(built.root, "new")
    process = start(built.root, "site")
    assert process.stdout is not None
    while not process.stdout.readline().startswith(line):
        assert process.poll() is None
    os.killpg(process.pid, number)
    _, told = process.communicate()
    assert (process.returncode, told) == (1, "Stopped. What was there is as it was.\n")
    assert digests(built.root) == built.old
    assert left_over(built.root) == []


def test_workers_end_with_a_command_that_is_killed_alone(built: Built) -> None:
    write(built.root, "another version")
    process = start(built.root, "export")
    assert process.stdout is not None
    process.stdout.readline()
    process.kill()
    process.wait()
    # The pipe ends when the last process that could write to it has ended.
    process.stdout.read()
    assert digests(built.root) == built.old
