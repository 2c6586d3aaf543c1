"""A guide's built pages joined into one page, for a browser to print."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urljoin

_RELATIVE = re.compile(r'\b(src|href)="(?!#|[a-z]+:)([^"]+)"')


def joined(pages: Mapping[str, str]) -> str:
    """One page with the articles of all, in order.

    Args:
        pages: Built pages by address, relative to the site's folder: ``{"guide/page/": "<!doctype html>…"}``.

    Returns:
        A page that has its place in the site's folder, with the look of the first page and without scripts.
    """
    articles = "\n".join(_moved(address, _element("article", page)) for address, page in pages.items())
    address, first = next(iter(pages.items()))
    head = re.sub(r"<script.*?</script>", "", _moved(address, _element("head", first)), flags=re.DOTALL)
    tag = re.search(r"<html[^>]*>", first)
    return f"<!doctype html>\n{tag[0] if tag else '<html>'}\n{head}\n<body>\n{articles}\n</body>\n</html>\n"


def _element(name: str, page: str) -> str:
    found = re.search(rf"<{name}\b.*?</{name}>", page, re.DOTALL)
    if not found:
        raise ValueError(f"the page has no <{name}>")
    return found[0]


def _moved(address: str, html: str) -> str:
    """The same with its relative addresses as they are from the site's folder."""
    return _RELATIVE.sub(lambda link: f'{link[1]}="{urljoin("/" + address, link[2]).removeprefix("/")}"', html)
