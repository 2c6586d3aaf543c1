"""What runs on GitHub: only make targets, from pinned actions, with no more rights than it needs; and links to edit."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.load import load_site
from tests.workplaces import PROJECT, small_project

FOLDER = PROJECT / ".github"
WORKFLOWS = sorted((FOLDER / "workflows").glob("*.yml"))
FORMS = sorted(path for path in (FOLDER / "ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")
STYLE = ("self-repository",)
"""Findings that are no matter of safety: a newer way to name a workflow of the same repository."""
BIN = Path(sys.executable).parent


def read(path: Path) -> dict[Any, Any]:
    found = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def events(workflow: dict[Any, Any]) -> set[str]:
    on = workflow[True]  # YAML 1.1 reads "on" as true
    return {on} if isinstance(on, str) else set(on)


def jobs(path: Path) -> list[tuple[str, dict[str, Any]]]:
    return list(read(path)["jobs"].items())


def named(paths: list[Path]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("path", paths, ids=lambda path: path.name)


@named(WORKFLOWS)
def test_a_workflow_reads_only_except_where_the_site_is_published(path: Path) -> None:
    assert read(path)["permissions"] == {"contents": "read"}
    for name, job in jobs(path):
        more = {right for right, how in job.get("permissions", {}).items() if how != "read"}
        assert more <= ({"pages", "id-token"} if (path.stem, name) == ("publish", "pages") else set())


@named(WORKFLOWS)
def test_a_pull_request_meets_no_secret_and_no_rights_of_the_target(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "pull_request_target" not in text
    assert "workflow_run" not in text
    assert "secrets" not in text
    assert "github.event.pull_request" not in text  # what a stranger writes is no part of a command
    if "pull_request" in events(read(path)):
        assert events(read(path)) <= {"pull_request", "workflow_call"}


@named(WORKFLOWS)
def test_every_command_is_a_make_target(path: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (PROJECT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for _, job in jobs(path):
        for step in job.get("steps", ()):
            if "run" in step:
                command, target, *settings = step["run"].split(" ")
                assert command == "make"
                assert target in targets
                assert all(re.fullmatch(r"[A-Z]+=[a-z]+", setting) for setting in settings)


@named(WORKFLOWS)
def test_every_action_is_pinned_by_digest_with_its_version_beside_it(path: Path) -> None:
    used = [
        line.strip().removeprefix("- ") for line in path.read_text(encoding="utf-8").splitlines() if "uses:" in line
    ]
    assert used
    for line in used:
        assert re.fullmatch(
            r"uses: (actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+|\./\.github/workflows/\S+\.yml)", line
        )


@named(WORKFLOWS)
def test_every_job_ends_some_time_and_leaves_no_token_in_the_folder(path: Path) -> None:
    for name, job in jobs(path):
        assert "uses" in job or job["timeout-minutes"] <= 60, name
        for step in job.get("steps", ()):
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] is False


def test_a_pull_request_is_checked_and_tested_and_can_be_looked_at() -> None:
    commands = [step.get("run") for _, job in jobs(FOLDER / "workflows/check.yml") for step in job["steps"]]
    assert {"make check FORMAT=github", "make test", "make site"} <= set(commands)
    steps = read(FOLDER / "workflows/check.yml")["jobs"]["preview"]["steps"]
    assert steps[-1]["with"] | {"path": "site/", "if-no-files-found": "error"} == steps[-1]["with"]


def test_what_is_published_has_passed_the_same_checks() -> None:
    publish = read(FOLDER / "workflows/publish.yml")
    assert publish[True]["push"]["branches"] == ["main"]
    assert publish["jobs"]["check"]["uses"] == "./.github/workflows/check.yml"
    assert publish["jobs"]["pages"]["needs"] == "check"


@pytest.mark.parametrize(
    ("schema", "paths"),
    [
        ("github-workflows", WORKFLOWS),
        ("dependabot", [FOLDER / "dependabot.yml"]),
        ("github-issue-forms", FORMS),
        ("github-issue-config", [FOLDER / "ISSUE_TEMPLATE/config.yml"]),
    ],
)
def test_the_files_have_the_form_that_github_reads(schema: str, paths: list[Path]) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}"]
    result = subprocess.run([*command, *map(str, paths)], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_an_auditor_of_workflows_finds_nothing() -> None:
    result = subprocess.run(
        [str(BIN / "zizmor"), "--offline", "--persona", "pedantic", "--format", "json", str(FOLDER)],
        capture_output=True,
        text=True,
        check=False,
    )
    found = [(item["ident"], item["desc"]) for item in json.loads(result.stdout)]
    assert [finding for finding in found if finding[0] not in STYLE] == []


def test_owners_are_not_made_up() -> None:
    lines = (FOLDER / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line and not line.startswith("#")] == []


@named(FORMS)
def test_a_form_for_issues_speaks_three_languages_and_asks_for_no_client_data(path: Path) -> None:
    form = read(path)
    assert re.search(r"\(.+, .+\)", form["name"])
    fields = [field for field in form["body"] if field["type"] != "markdown"]
    assert fields[0]["validations"]["required"]
    assert len({field["id"] for field in fields}) == len(fields)


def test_every_page_leads_to_its_file_once_the_repository_is_known(tmp_path: Path) -> None:
    root = small_project(tmp_path / "work")
    info = root / "data/site.yml"
    for repository in (None, "https://git.example/oppaat/"):
        if repository:
            text = info.read_text(encoding="utf-8").replace("repository: null", f"repository: {repository}")
            info.write_text(text, encoding="utf-8")
        subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--quiet"],
            cwd=root,
            env=os.environ
            | {"NO_MKDOCS_2_WARNING": "1", "GUIDE_LANGUAGE": "sv", "DOCS_DIR": "docs/sv", "SITE_DIR": "site/sv"},
            check=True,
        )
        label = load_site(root).labels["theme-edit-page"]["sv"]
        for address in sorted(load_site(root).addresses):
            page = address.removesuffix("index.md").removesuffix(".md")
            html = (root / "site/sv" / page / "index.html").read_text(encoding="utf-8")
            links = re.findall(rf'<a href="([^"]+)"[^>]*>{label}</a>', html)
            assert links == ([f"https://git.example/oppaat/edit/main/docs/sv/{address}"] if repository else [])
            assert "md-source" not in html  # it would ask the host of the repository for numbers
