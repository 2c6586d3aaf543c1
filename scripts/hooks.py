"""What MkDocs needs to know of the site and cannot say itself: names from the data, section titles from the pages."""

from __future__ import annotations

import sys
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.utils.meta import get_data

# MkDocs runs this file anew before every build of a preview. Forgetting our macros here makes it load them
# anew too, so that an edit of their code shows as fast as an edit of a page.
for name in [name for name in sys.modules if name == "macros" or name.startswith("macros.")]:
    del sys.modules[name]


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Name the site in its language and tell the theme what languages there are."""
    macros: Any = config.plugins["macros"]
    site, language, _ = macros.content  # loaded by macros.define_env, which runs before
    id_ = language.id
    config.site_name = site.info.name[id_]
    config.site_description = site.info.description[id_]
    config.site_url = f"{site.info.address}{id_}/"
    config.repo_url = site.info.repository or ""
    config.extra |= {
        "languages": [other.model_dump() for other in site.built_languages],
        "labels": {key: text[id_] for key, text in site.labels.items()},
        "address": site.info.address,
        "notice": site.info.notice[id_],
        "reviewed": language.reviewed,
    }
    return config


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Give each section the title of its index page, which is in the page's language."""
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
