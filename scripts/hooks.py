"""What MkDocs needs to know of the site and cannot say itself: names from the data, section titles from the pages."""

from __future__ import annotations

import itertools
import re
import sys
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.utils.meta import get_data
from mkdocs.utils.templates import TemplateContext

from macros.model import Guide, Language, Site
from macros.model.overlay import SECTION
from macros.overlay import FOLDER as LOCAL
from macros.overlay import local_addresses
from scripts.addresses import picture_place, with_files
from scripts.dates import last_change
from scripts.search import search_labels, write_search
from scripts.signs import marks, write_signs


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Name the site in its language and tell the theme what languages there are."""
    macros: Any = config.plugins["macros"]
    site, language, root = macros.content  # loaded by macros.define_env, which runs before
    id_ = language.id
    config.site_name = site.info.name[id_]
    config.site_description = site.info.description[id_]
    config.site_url = config.site_url or f"{site.info.address}{id_}/"  # a preview has set its own
    config.repo_url = (site.info.repository or "").removesuffix("/").removesuffix(".git")
    config.edit_uri = f"edit/main/docs/{id_}/" if config.repo_url else None  # so on GitHub and GitLab
    config.mdx_configs["toc"]["permalink_title"] = site.labels["permalink"][id_]
    config.extra |= {
        "locale": language.locale.replace("-", "_"),
        "languages": [other.model_dump() for other in site.built_languages],
        "labels": {key: text[id_] for key, text in site.labels.items()},
        "address": site.info.address,
        "notice": site.info.notice[id_],
        "guides": {guide.id: _in_short(site, guide, language) for guide in site.guides.values()},
        "marks": marks(site),
        "search": search_labels(site, language),
    }
    local = local_addresses(root, id_)
    if local:  # after the national pages, where it can stand in no one's way
        config.nav = [*(config.nav or ()), {site.labels["local-pages"][id_]: local}]
    return config


def _in_short(site: Site, guide: Guide, language: Language) -> dict[str, str]:
    from macros.views.rendering import day  # anew in each build of a preview

    edition, name = guide.current, guide.model.name[language.id]
    return {
        "name": name,
        "title": name[0].upper() + name[1:],
        "sign": guide.model.sign,
        "edition": site.labels[f"edition-{edition.status}"][language.id],
        "status": edition.status,
        "date": day(edition.date, language.locale),
    }


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out of the site what stands in the theme's folder for others: fonts for print, the page above the languages.

    The pages and pictures of a local edition come to it.
    """
    macros: Any = config.plugins["macros"]
    _, language, root = macros.content
    kept = [file for file in files if not file.src_uri.endswith(".ttf") and file.src_uri != "root.html"]
    folder = root / LOCAL / "docs" / language.id
    local = (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.name.startswith("."))
    added = [
        File.generated(config, f"{SECTION}/{path.relative_to(folder).as_posix()}", abs_src_path=str(path))
        for path in local
    ]
    return Files([*kept, *added])


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Give each section the title of its index page, which is in the page's language, and the pages of guides their short names."""
    config.extra["short_names"] = _short_names(files, config)
    pending: list[Any] = list(nav.items)
    while pending:
        item = pending.pop()
        if not isinstance(item, Section):
            continue
        pending += item.children
        first = item.children[0] if item.children else None
        if isinstance(first, Page) and first.file.src_uri.endswith("index.md"):
            item.title = get_data(first.file.content_string)[1].get("title", item.title)
    return nav


def _short_names(files: Files, config: MkDocsConfig) -> dict[str, str]:
    """What a guide's pages are called where the guide is named already, by their address: the same in every guide."""
    labels, guides = config.extra["labels"], config.extra["guides"]
    short = {}
    for file in files.documentation_pages():
        folder, _, name = file.src_uri.removesuffix(".md").partition("/")
        if folder in guides and f"page-{name}" in labels:
            short[file.url] = labels[f"page-{name}"]
    return short


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Tell each cell of a table of three columns and more its column's heading, for screens too narrow for columns."""
    return re.sub(r"<table>.*?</table>", _with_headings, html, flags=re.DOTALL)


def _with_headings(table: re.Match[str]) -> str:
    cells = re.findall(r"<th[^>]*>(.*?)</th>", table[0], re.DOTALL)
    headings = [re.sub(r"<[^>]+>", "", cell).replace('"', "&quot;") for cell in cells]
    if len(headings) < 3:
        return table[0]
    column = itertools.cycle(headings)
    return re.sub(r"<td(?=[ >])", lambda _: f'<td data-label="{next(column)}"', table[0])


def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
    """Give pages the address of their picture, and those of a guide what they say of it to reference managers and search engines."""
    from macros.metadata import linked_data, meta_elements  # anew in each build of a preview

    macros: Any = config.plugins["macros"]
    site, language, _ = macros.content
    extra: dict[str, Any] = {"picture": site.info.address + picture_place(language.id, page.file.src_uri)}
    guide = site.guides.get(page.url.split("/")[0])
    if guide:
        page.update_date = last_change(site, guide, language)  # for the site map; other pages have the newest of these
        meta = meta_elements(site, guide, language)
        data = linked_data(site, guide, language, str(page.title), page.url)
        extra["citation"] = {"meta": meta, "data": data}
    return {**context, **extra}  # type: ignore[typeddict-item]


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Let the links of a page name their files, so that it works from anywhere."""
    return with_files(output)


def on_post_build(config: MkDocsConfig) -> None:
    """Make the signs' style sheet and the index of the site's own search, and forget our macros, so that the next build of a preview loads their code anew."""
    macros: Any = config.plugins["macros"]
    site, language, _ = macros.content
    write_signs(site, Path(config.site_dir))
    write_search(site, language, Path(config.site_dir), Path(config.config_file_path).parent)
    _forget_macros()


def on_build_error(error: Exception) -> None:
    """After a failed build of a preview, too, load the macros anew."""
    _forget_macros()


def _forget_macros() -> None:
    for name in [name for name in sys.modules if name == "macros" or name.startswith("macros.")]:
        del sys.modules[name]
