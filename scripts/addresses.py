"""Links as files: what makes the pages work from anywhere, also where nothing knows that a folder shows its index.html.

A link to ``../ydinelementit/`` asks the server for a file the reader does not name. A folder on a disk or a USB stick has
no server, and some hosts of files (object storage, network drives) do not look for the file either. So each link in a
page names it: ``../ydinelementit/index.html``, with no script and on every host.

Addresses that people see and pass on stay short: canonical addresses, site maps and language alternates never name the
file, and where the page's own address ends in a slash, which shows that the server does look for it,
``addresses.js`` takes the name out of the links before anyone follows them.
"""

from __future__ import annotations

import re

INDEX = "index.html"

_PLACE = re.compile(
    r"""(<a\s(?:[^<>]*?\s)?href="|<form\s(?:[^<>]*?\s)?action="|\sdata-search-map=")([^"]*)(?=")""", re.DOTALL
)
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|/|$|[?#]")
"""How an address begins that does not lead to another page beside this one: scheme, root, nothing, this page itself."""


def with_files(html: str) -> str:
    """A page whose links, relative to it, name the file that they lead to."""
    return _PLACE.sub(lambda found: found[1] + with_file(found[2]), html)


def with_file(address: str) -> str:
    """A relative address that names its file: ``../sanasto/#term-thl`` as ``../sanasto/index.html#term-thl``."""
    if _ELSEWHERE.match(address):
        return address
    path = re.split(r"[?#]", address, maxsplit=1)[0]
    if path.rsplit("/", 1)[-1] not in ("", ".", ".."):
        return address
    folder = "" if path in (".", "./") else path if path.endswith("/") else f"{path}/"
    return f"{folder}{INDEX}{address[len(path) :]}"


def picture_place(language: str, page: str) -> str:
    """Where the picture of a page stands in the site (scripts/share).

    Args:
        language: Id of the page's language.
        page: The page's file, relative to the language's folder.
    """
    return f"share/{language}/{page.removesuffix('.md')}.png"
