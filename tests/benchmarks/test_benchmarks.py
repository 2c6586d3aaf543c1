"""What is pure in the measuring: how pages, configurations and figures are put together. Nothing is timed here."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from scripts.navigation import CONFIG, page_order
from tests.benchmarks.measures import Cost, Failed, Usage, disturbance, middle, process
from tests.benchmarks.others import configuration
from tests.benchmarks.plugin import REQUIREMENTS
from tests.benchmarks.printpage import joined
from tests.benchmarks.table import table
from tests.workplaces import PROJECT

ADDRESSES = ("guide/index.md", "guide/page.md")


def _page(name: str, body: str) -> str:
    head = f'<head><title>{name}</title><script>run()</script><link href="../assets/a.css"></head>'
    return f'<!doctype html>\n<html lang="fi">\n{head}<body><nav>menu</nav><article class="x">{body}</article></body></html>'


def test_pages_are_joined_in_order_without_menus_and_scripts() -> None:
    page = joined({"guide/": _page("first", "<p>one</p>"), "guide/page/": _page("second", "<p>two</p>")})
    assert re.findall(r"<p>(\w+)</p>", page) == ["one", "two"]
    assert page.startswith('<!doctype html>\n<html lang="fi">')
    assert "<title>first</title>" in page
    assert not any(word in page for word in ("menu", "run()", "second"))


def test_addresses_in_joined_pages_lead_where_they_led() -> None:
    links = '<img src="../../assets/a.svg"><a href="#here">a</a><a href="../">b</a><a href="https://example.org/">c</a>'
    page = joined({"guide/": _page("first", ""), "guide/page/": _page("second", links)})
    assert re.findall(r'(?:src|href)="([^"]*)"', page) == [
        "assets/a.css",
        "assets/a.svg",
        "#here",
        "guide/",
        "https://example.org/",
    ]


def test_a_page_without_an_article_is_refused() -> None:
    with pytest.raises(ValueError, match="article"):
        joined({"guide/": "<html><head></head><body></body></html>"})


@pytest.mark.parametrize("plugin", [True, False])
def test_the_configuration_for_print_is_the_projects_own_but_for_its_pages(plugin: bool, tmp_path: Path) -> None:  # noqa: FBT001
    old = (PROJECT / CONFIG).read_text(encoding="utf-8")
    new = configuration(old, ADDRESSES, plugin=plugin)
    (tmp_path / CONFIG).write_text(new, encoding="utf-8")
    assert page_order(tmp_path) == list(ADDRESSES)
    assert re.findall(r"^strict: .*", new, re.MULTILINE) == ["strict: false"]
    assert new.count("with-pdf") == plugin
    plugins = yaml.safe_load(new.split("\nplugins:\n", 1)[1].split("\n\n", 1)[0].replace("!ENV", ""))
    assert [name for entry in plugins for name in (entry if isinstance(entry, dict) else [entry])] == [
        "with-pdf"
    ] * plugin + ["search", "macros"]


def test_the_median_counts_and_the_highest_peak() -> None:
    assert middle([Cost(3, 10), Cost(1, 30), Cost(2, 20)]) == Cost(2, 30)


def test_what_other_programs_took_is_told_apart_from_our_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    assert disturbance(Usage(0, 100, 5), Usage(10, 115, 15)) == 0.25
    assert disturbance(Usage(0, 100, 5), Usage(10, 109, 15)) == 0


def test_a_command_that_fails_says_why() -> None:
    with pytest.raises(Failed, match="first\nno such module"):
        process(["sh", "-c", "echo first >&2; echo no such module >&2; exit 3"], PROJECT)


def test_figures_stand_below_their_heads() -> None:
    assert table("name", ["s", "MB"], [["a", "1.00", "9"], ["longer", "10.00", "120"]]) == (
        "name        s   MB\na        1.00    9\nlonger  10.00  120\n"
    )


def test_what_is_measured_beside_is_pinned_with_the_versions_of_the_project() -> None:
    ours, others = (dict(_pins(path)) for path in REQUIREMENTS)
    assert "mkdocs-with-pdf" in others
    assert {name: others[name] for name in others.keys() & ours.keys()} == {
        name: ours[name] for name in others.keys() & ours.keys()
    }


def test_every_pin_has_its_hashes_and_none_says_where_it_came_from() -> None:
    text = REQUIREMENTS[1].read_text(encoding="utf-8")
    assert "://" not in text
    for entry in re.split(r"\n(?=[a-z])", text)[1:]:
        assert "--hash=sha256:" in entry, entry


def _pins(path: Path) -> list[tuple[str, str]]:
    return re.findall(r"^([a-z0-9-]+)==([^ ]+)", path.read_text(encoding="utf-8"), re.MULTILINE)
