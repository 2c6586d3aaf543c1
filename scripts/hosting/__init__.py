"""Settings for servers of files: what they tell browsers, how long these may keep what they got, and where pages have gone.

All of it stands here once, and the forms of the servers are made of it, so that they cannot drift apart. The policy is the
one that the browser tests keep to.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.model import Language, Site
from scripts.redirects import moves

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
"""The Content-Security-Policy: no script or style in a page, nothing from elsewhere, in nobody's frame."""

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
}
"""What goes with every answer."""


class Keeping(NamedTuple):
    """How long browsers may keep files without asking again.

    Attributes:
        pattern: The files, as a regular expression on the end of their address.
        shape: The same after the language in the form of ``_headers``, which knows ``*`` at an end alone; as near as that comes.
        value: The value of Cache-Control.
    """

    pattern: str
    shape: tuple[str, ...]
    value: str


ASKED = "no-cache"
"""The value of Cache-Control of what is asked for anew each time, and comes only if it has changed."""

KEPT = (
    # It names the folder of the other pieces: an old one would lead to a folder that is gone.
    Keeping(r"/search/index\.js", (), ASKED),
    # What is named by a digest of what it holds never changes under that name.
    Keeping(
        r"/search/[0-9a-f]{12}/.+",
        ("search/:digest/words/*", "search/:digest/terms/*", "search/:digest/texts/*"),
        "public, max-age=31536000, immutable",
    ),
    Keeping(r"\.[0-9a-f]{8}\.min\.(css|js)", (), "public, max-age=31536000, immutable"),
    Keeping(r"\.woff2", ("assets/fonts/*",), "public, max-age=2592000"),
    Keeping(
        r"\.(css|js|png|svg)",
        ("assets/stylesheets/*", "assets/javascripts/*", "assets/images/*"),
        "public, max-age=600",
    ),
)
"""The first that fits holds. Everything else, pages above all, is asked for anew."""

TEXTS = {
    "css": "text/css",
    "csv": "text/csv",
    "html": "text/html",
    "js": "text/javascript",
    "json": "application/json",
    "svg": "image/svg+xml",
    "ttl": "text/turtle",
    "txt": "text/plain",
    "xml": "application/xml",
}
"""Files that are sent compressed, by the ending of their names, and what they are."""

INSIDE = {"htaccess": ".htaccess", "headers": "_headers", "redirects": "_redirects"}
"""Settings that the servers look for in the site itself, by template."""
BESIDE = {"nginx": "nginx.conf", "caddy": "Caddyfile"}
"""Settings for whoever runs the server, by template."""

_JINJA = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
    autoescape=False,  # noqa: S701 - settings of ids and addresses whose form is checked
)


def write_settings(site: Site, languages: Sequence[Language], to: Path, beside: Path) -> None:
    """Write the settings of each kind of server; the same bytes for the same content.

    Args:
        site: The content: its address gives the path the site stands at, its redirects where pages have gone.
        languages: The languages that are built.
        to: The built site.
        beside: Folder of the settings that have no place in the site.
    """
    address = urlsplit(site.info.address)
    values = {
        "host": address.hostname,
        "base": address.path,
        "headers": HEADERS,
        "kept": KEPT,
        "asked": ASKED,
        "texts": TEXTS,
        "languages": [language.id for language in languages],
        "moves": moves(site, languages),
    }
    beside.mkdir(parents=True, exist_ok=True)
    for folder, files in ((to, INSIDE), (beside, BESIDE)):
        for template, name in files.items():
            text = _JINJA.get_template(f"{template}.jinja").render(values)
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
