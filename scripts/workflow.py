"""What the commands do, step by step; says what it does through ``report``, and prints nothing itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from macros.downloads import FORMS, KIT
from macros.model import Language, Site
from macros.problem import ContentError, say
from scripts.build import Report, build_site, copy_downloads
from scripts.check import Checked
from scripts.downloads import exports, kits, name
from scripts.export import FORMATS, Book, Format, tidy
from scripts.export.cache import FOLDER
from scripts.forms import file_names, form_jobs, offered
from scripts.hosting import write_settings
from scripts.jobs import do
from scripts.kit import kit_files
from scripts.navigation import page_order
from scripts.package import JULKARI, Deposit, deposits, write_packages
from scripts.package.frozen import changes, digests, freezing, replaced, shown
from scripts.package.missing import lines, missing
from scripts.place import aside, put_in_place
from scripts.whole import verify_packages, verify_site

DOWNLOADS = "site/downloads"
PACKAGES = "dist/julkari"
SETTINGS = "dist/hosting"


def build(root: Path, result: Checked, languages: Sequence[str], report: Report) -> None:
    """Build the site of the languages named and put it into ``site/``; exported files stay as they were."""
    site = result.site
    with aside(root) as folder:
        new = folder / "site"
        new.mkdir()
        copy_downloads(root / DOWNLOADS, new / "downloads")
        chosen = [site.languages[id_] for id_ in languages] or list(site.built_languages)
        build_site(root, result, chosen, new, new / "downloads", report)
        verify_site(new, site, chosen)
        write_settings(site, chosen, new, folder / SETTINGS)
        put_in_place({"site": new, SETTINGS: folder / SETTINGS}, root, folder)


def export_guides(
    root: Path,
    result: Checked,
    guides: Sequence[str],
    languages: Sequence[str],
    formats: Sequence[Format],
    report: Report,
) -> None:
    """Export what was asked for and put it into ``site/downloads/`` once all of it is made."""
    with aside(root) as folder:
        new = folder / "downloads"
        copy_downloads(root / DOWNLOADS, new)
        made = folder / "made"
        made.mkdir()
        export_books(books(root, result, guides, languages), formats or FORMATS, made, report)
        _hold(result, made)
        for path in sorted(made.iterdir()):
            path.replace(new / path.name)
        put_in_place({DOWNLOADS: new}, root, folder)


def compare_published(root: Path, result: Checked, report: Report) -> None:
    """Export the guides that are marked published and compare them with their checksums; nothing else is done.

    Raises:
        ContentError: A checksum is missing, or a file would change.
    """
    for line in replaced(result.content):
        report(line)
    entries = [entry for entry, _ in shown(result.content)]
    if not entries:
        return
    wanted = {(entry.guide, entry.language) for entry in entries}
    found = [book for book in books(root, result, (), ()) if (book.guide.id, book.language.id) in wanted]
    with aside(root) as folder:
        export_books(found, FORMATS, folder, lambda _: None)
        _hold(result, folder)
    report(say("commands/compared", count=len(found) * len(FORMATS)))


def _hold(result: Checked, exports: Path) -> None:
    """Hold exported files to the checksums of what was published."""
    problems = changes(result.content, digests(exports))
    if problems:
        raise ContentError(problems)


def package_guides(
    root: Path,
    result: Checked,
    guides: Sequence[str],
    languages: Sequence[str],
    profile: str,
    report: Report,
    *,
    together: bool,
    words: str | None = None,
) -> None:
    """Export what was asked for, pack it, and put the packages into ``dist/julkari/`` in place of those that were there.

    Says of each package how far it has come, and then what nobody has given yet, in the language ``words`` if the site
    has it, else in its source language.
    """
    site = result.site
    with aside(root) as folder:
        exports = folder / "exports"
        exports.mkdir()
        export_books(books(root, result, guides, languages), FORMATS, exports, report)
        _hold(result, exports)
        chosen = [guide for guide in site.guides.values() if not guides or guide.id in guides]
        found = list(deposits(site, chosen, _chosen(site, languages), exports, together=together))
        put_in_place({PACKAGES: _packed(found, profile, folder)}, root, folder)
        _tell_packages(found, report)
    of = [(deposit.guide, language) for deposit in found for language in deposit.languages]
    spoken = next((other for other in site.built_languages if other.id == words), site.source_language)
    lacking = missing(site, of, spoken)
    if lacking:
        report(say("commands/lacking"))
    for line in lines(site, lacking, len(of), spoken):
        report(f"  {line}")


def _packed(found: Sequence[Deposit], profile: str, folder: Path) -> Path:
    packages = folder / PACKAGES
    packages.mkdir(parents=True)
    write_packages(found, profile, packages)
    verify_packages(packages)
    return packages


def _tell_packages(found: Sequence[Deposit], report: Report) -> None:
    for deposit in found:
        state = say(f"phrases/{deposit.state}")
        report(say("commands/package", name=deposit.name, state=state, count=len(deposit.files)))
        for entry, line in freezing(deposit):
            report(say("commands/freeze", entry=entry, line=line))


def whole_site(root: Path, result: Checked, report: Report) -> None:
    """Export every guide with its workshop kit, make every form, build every language, pack every guide; put all in place."""
    site = result.site
    report(say("commands/checked", pages=sum(map(len, result.pages.values())), files=len(result.content.documents)))
    with aside(root) as folder:
        new = folder / "site"
        downloads = new / "downloads"
        downloads.mkdir(parents=True)
        every_book = books(root, result, (), ())
        (downloads / KIT).mkdir()
        forms = offered(site)
        files = file_names(forms)
        kit = kits(every_book, downloads / KIT)
        do([*exports(every_book, FORMATS, downloads), *kit, *form_jobs(forms, downloads / FORMS)], report)
        report(say("commands/forms", count=len(files)))
        tidy(Path.cwd() / FOLDER)
        _hold(result, downloads)
        found = list(deposits(site, site.guides.values(), site.built_languages, downloads, together=False))
        packages = _packed(found, JULKARI, folder)
        build_site(root, result, site.built_languages, new, downloads, report)
        names = [name(book, format_) for book in every_book for format_ in FORMATS]
        names += [f"{KIT}/{file}" for book in every_book for file in kit_files(book.guide, book.language).values()]
        verify_site(new, site, site.built_languages, [*names, *files])
        write_settings(site, site.built_languages, new, folder / SETTINGS)
        put_in_place({"site": new, SETTINGS: folder / SETTINGS, PACKAGES: packages}, root, folder)
        _tell_packages(found, report)


def books(root: Path, result: Checked, guides: Sequence[str], languages: Sequence[str]) -> list[Book]:
    """The books to export, pages in the site's order.

    Args:
        root: The workplace.
        result: Its checked content.
        guides: Ids of the guides; all if empty.
        languages: Ids of the languages; all if empty.
    """
    site, order = result.site, page_order(root)
    return [
        Book(site, guide, language, tuple(result.pages[language.id][address] for address in _inside(order, guide.id)))
        for guide in site.guides.values()
        if not guides or guide.id in guides
        for language in _chosen(site, languages)
    ]


def _inside(order: Iterable[str], guide: str) -> Iterator[str]:
    return (address for address in order if address.startswith(f"{guide}/"))


def _chosen(site: Site, languages: Sequence[str]) -> list[Language]:
    return [language for language in site.built_languages if not languages or language.id in languages]


def export_books(found: Sequence[Book], formats: Sequence[Format], to: Path, report: Report) -> None:
    """Export books side by side, as many at once as there are processors; what has not changed is not made again.

    Raises:
        ContentError: Some could not be set; holds the Problems of all of them.
    """
    do(exports(found, formats, to), report)
    tidy(Path.cwd() / FOLDER)


def make_kits(root: Path, result: Checked, guides: Sequence[str], languages: Sequence[str], report: Report) -> None:
    """Make the workshop kits that were asked for and put them into ``site/downloads/kit/`` once all are made."""
    with aside(root) as folder:
        new, made = folder / "downloads", folder / "made"
        copy_downloads(root / DOWNLOADS, new)
        (new / KIT).mkdir(exist_ok=True)
        made.mkdir()
        do(kits(books(root, result, guides, languages), made), report)
        tidy(Path.cwd() / FOLDER)
        for path in sorted(made.iterdir()):
            path.replace(new / KIT / path.name)
        put_in_place({DOWNLOADS: new}, root, folder)
