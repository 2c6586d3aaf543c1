"""The open data: whole, true to their schemas, and the same tomorrow."""

from __future__ import annotations

import copy
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from macros.load import load_site
from macros.model import Site
from macros.passages import without_marks
from scripts.api import FOLDER, write_api
from scripts.api.contents import VERSION
from tests.publications import published
from tests.workplaces import PROJECT, smallest

FIELDS = Path(__file__).parent / "api_fields.txt"
"""Every field that has been published in this version: ``<schema> <record>.<field>``."""
SINGLE = ("accessibility.json", "adaptation-log.example.json", "self-check.example.json")
"""Files that hold one record."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workplace with the real data."""
    root = tmp_path_factory.mktemp("work")
    shutil.copytree(PROJECT / "data", root / "data")
    return root


@pytest.fixture(scope="module")
def site(root: Path) -> Site:
    return load_site(root)


@pytest.fixture(scope="module")
def api(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the open data of the real content."""
    return written(site, tmp_path_factory.mktemp("site"))


def written(site: Site, to: Path) -> Path:
    write_api(site, to)
    return to / FOLDER


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def files(api: Path) -> dict[str, str]:
    """The schema of each file, by the file; the index's own too."""
    listed = {entry["path"]: entry["schema"] for entry in read(api / "index.json")["files"]}
    return {"index.json": "schema/index.schema.json", **listed}


def validator(api: Path, path: str) -> Draft202012Validator:
    return Draft202012Validator(read(api / files(api)[path]))


@pytest.mark.parametrize("workplace", ["real", "smallest", "published"])
def test_every_file_holds_to_its_schema(workplace: str, site: Site, tmp_path: Path) -> None:
    if workplace == "smallest":
        site = load_site(smallest(tmp_path / "work"))
    elif workplace == "published":
        site = published(site)
    api = written(site, tmp_path / "site")
    for path, schema in files(api).items():
        Draft202012Validator.check_schema(read(api / schema))
        assert [error.message for error in validator(api, path).iter_errors(read(api / path))] == [], path


def test_a_schema_says_what_it_is_where_it_stands_and_of_which_version(api: Path, site: Site) -> None:
    for path in sorted((api / "schema").iterdir()):
        schema = read(path)
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        assert schema["$id"] == f"{site.info.address}api/v1/schema/{path.name}"
        assert schema["$comment"] == f"Version {VERSION}"
        assert schema["title"]
        assert schema["description"]
        assert "Attributes:" not in path.read_text(encoding="utf-8")
    assert read(api / "index.json")["version"] == VERSION
    assert VERSION.split(".")[0] == FOLDER.rpartition("v")[2]


def test_fields_are_described_by_the_docstrings(api: Path) -> None:
    claim = read(api / "schema/topics.schema.json")["$defs"]["Claim"]
    assert claim["description"] == "One statement with its standing."
    assert claim["properties"]["status"]["description"].startswith("`law` (an act says so), `observed`")
    assert claim["properties"]["sources"]["description"] == "Where it is read from."
    appearance = read(api / "schema/areas.schema.json")["$defs"]["Appearance"]
    assert appearance["properties"]["in"]["description"].startswith("Which;")


def _set(*way: str | int, to: Any) -> Callable[[Any], None]:
    def change(data: Any) -> None:
        for step in way[:-1]:
            data = data[step]
        data[way[-1]] = to

    return change


def _without(*way: str | int) -> Callable[[Any], None]:
    def change(data: Any) -> None:
        for step in way[:-1]:
            data = data[step]
        del data[way[-1]]

    return change


@pytest.mark.parametrize(
    ("path", "change"),
    [
        ("glossary.json", _set(0, "colour", to="red")),
        ("glossary.json", _without(0, "term")),
        ("glossary.json", _without(0, "reading")),
        ("glossary.json", _set(0, "id", to="Not an id")),
        ("glossary.json", _set(0, "term", to="a text without its language")),
        ("glossary.json", _set(0, "term", "fi", to="")),
        ("events.json", _set(0, "start", to="yesterday")),
        ("events.json", _set(0, "kind", to="party")),
        ("pilots.json", _set(0, "claims", to=None)),
        ("bibliography.json", _set(0, "URL", to=None)),
        ("bibliography.json", _set(0, "type", to="rumour")),
        ("models/etsiva-sosiaalityo.json", _set("editions", 0, "core_elements", 0, "number", to="first")),
        ("models/etsiva-sosiaalityo.json", _set("model", "sign", to="Star!")),
        ("labels.json", _set("Bad Id", to={"fi": "x"})),
        ("publications.json", _set(0, "isbn", to={"odt": "978-951-98548-9-2"})),
        ("index.json", _set("files", 0, "count", to="many")),
        ("models.json", lambda data: data.append(copy.deepcopy(data[0]) | {"path": None})),
    ],
)
def test_a_wrong_record_is_refused(path: str, change: Callable[[Any], None], api: Path) -> None:
    data = read(api / path)
    assert validator(api, path).is_valid(data)
    change(data)
    assert not validator(api, path).is_valid(data)


def lost(meant: Any, found: Any, way: str) -> list[str]:
    """What the data files hold and the open data do not, read without the program's own types."""
    if isinstance(meant, dict):
        if not isinstance(found, dict):
            return [way]
        return [place for name in meant for place in lost(meant[name], found.get(name), f"{way}.{name}")]
    if isinstance(meant, list):
        if meant and (not isinstance(found, list) or len(found) != len(meant)):
            return [way]
        return [place for index, item in enumerate(meant) for place in lost(item, found[index], f"{way}[{index}]")]
    same = without_marks(meant.strip()) == found if isinstance(meant, str) else meant == found
    return [] if same else [way]


def source(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def test_every_record_of_the_data_is_there_with_all_its_fields(api: Path, site: Site, root: Path) -> None:
    missing = []
    for path in sorted((root / "data").glob("*.yml")):
        name = path.stem if path.stem != "site" else "index"
        missing += lost(source(path), read(api / f"{name}.json"), name)
    for guide in site.guides:
        found, folder = read(api / f"models/{guide}.json"), root / "data/models" / guide
        missing += lost(source(folder / "model.yml"), found["model"], guide)
        missing += lost(source(folder / "ledger.yml"), found["ledger"], f"{guide}/ledger")
        editions = [source(path) for path in sorted(folder.glob("2*.yml"))]
        missing += lost(editions, found["editions"], f"{guide}/editions")
    assert missing == []


def test_a_lost_record_would_be_noticed(api: Path, root: Path) -> None:
    meant, found = source(root / "data/glossary.yml"), read(api / "glossary.json")
    assert lost(meant, found[:-1], "glossary") == ["glossary"]
    del found[3]["definition"]["sv"]
    assert lost(meant, found, "glossary") == ["glossary[3].definition.sv"]


def test_the_index_leads_to_every_file_and_tells_how_much_there_is(api: Path) -> None:
    listed = files(api)
    there = {path.relative_to(api).as_posix() for path in api.rglob("*.json")}
    assert set(listed) | set(listed.values()) == there
    for entry in read(api / "index.json")["files"]:
        data = read(api / entry["path"])
        single = entry["path"].startswith("models/") or entry["path"] in SINGLE
        assert entry["count"] == (1 if single else len(data))
    for model in read(api / "models.json"):
        guide = read(api / model["path"])
        assert guide["model"]["id"] == model["id"]
        assert [edition["id"] for edition in guide["editions"]] == model["editions"]
        current = next(edition for edition in guide["editions"] if edition["id"] == model["current"])
        assert current["core_elements"]


def test_the_index_says_that_a_licence_is_not_stated_until_one_is_given(api: Path, site: Site, tmp_path: Path) -> None:
    index = read(api / "index.json")
    assert index["licence"]["content"] is None
    assert index["licence_of_content"] == site.labels["export-not-stated"].root
    assert index["notice"] == site.info.notice.root
    given = read(written(published(site), tmp_path) / "index.json")
    assert set(given["licence_of_content"].values()) == {"https://lisenssi.fi/"} == {given["licence"]["content"]}


def test_texts_are_plain(api: Path) -> None:
    for path in api.glob("**/*.json"):
        assert "{lang=" not in path.read_text(encoding="utf-8"), path


def test_the_bibliography_is_csl_json_without_nulls(api: Path) -> None:
    text = (api / "bibliography.json").read_text(encoding="utf-8")
    assert "null" not in text
    assert '"date-parts"' in text


def test_two_writings_give_the_same_bytes(api: Path, root: Path, tmp_path: Path) -> None:
    again = written(load_site(root), tmp_path / "elsewhere")
    paths = sorted(path.relative_to(api) for path in api.rglob("*.json"))
    assert paths == sorted(path.relative_to(again) for path in again.rglob("*.json"))
    for path in paths:
        assert (api / path).read_bytes() == (again / path).read_bytes()


def fields(api: Path) -> list[str]:
    found: set[str] = set()
    for path in (api / "schema").iterdir():
        schema, name = read(path), path.name.partition(".")[0]
        for record, made in {name: schema, **schema.get("$defs", {})}.items():
            found.update(f"{name} {record}.{field}" for field in made.get("properties", {}))
    return sorted(found)


def test_no_field_that_was_published_is_taken_away(api: Path, request: pytest.FixtureRequest) -> None:
    """A new field: raise the second number of VERSION and run with ``--update-golden``. A field less: a new folder."""
    if request.config.getoption("--update-golden"):
        FIELDS.write_text("".join(f"{field}\n" for field in fields(api)), encoding="utf-8")
    assert fields(api) == FIELDS.read_text(encoding="utf-8").split("\n")[:-1]


def test_the_built_site_holds_the_open_data(api: Path, built_site: Path) -> None:
    for path in files(api):
        assert (built_site / FOLDER / path).is_file()
