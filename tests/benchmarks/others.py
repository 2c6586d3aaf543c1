"""One guide to PDF as a whole process: by the project, by mkdocs-with-pdf, and printed by Chromium."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import page

from macros.model import Language, Site
from scripts.build import environment
from scripts.navigation import CONFIG, page_order
from tests.benchmarks.commands import forget, scripts
from tests.benchmarks.measures import RUNS, Cost, Failed, middle, process
from tests.benchmarks.plugin import Absent, interpreter
from tests.benchmarks.printpage import joined
from tests.benchmarks.table import table
from tests.chromium import executable

BUILT = Path("build/printed")
OURS, AGAIN = "the project (export, which checks everything)", "the project, nothing changed"
ALONE, PLUGIN = "the project, this guide alone", "mkdocs-with-pdf"
PAGES, PRINT = "mkdocs, the guide's pages, no PDF", "Chromium, printing alone"
BOTH = "Chromium, both of these"
Steps = dict[str, Callable[[], Cost]]


def report(work: Path, site: Site) -> Iterator[str]:
    """The table of all who make a PDF of the longest guide, as ratios to the project, and how accessible it becomes.

    The project's command looks at all content of all guides and languages first. The others read this guide alone, and
    so does the project in a row of its own.
    """
    language = site.source_language
    guide = max(site.guides, key=lambda id_: _length(work / "docs" / language.id / id_))
    results = {OURS: work / f"site/downloads/{guide}.{language.id}.pdf", PLUGIN: work / BUILT / "pdf/guide.pdf"}
    results |= {AGAIN: results[OURS], ALONE: work / BUILT / "alone.pdf", PRINT: work / BUILT / "printed.pdf"}
    costs, absent = _measured(_steps(work, guide, language, results))
    if PAGES in costs and PRINT in costs:
        built, printed = costs[PAGES], costs[PRINT]
        costs[BOTH] = Cost(built.seconds + printed.seconds, max(built.megabytes, printed.megabytes))
        results[BOTH] = results[PRINT]
    ours = costs[OURS].seconds
    rows = [
        [name, f"{cost.seconds:.2f}", f"{cost.seconds / ours:.2f}", f"{cost.megabytes:.0f}", _broken(results.get(name))]
        for name, cost in costs.items()
    ]
    yield table(
        f"{guide} {language.id} to PDF, whole process", ["seconds", "ratio", "peak MB", "PDF/UA-1 rules broken"], rows
    )
    yield from (f"{name}: absent, {why}\n" for name, why in absent.items())


def configuration(text: str, addresses: Sequence[str], *, plugin: bool) -> str:
    """The project's ``mkdocs.yml`` for some pages alone, whose links to the others lead nowhere; with the plugin if asked."""
    head = text.split("\nnav:", maxsplit=1)[0].replace("\nstrict: true", "\nstrict: false")
    if plugin:
        head = head.replace("\nplugins:\n", "\nplugins:\n  - with-pdf: {output_path: guide.pdf}\n")
    return f"{head}\nnav:\n" + "".join(f"  - {address}\n" for address in addresses)


def _length(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.glob("*.md"))


def _steps(work: Path, guide: str, language: Language, results: Mapping[str, Path]) -> Steps:
    """What to run, in this order."""
    addresses = [address for address in page_order(work) if address.startswith(f"{guide}/")]
    docs = work / BUILT / "docs"
    shutil.copytree(work / "docs" / language.id / guide, docs / guide)
    variables = environment(work, language.id) | {"DOCS_DIR": str(docs)}
    text = (work / CONFIG).read_text(encoding="utf-8")
    for name, plugin in (("print", False), ("pdf", True)):
        (work / f"mkdocs-{name}.yml").write_text(configuration(text, addresses, plugin=plugin), encoding="utf-8")

    def mkdocs(python: str, name: str) -> Cost:
        to = str(work / BUILT / name)
        return process(
            [python, "-m", "mkdocs", "build", "--quiet", "-f", f"mkdocs-{name}.yml", "-d", to], work, variables
        )

    def ours(*, anew: bool) -> Cost:
        if anew:
            forget(work)
        return process(scripts("export", "--guide", guide, "--lang", language.id, "--format", "pdf"), work)

    def alone() -> Cost:
        arguments = ["tests.benchmarks.worker", "alone", guide, language.id, str(results[ALONE])]
        return process([sys.executable, "-m", *arguments], work)

    def printed() -> Cost:
        places = [address.removesuffix(".md").removesuffix("index").rstrip("/") + "/" for address in addresses]
        built = work / BUILT / "print"
        pages = {place: (built / place / "index.html").read_text(encoding="utf-8") for place in places}
        (built / "print.html").write_text(joined(pages), encoding="utf-8")
        return process([*_chromium(), f"--print-to-pdf={results[PRINT]}", (built / "print.html").as_uri()], work)

    return {
        OURS: lambda: ours(anew=True),
        AGAIN: lambda: ours(anew=False),
        ALONE: alone,
        PLUGIN: lambda: mkdocs(str(interpreter()), "pdf"),
        PAGES: lambda: mkdocs(sys.executable, "print"),
        PRINT: printed,
    }


def _measured(steps: Steps) -> tuple[dict[str, Cost], dict[str, str]]:
    """The cost of each, measured in turns so that a busy moment meets all alike; and why some could not be measured."""
    costs: dict[str, list[Cost]] = {name: [] for name in steps}
    absent: dict[str, str] = {}
    for _ in range(RUNS):
        for name, step in steps.items():
            if name in absent:
                continue
            try:
                costs[name].append(step())
            except (Absent, Failed) as error:
                if name in (OURS, AGAIN, ALONE):
                    raise
                absent[name] = str(error).splitlines()[-1]
    return {name: middle(found) for name, found in costs.items() if name not in absent}, absent


def _chromium() -> list[str]:
    path = executable()
    if path is None:
        raise Absent("there is no Chromium on this machine; with apt: apt install chromium")
    return [path, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--no-pdf-header-footer"]


def _broken(result: Path | None) -> str:
    """How many rules of PDF/UA-1 (ISO 14289-1) a file breaks, of those that can be checked by machine."""
    return str(len(page.validate_pdf(str(result), profile="ua1").failures)) if result else "–"
