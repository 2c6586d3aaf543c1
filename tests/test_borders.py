"""The house: who may import whom, and how long a room may grow."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.workplaces import PROJECT

OUTSIDE = {
    "mkdocs_macros": ("macros/__init__.py",),
    "mkdocs": ("macros/__init__.py", "scripts/build.py", "scripts/hooks.py", "scripts/preview/"),
    "pypandoc": ("scripts/export/",),
    "typst": ("scripts/export/", "scripts/share/"),
    "pikepdf": ("scripts/export/",),
    "docx": ("scripts/export/",),
    "openpyxl": ("scripts/adaptations/",),
    "xlsxwriter": ("scripts/forms/",),
    "pptx": ("scripts/kit/",),
    "translate": ("scripts/translations/catalogue.py",),
}
"""Libraries that only certain rooms know."""

LAYERS = {
    "macros/problem.py": (),
    "macros/same.py": (),
    "macros/messages/": ("macros.messages", "macros.problem"),
    "macros/model/": ("macros.model",),
    "macros/parser.py": ("macros.problem", "macros.unsafe"),
    "macros/source.py": ("macros.parser", "macros.problem", "macros.unreadable"),
    "macros/diagram/": ("macros.diagram", "macros.model"),
    "macros/views/": (
        "macros.views",
        "macros.diagram",
        "macros.messages",
        "macros.model",
        "macros.passages",
        "macros.problem",
        "macros.same",
    ),
}
"""What of ours each room may import; rooms that are not named may import all of macros/."""


def modules(folder: str) -> Iterator[Path]:
    return (path for path in sorted((PROJECT / folder).rglob("*.py")))


def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


def inside(name: str, package: str) -> bool:
    return name == package or name.startswith(f"{package}.")


def test_macros_import_nothing_from_scripts() -> None:
    assert {str(path) for path in modules("macros") if any(inside(name, "scripts") for name in imports(path))} == set()


def test_libraries_of_the_outside_are_known_in_their_own_rooms_alone() -> None:
    strangers = [
        f"{place} imports {library}"
        for path in [*modules("macros"), *modules("scripts")]
        for library, rooms in OUTSIDE.items()
        for place in [path.relative_to(PROJECT).as_posix()]
        if any(inside(name, library) for name in imports(path)) and not place.startswith(rooms)
    ]
    assert strangers == []


def test_imports_point_one_way() -> None:
    wrong = [
        f"{place} imports {name}"
        for path in modules("macros")
        for place in [path.relative_to(PROJECT).as_posix()]
        for room, allowed in LAYERS.items()
        if place.startswith(room)
        for name in imports(path)
        if inside(name, "macros") and not any(inside(name, package) for package in allowed)
    ]
    assert wrong == []


def test_only_the_command_line_prints_and_exits() -> None:
    loud = []
    for path in [*modules("macros"), *modules("scripts")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in ("print", "exit", "quit")
            ):
                loud.append(path.relative_to(PROJECT).as_posix())
    assert set(loud) <= {"scripts/speaker.py"}


def test_modules_stay_short() -> None:
    long = {
        path.relative_to(PROJECT).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for path in [*modules("macros"), *modules("scripts")]
    }
    assert {path: lines for path, lines in long.items() if lines > 220} == {}


def test_nothing_says_where_it_was_made() -> None:
    forbidden = ("py" + "pi.org", "python" + "hosted", "registry." + "npmjs")
    for name in ("requirements.txt", "requirements-test.txt", "pyproject.toml"):
        text = (PROJECT / name).read_text(encoding="utf-8")
        assert not any(word in text for word in forbidden), name
