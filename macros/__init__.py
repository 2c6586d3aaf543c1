"""The one place that meets mkdocs-macros.

mkdocs-macros would expand pages in a Jinja environment of its own, which is not sandboxed. It is told not to
(``render_by_default: false`` in ``mkdocs.yml``); our ``expand`` does it in its stead, so that a page and its
export cannot differ. ``define_env`` also registers the macros, for engines that know ``env.macro`` alone.
"""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import Any


def define_env(env: Any) -> None:
    """Load the content once for the whole build and register the macros."""
    from macros.load import load_site
    from macros.problem import ContentError
    from macros.views import ALL

    downloads = os.environ.get("GUIDE_DOWNLOADS")
    root = Path(env.project_dir)
    try:
        site = load_site(root, Path(downloads) if downloads else None)
    except ContentError as error:
        raise _failure(error) from None
    language = site.languages[env.conf["extra"]["language"]]
    env.content = (site, language, root)
    for view in ALL:
        env.macro(partial(view.function, site, language), view.name)


def on_pre_page_macros(env: Any) -> None:
    """Put the expanded text in place of the page's own."""
    from macros.expand import expand_file
    from macros.problem import ContentError

    site, language, root = env.content
    try:
        page = expand_file(site, language, root, env.page.file.src_uri)
    except ContentError as error:
        raise _failure(error) from None
    env.markdown = page.markdown
    env.page.meta["reviewed"] = page.reviewed


def _failure(error: Any) -> Exception:
    """The error as one that MkDocs reports in words, without a traceback."""
    from mkdocs.exceptions import Abort

    from macros.messages import asked_for, catalogue

    words = catalogue(asked_for())
    failure = Abort("\n" + "\n".join(map(words.lines, error.problems)) + "\n")
    failure.problems = error.problems  # type: ignore[attr-defined] # for a preview, which shows them one by one
    return failure
