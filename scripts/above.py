"""What stands above the languages of the site, and beside the pages of each: all that MkDocs does not make."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.model import Language, Site
from scripts.feed import write_feed
from scripts.lost import write_lost
from scripts.redirects import write_redirects
from scripts.signs import marks


def write_above(root: Path, site: Site, languages: Sequence[Language], to: Path) -> None:
    """Write the page that lets the reader choose a language, the one for addresses without a page, and what is for programs.

    Args:
        root: The workplace.
        site: Its content.
        languages: Those that are built, the source first; MkDocs has written their pages.
        to: The built site.
    """
    jinja = Environment(loader=FileSystemLoader(root / "overrides"), undefined=StrictUndefined, autoescape=True)
    page = jinja.get_template("root.html").render(
        site=site, languages=languages, asset=f"{languages[0].id}/assets/", marks=marks(site)
    )
    (to / "index.html").write_text(page, encoding="utf-8")
    write_lost(jinja, site, languages, to)
    write_redirects(jinja, site, languages, to)
    for language in languages:
        write_feed(site, language, to)
        (to / language.id / "sitemap.xml.gz").unlink(missing_ok=True)  # the plain one is small, and one is enough
    maps = "".join(
        f"  <sitemap><loc>{escape(site.info.address)}{language.id}/sitemap.xml</loc></sitemap>\n"
        for language in languages
    )
    (to / "sitemap.xml").write_text(
        f'<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{maps}</sitemapindex>\n',
        encoding="utf-8",
    )
    (to / "robots.txt").write_text(
        f"User-agent: *\nAllow: /\nSitemap: {site.info.address}sitemap.xml\n", encoding="utf-8"
    )
