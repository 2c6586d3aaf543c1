"""Commands in one folder at the same time: one after the other, and none loses what another has made."""

from __future__ import annotations

from filelock import FileLock

from scripts.export import FORMATS
from scripts.place import LOCK
from tests.output.commands import digests, done, left_over, run, start, write
from tests.output.conftest import Built

WAITS = "Another command is at work in this folder."


def test_commands_at_once_give_what_they_give_one_by_one(built: Built) -> None:
    write(built.root, "new")
    processes = [start(built.root, command) for command in ("site", "build", "package")]
    told = []
    for process in processes:
        out, err = process.communicate()
        assert (process.returncode, err) == (0, ""), out
        told.append(out)
    assert any(WAITS in out for out in told)
    assert digests(built.root) == built.new
    assert left_over(built.root) == []


def test_an_export_beside_a_build_is_not_lost(built: Built) -> None:
    names = {f"malli.{language}.{format_}" for language in ("fi", "sv") for format_ in FORMATS}
    for name in names:
        (built.root / "site/downloads" / name).unlink()
    processes = [start(built.root, command) for command in ("build", "export", "build")]
    for process in processes:
        assert process.wait() == 0, process.communicate()
        process.communicate()
    assert {path.name for path in (built.root / "site/downloads").glob("*.*.*")} >= names


def test_a_command_that_waits_says_so_and_builds_what_is_there_when_its_turn_comes(built: Built) -> None:
    lock = FileLock(built.root / LOCK)
    with lock:
        process = start(built.root, "site")
        assert process.stdout is not None
        assert process.stdout.readline().startswith(WAITS)
        write(built.root, "new")
    process.communicate()
    assert process.returncode == 0
    assert digests(built.root) == built.new


def test_a_check_waits_for_nobody(built: Built) -> None:
    with FileLock(built.root / LOCK):
        assert run(built.root, "check")[0] == 0


def test_what_a_dead_command_left_is_cleared_by_the_next(built: Built) -> None:
    for name in ("build/aside-dead/site/half.html", "build/exports/.half", "build/words/.half"):
        (built.root / name).parent.mkdir(parents=True, exist_ok=True)
        (built.root / name).write_text("half", encoding="utf-8")
    done(built.root, "package")
    assert left_over(built.root) == []
    assert digests(built.root) == built.old
